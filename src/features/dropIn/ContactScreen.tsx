import { Button } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { removeRecord, restoreRecord } from '#domain/change/write.ts'
import {
  type ContactEntry,
  contactEntrySchema,
  correctedContact,
  entryOf,
} from '#domain/dropIn/logContact.ts'
import { timesGiven } from '#domain/dropIn/propose.ts'
import { openQuestions } from '#domain/record/record.ts'
import { useRecord, useRecords, useWorkspace } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FormFoot } from '#ui/FormFoot.tsx'
import { formatTime } from '#ui/dates.ts'
import { Loading } from '#ui/Loading.tsx'
import { offerUndo, tell } from '#ui/offerUndo.tsx'
import { Page } from '#ui/Page.tsx'
import { TwoAnswers } from '#ui/TwoAnswers.tsx'
import { useFormDraft } from '#ui/useFormDraft.ts'
import { useSave } from '#ui/useSave.ts'
import * as codes from '#words/codes.ts'
import { useDirectory } from '#words/directory/useDirectory.ts'
import { AboutThem } from './AboutThem.tsx'
import classes from './DropIn.module.css'
import { GivenPart } from './GivenPart.tsx'
import { GapsPart, NeedsPart } from './NeedsPart.tsx'
import { type Contact, type Session, useIsOwn, useSession } from './useSessions.ts'

/** Somebody who was logged, to be read or put right. */
export function ContactScreen() {
  const { sessionId = '', contactId = '' } = useParams()
  const session = useSession(sessionId)?.session
  const contact = useRecord('dropInContact', contactId)
  const own = useIsOwn(session)
  const gaps = useGapsOf(contact)
  const back = { to: `/drop-in/${sessionId}`, label: session?.body.place ?? 'Drop-in' }
  return (
    <Page
      title={contact ? `Who came at ${formatTime(contact.body.at)}` : 'Who came'}
      tabName="Drop-in"
      back={back}
    >
      {(contact === undefined || session === undefined) && <Loading />}
      {(contact === null || contact?.deleted) && <EmptyState title="This is not on this device any more" />}
      {contact && !contact.deleted && session && (
        <>
          {openQuestions(contact).length > 0 && <TwoAnswers record={contact.id} />}
          <EarlierGaps gaps={gaps} />
          <Correction
            key={contact.id}
            contact={contact}
            session={session}
            noted={gaps.map(({ body }) => body.need)}
            own={own}
            leaveTo={back.to}
          />
        </>
      )}
    </Page>
  )
}

/** What was missing is a record of its own, which lies with the gaps. */
function EarlierGaps({ gaps }: { gaps: readonly View<'gap'>[] }) {
  if (gaps.length === 0) return null
  const words = gaps.map(({ body }) =>
    [codes.wordFor(codes.need, body.need), body.wanted].filter(Boolean).join(': '),
  )
  return (
    <p className={classes['noted']}>
      Nothing fitted for {words.join('; ')}. <Link to="/gaps">See the gaps</Link>
    </p>
  )
}

function useGapsOf(contact: Contact | null | undefined): View<'gap'>[] {
  return useRecords('gap')?.filter(({ id }) => contact?.body.gaps?.includes(id)) ?? []
}

interface CorrectionProps {
  contact: Contact
  session: Session
  /** Needs that nothing fitted, as was written down before. */
  noted: string[]
  own: boolean
  leaveTo: string
}

function Correction({ contact, session, noted, own, leaveTo }: CorrectionProps) {
  const { person } = useWorkspace()
  const navigate = useNavigate()
  const directory = useDirectory()
  const logged = useRecords('dropInContact')
  const times = useMemo(() => timesGiven((logged ?? []).map(({ body }) => body)), [logged])
  const [begin] = useState(() => entryOf(contact.id, contact.body))
  const draft = useFormDraft<ContactEntry>({
    id: `drop-in-contact:${contact.id}`,
    about: contact.id,
    schema: contactEntrySchema,
    begin,
  })
  const { state } = draft
  if (!state || !directory) return <Loading />
  const part = { entry: state, onChange: draft.change }
  const save = async () => {
    const now = new Date().toISOString()
    const edits = correctedContact(contact, state, { session, by: person.id, now })
    const saved = await draft.finish(edits)
    if (saved === null) return
    if (saved === 'saved') tell('Put right.')
    void navigate(leaveTo)
  }
  return (
    <>
      <NeedsPart {...part} />
      <GivenPart {...part} directory={directory} times={times} />
      <GapsPart {...part} noted={noted} />
      <AboutThem {...part} />
      <Besides contact={contact} own={own} leaveTo={leaveTo} />
      {own && (
        <FormFoot
          draft={draft}
          label="Save"
          onSave={() => void save()}
          onLeave={() => void draft.discard().then(() => navigate(leaveTo))}
        />
      )}
    </>
  )
}

/** To pass them on after all, or to take them off the list. */
function Besides({ contact, own, leaveTo }: Omit<CorrectionProps, 'session' | 'noted'>) {
  const { save, saving } = useSave()
  const navigate = useNavigate()
  if (!own) return null
  const takeOff = async () => {
    if ((await save([removeRecord(contact, 'Logged by mistake')])) !== 'saved') return
    offerUndo('Taken off the list.', async () => void (await save([restoreRecord(contact)])))
    void navigate(leaveTo)
  }
  return (
    <div className={classes['actions']}>
      {contact.body.referral === undefined && (
        <Button
          component={Link}
          to={`/referring/new?contact=${contact.id}`}
          variant="default"
          leftSection={<IconUserPlus size={20} aria-hidden />}
        >
          Pass on to a co-ordinator
        </Button>
      )}
      <Button variant="subtle" loading={saving} onClick={() => void takeOff()}>
        Take off the list
      </Button>
    </div>
  )
}
