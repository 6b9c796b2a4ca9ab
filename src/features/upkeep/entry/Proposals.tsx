import { Button, Radio, Textarea } from '@mantine/core'
import { IconMessage } from '@tabler/icons-react'
import { useState } from 'react'
import { z } from 'zod'
import { type ProposedField, proposedFields, takenOver } from '#domain/correction/corrections.ts'
import type { View } from '#store/view.ts'
import { formatMoment } from '#ui/dates.ts'
import { ErrorSummary } from '#ui/ErrorSummary.tsx'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { Section } from '#ui/Section.tsx'
import { useFormDraft } from '#ui/useFormDraft.ts'
import { fieldWords, wordOf } from '#words/records/fields.ts'
import { readOut } from '#words/records/value.ts'
import { sentence } from '#words/sentence.ts'
import classes from '../Upkeep.module.css'
import { useCorrections } from './useCorrections.ts'
import { useDeciding } from './useDeciding.ts'

/** How its provider would have the entry read, beside how it reads. */
export function Proposals({ service }: { service: View<'service'> }) {
  return useCorrections(service.id, 'provider').map((proposal) => (
    <Proposal key={proposal.id} service={service} proposal={proposal} />
  ))
}

const decisionSchema = z.object({ kept: z.array(z.string()), answer: z.string() })

function Proposal({ service, proposal }: { service: View<'service'>; proposal: View<'correction'> }) {
  const { edits, undoable } = useDeciding(service)
  const [impossible, setImpossible] = useState(false)
  const fields = proposedFields(proposal.body, service.body)
  // What the entry says anew since then is not overwritten without somebody choosing so.
  const moved = fields.filter(({ state }) => state === 'moved').map(({ field }) => field)
  const [begin] = useState({ kept: moved, answer: '' })
  const draft = useFormDraft({
    id: `proposal:${proposal.id}`,
    about: service.id,
    schema: decisionSchema,
    begin,
  })
  const form = draft.state
  if (!form) return null
  const open = fields.filter(({ state }) => state !== 'agreed')
  const taken = open.map(({ field }) => field).filter((field) => !form.kept.includes(field))
  const decide = async (chosen: readonly string[]) => {
    const after = takenOver(service.body, proposal.body, chosen)
    setImpossible(after === null)
    if (!after) return
    const isTaken = chosen.length > 0 || open.length === 0
    const status = isTaken ? ('taken' as const) : ('left' as const)
    const done = edits(after, { correction: proposal, status, answer: form.answer })
    if ((await draft.finish(done)) !== 'saved') return
    undoable(isTaken ? 'Taken over. Its provider is told.' : 'Left as it is. Its provider is told.', done)
  }
  const choose = (field: string, side: string) =>
    draft.change({
      ...form,
      kept: [...form.kept.filter((each) => each !== field), ...(side === 'now' ? [field] : [])],
    })
  return (
    <Section title={`Proposed by ${proposal.body.byName ?? 'the provider'}`} icon={<IconMessage size={22} />}>
      <ErrorSummary
        problems={
          impossible ? [{ text: 'The entry would lose what it must have. Keep it in one of them.' }] : []
        }
      />
      <p className={classes['words']}>
        <span className={classes['quiet']}>{formatMoment(proposal.body.at)}</span>
        {proposal.body.note && `\n“${proposal.body.note}”`}
      </p>
      {open.map((field) => (
        <Sides
          key={field.field}
          {...field}
          chosen={form.kept.includes(field.field) ? 'now' : 'proposed'}
          onChoose={(side) => choose(field.field, side)}
        />
      ))}
      {fields.length > open.length && <p className={classes['quiet']}>The rest the entry says already.</p>}
      <Textarea
        label="A word to them"
        description="May be left empty."
        autoComplete="off"
        autosize
        minRows={1}
        value={form.answer}
        onChange={(event) => draft.change({ ...form, answer: event.currentTarget.value })}
      />
      <div className={classes['actions']}>
        <Button
          loading={draft.saving}
          disabled={open.length > 0 && taken.length === 0}
          onClick={() => void decide(taken)}
        >
          {taken.length === open.length ? 'Take it over' : `Take over ${taken.length} of ${open.length}`}
        </Button>
        <Button variant="default" loading={draft.saving} onClick={() => void decide([])}>
          Leave it as it is
        </Button>
      </div>
      {draft.fault && <span role="alert">{keepFaultWords(draft.fault)}</span>}
    </Section>
  )
}

interface SidesProps extends ProposedField {
  chosen: string
  onChoose: (side: string) => void
}

function Sides({ field, now, proposed, state, chosen, onChoose }: SidesProps) {
  const { label, shape } = wordOf(fieldWords.service, field)
  const read = (value: ProposedField['now']) => readOut(value, shape, () => null)
  return (
    <Radio.Group label={sentence(label)} value={chosen} onChange={onChoose} className={classes['choice']}>
      <div className={classes['sides']}>
        <Side
          value="now"
          words={read(now)}
          from={state === 'moved' ? 'The entry, changed since' : 'The entry'}
        />
        <Side value="proposed" words={read(proposed)} from="Proposed" />
      </div>
    </Radio.Group>
  )
}

function Side({ value, words, from }: { value: string; words: string; from: string }) {
  return (
    <Radio
      value={value}
      className={classes['side']}
      label={
        <>
          <span className={classes['value']}>{words === '' ? <em>Nothing</em> : words}</span>
          <span className={classes['from']}>{from}</span>
        </>
      }
    />
  )
}
