import { useState } from 'react'
import { useNavigate } from 'react-router'
import { gapsInReferIn, type ReferIn } from '#domain/referral/referIn.ts'
import type { Person } from '#protocol/account.ts'
import { newId } from '#store/ids.ts'
import { useWorkspace } from '#store/react.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { ErrorSummary, type FieldProblem } from '#ui/ErrorSummary.tsx'
import { FormFoot } from '#ui/FormFoot.tsx'
import { Loading } from '#ui/Loading.tsx'
import { tell } from '#ui/offerUndo.tsx'
import { Page } from '#ui/Page.tsx'
import { useFormDraft } from '#ui/useFormDraft.ts'
import { useLocalNow } from '#ui/useNow.ts'
import { NeedsPart, PersonPart, ReachPart } from './PersonParts.tsx'
import { beginReferral, editsOf, problemsOf, type ReferDraft, referDraftSchema } from './referDraft.ts'
import { ConsentPart, DangerPart, ReasonsPart, ReferrerPart } from './ReferralParts.tsx'
import { wordsFor } from './referringWords.ts'

/** Somebody is referred by a person who will see nothing of their file. */
export function ReferScreen() {
  const { person } = useWorkspace()
  const words = wordsFor(person)
  const team = person.intakeTeam ?? null
  return (
    <Page title={words.refer} back={{ to: '/referring', label: words.home }}>
      {team === null ? (
        <EmptyState title="Nobody can take referrals yet">
          {person.service} has no team that they could go to. Please tell the manager.
        </EmptyState>
      ) : (
        <ReferForm person={person} team={team} />
      )}
    </Page>
  )
}

function ReferForm({ person, team }: { person: Person; team: string }) {
  const { today } = useLocalNow()
  const navigate = useNavigate()
  const [blank] = useState(() => beginReferral(person, newId))
  const draft = useFormDraft<ReferDraft>({
    id: 'refer',
    about: 'refer',
    schema: referDraftSchema,
    begin: blank,
  })
  const [problems, setProblems] = useState<FieldProblem[]>([])
  if (!draft.state) return <Loading />
  const { state } = draft
  const change = (entered: Partial<ReferIn>) =>
    draft.change({ ...state, entered: { ...state.entered, ...entered } })
  const ofPerson = {
    form: state.entered.person,
    today,
    onChange: (typed: Partial<ReferIn['person']>) =>
      change({ person: { ...state.entered.person, ...typed } }),
  }
  const ofReferral = {
    form: state.entered.referral,
    onChange: (typed: Partial<ReferIn['referral']>) =>
      change({ referral: { ...state.entered.referral, ...typed } }),
  }
  const save = async () => {
    const found = problemsOf(gapsInReferIn(state.entered))
    setProblems(found)
    if (found.length > 0) return
    if ((await draft.finish(editsOf(state, person, team, today))) !== 'saved') return
    tell(`Kept. It goes to ${person.service} as soon as there is a signal.`)
    void navigate('/referring')
  }
  const leave = () => void draft.discard().then(() => navigate('/referring'))
  return (
    <>
      <ErrorSummary problems={problems} />
      <DangerPart {...ofReferral} />
      <PersonPart {...ofPerson} />
      <ReachPart {...ofPerson} />
      <ReasonsPart {...ofReferral} />
      <NeedsPart {...ofPerson} />
      <ReferrerPart {...ofReferral} person={person} />
      <ConsentPart {...ofReferral} />
      <FormFoot draft={draft} label="Send" onSave={() => void save()} onLeave={leave} />
    </>
  )
}
