import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { editRecord } from '#domain/change/write.ts'
import { gapsInReferIn, type ReferIn } from '#domain/referral/referIn.ts'
import type { Person } from '#protocol/account.ts'
import { newId } from '#store/ids.ts'
import { useRecord, useWorkspace } from '#store/react.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { ErrorSummary, type FieldProblem } from '#ui/ErrorSummary.tsx'
import { FormFoot } from '#ui/FormFoot.tsx'
import { Loading } from '#ui/Loading.tsx'
import { tell } from '#ui/offerUndo.tsx'
import { Page } from '#ui/Page.tsx'
import { useFormDraft } from '#ui/useFormDraft.ts'
import { useLocalNow } from '#ui/useNow.ts'
import { NeedsPart, PersonPart, ReachPart } from './PersonParts.tsx'
import {
  beginReferral,
  editsOf,
  problemsOf,
  type ReferDraft,
  referDraftSchema,
  withContact,
} from './referDraft.ts'
import { ConsentPart, DangerPart, ReasonsPart, ReferrerPart } from './ReferralParts.tsx'
import { wordsFor } from './referringWords.ts'

/** Somebody is referred by a person who will see nothing of their file. */
export function ReferScreen() {
  const { person } = useWorkspace()
  const [params] = useSearchParams()
  const contact = useContact(params.get('contact'))
  const words = wordsFor(person)
  const team = person.intakeTeam ?? null
  const back = contact ? contact.leaveTo : { to: '/referring', label: words.home }
  return (
    <Page title={words.refer} back={back}>
      {team === null ? (
        <EmptyState title="Nobody can take referrals yet">
          {person.service} has no team that they could go to. Please tell the manager.
        </EmptyState>
      ) : contact === undefined ? (
        <Loading />
      ) : contact?.passedOn ? (
        <EmptyState title="They have been passed on already" />
      ) : (
        <ReferForm key={contact?.view.id} person={person} team={team} contact={contact} leaveTo={back.to} />
      )}
    </Page>
  )
}

type FromDropIn = NonNullable<ReturnType<typeof useContact>>

/** Somebody who came to a drop-in; null where nobody is named, undefined until they are there. */
function useContact(id: string | null) {
  const view = useRecord('dropInContact', id ?? '')
  const session = useRecord('dropIn', view?.body.dropIn ?? '')
  if (id === null || view === null) return null
  if (view === undefined || session === undefined) return undefined
  const leaveTo = { to: `/drop-in/${view.body.dropIn}`, label: session?.body.place ?? 'Drop-in' }
  return { view, session: session?.body ?? null, leaveTo, passedOn: view.body.referral !== undefined }
}

interface ReferFormProps {
  person: Person
  team: string
  contact: FromDropIn | null
  leaveTo: string
}

function ReferForm({ person, team, contact, leaveTo }: ReferFormProps) {
  const { today } = useLocalNow()
  const navigate = useNavigate()
  const [blank] = useState(() => {
    const begun = beginReferral(person, newId)
    return contact ? withContact(begun, contact.view.body, contact.session) : begun
  })
  const draft = useFormDraft<ReferDraft>({
    id: contact ? `refer:${contact.view.id}` : 'refer',
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
    const edits = editsOf(state, person, team, today)
    // Who came to the drop-in points to what became of it: in the same change, so that neither is without the other.
    const points = contact && editRecord(contact.view, { ...contact.view.body, referral: state.ids.referral })
    if ((await draft.finish([...edits, points])) !== 'saved') return
    tell(`Kept. It goes to ${person.service} as soon as there is a signal.`)
    void navigate(leaveTo)
  }
  const leave = () => void draft.discard().then(() => navigate(leaveTo))
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
