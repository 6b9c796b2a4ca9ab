import { Button, NativeSelect, Textarea } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { calledName } from '#domain/client/name.ts'
import { shareable } from '#domain/onwardReferral/shared.ts'
import type { ChosenService } from '#domain/visit/visitDraft.ts'
import { offerUndo } from '#ui/offerUndo.tsx'
import { Pill } from '#ui/Pill.tsx'
import type { Pace } from '../draftKeeper.ts'
import { Choices } from '#questions/Choices.tsx'
import { useVisitWork } from '../VisitWork.tsx'
import classes from './Services.module.css'
import { shareWords } from './shareWords.ts'

/** A chosen service, and what was agreed about it. */
export function ChosenCard({ chosen, checked }: { chosen: ChosenService; checked: boolean }) {
  const { change, name } = useVisitWork()
  const set = (next: (service: ChosenService) => ChosenService, pace?: Pace) =>
    change(
      (now) => ({
        ...now,
        services: now.services.map((each) => (each.id === chosen.id ? next(each) : each)),
      }),
      pace,
    )
  const referral = chosen.as === 'referral'
  return (
    <article className={classes['card']} aria-labelledby={`service-${chosen.id}`}>
      <div className={classes['head']}>
        <div>
          <h3 id={`service-${chosen.id}`} className={classes['name']}>
            {chosen.name}
          </h3>
          <Pill tone={referral ? 'accent' : 'plain'}>{referral ? 'Referral' : 'Details given'}</Pill>
        </div>
        <TakeOut chosen={chosen} />
      </div>
      <ForNeed chosen={chosen} set={set} />
      {referral && <Agreed chosen={chosen} set={set} checked={checked} />}
      <Textarea
        label={referral ? 'Why this service, for them to read' : 'Note'}
        value={chosen.note ?? ''}
        minRows={1}
        autoComplete="off"
        onChange={({ currentTarget: { value } }) => set((each) => ({ ...each, note: value }), 'typing')}
      />
      <div className={classes['buttons']}>
        <Button
          variant="subtle"
          onClick={() => set((each) => ({ ...each, as: referral ? 'signpost' : 'referral' }))}
        >
          {referral ? `Only give ${name} the details` : 'Make it a referral'}
        </Button>
      </div>
    </article>
  )
}

interface PartProps {
  chosen: ChosenService
  set: (next: (service: ChosenService) => ChosenService, pace?: Pace) => void
}

function ForNeed({ chosen, set }: PartProps) {
  const { needs } = useVisitWork().draft.plan
  if (needs.length === 0) return null
  return (
    <NativeSelect
      label="For which need"
      value={chosen.need ?? ''}
      data={[
        { value: '', label: 'None of the plan' },
        ...needs.map(({ id, need }) => ({ value: id, label: need })),
      ]}
      onChange={({ currentTarget: { value } }) => set((each) => withNeed(each, value))}
    />
  )
}

function withNeed(chosen: ChosenService, need: string): ChosenService {
  const { need: _, ...rest } = chosen
  return need === '' ? rest : { ...rest, need }
}

/** How to talk with somebody goes along always, so it is no choice. */
const choosable = shareable.filter((part) => part !== 'communication-needs')

/** Nobody is referred without a yes; what is passed on is agreed one by one. */
function Agreed({ chosen, set, checked }: PartProps & { checked: boolean }) {
  const { client, name } = useVisitWork()
  const needs = client.communicationNeeds ?? []
  const called = calledName(client)
  const answer = (label: string, consent: boolean) => ({
    key: label,
    label,
    chosen: chosen.consent === consent,
    choose: () => set((each) => ({ ...each, consent })),
  })
  return (
    <>
      <Choices
        id={`service-consent-${chosen.id}`}
        legend={`Does ${name} agree to this referral?`}
        required
        error={noYes(chosen, checked)}
        choices={[answer('Yes', true), answer('No', false)]}
      />
      <Choices
        id={`service-share-${chosen.id}`}
        legend="What may they be told?"
        several
        choices={choosable.map((part) => ({
          key: part,
          label: shareWords[part],
          chosen: chosen.agreedToShare.includes(part),
          choose: (share) =>
            set((each) => ({ ...each, agreedToShare: toggled(each.agreedToShare, part, share) })),
        }))}
      >
        <p className={classes['quiet']} style={{ marginTop: '0.5rem' }}>
          Goes along always, since nobody can be referred without: what to call you, {called}
          {needs.length > 0 && `, and how to talk with you: ${needs.join('; ')}`}.
        </p>
      </Choices>
    </>
  )
}

function noYes({ consent }: ChosenService, checked: boolean): string | undefined {
  if (consent === false) return 'Without a yes this cannot be a referral. The details can still be given.'
  return checked && consent === undefined ? 'This is needed' : undefined
}

function toggled(parts: readonly string[], part: string, chosen: boolean): string[] {
  const others = parts.filter((other) => other !== part)
  return chosen ? [...others, part] : others
}

function TakeOut({ chosen }: { chosen: ChosenService }) {
  const { change } = useVisitWork()
  const takeOut = () => {
    change((now) => ({ ...now, services: now.services.filter(({ id }) => id !== chosen.id) }))
    offerUndo(`${chosen.name}: taken out`, () =>
      change((now) => ({ ...now, services: [...now.services, chosen] })),
    )
  }
  return (
    <Button
      variant="subtle"
      size="compact-md"
      leftSection={<IconTrash size={20} aria-hidden />}
      aria-label={`Take out: ${chosen.name}`}
      onClick={takeOut}
    >
      Take out
    </Button>
  )
}
