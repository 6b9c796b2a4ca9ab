import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { holisticAssessment } from '../assessment/assessment.ts'
import { editSchema, type Edit } from '../change/change.ts'
import { givenValues, type Answers } from '../form/answers.ts'
import { writeValue } from '../form/fhirValue.ts'
import { questionsOf } from '../form/formIndex.ts'
import { findItem, openForm } from '../form/openForm.ts'
import { optionsOf } from '../form/options.ts'
import type { Item } from '../form/questionnaire.ts'
import type { Value } from '../form/value.ts'
import { applyEdit } from '../kind/applyEdit.ts'
import { kindNamed, kinds, type KindName } from '../kind/kinds.ts'
import type { Kind } from '../kind/kind.ts'
import { jsonObjectSchema } from '../json.ts'
import { finishVisit } from './finishVisit.ts'
import { visitDraftSchema, type VisitDraft } from './visitDraft.ts'
import {
  chosen,
  enough,
  finishing,
  grace,
  iris,
  menInSheds,
  no,
  planId,
  responseId,
  scale,
  visitBegun,
  visitId,
  withAnswers,
  words,
  yes,
} from './visits.fixture.ts'

const need = { id: 'n1', area: 'people', need: 'More company' }
const goal = { id: 'g1', need: 'n1', goal: 'Meet people twice a week' }
const action = { id: 'a1', goal: 'g1', what: 'Ring Men in Sheds', who: 'Grace', status: 'to-do' }
const agreed = { needs: [need], goals: [goal], actions: [action], strengths: ['Kind neighbours'] }

describe('a finished visit', () => {
  test('is one change: response, visit, client, plan, and each service as what it is', () => {
    const draft = {
      ...withAnswers(visitBegun(), enough),
      plan: agreed,
      services: [menInSheds, { ...menInSheds, id: crypto.randomUUID(), as: 'signpost' as const }],
    }
    const edits = finished(draft)
    expect(edits.map(({ kind, op }) => `${op} ${kind}`)).toEqual([
      'create response',
      'edit visit',
      'edit client',
      'create plan',
      'create onwardReferral',
      'create signpost',
    ])
    for (const edit of edits) expect(editSchema.safeParse(edit).success).toBe(true)
    expect(edits.filter((edit) => edit.op === 'create' && !parsedBody(edit).success)).toEqual([])
  })

  test('is held when it began, however late it is finished', () => {
    expect(fieldsOf(finished(withAnswers(visitBegun(), enough)), 'visit')).toEqual({
      status: { from: 'planned', to: 'held' },
      heldAt: { from: null, to: '2026-11-23T10:35:00.000Z' },
      response: { from: null, to: responseId },
    })
  })

  test('carries the communication needs along with a referral', () => {
    const draft = {
      ...withAnswers(visitBegun(), enough),
      plan: agreed,
      services: [{ ...menInSheds, need: 'n1' }],
    }
    expect(created(finished(draft), kinds.onwardReferral)).toMatchObject({
      service: menInSheds.service,
      need: 'n1',
      visit: visitId,
      madeOn: '2026-11-25',
      madeBy: grace,
      consent: true,
      agreedToShare: ['contact'],
      communicationNeeds: ['Speak slowly', 'Large print'],
      status: 'sent',
    })
  })

  test('does not point at a need that was taken out of the plan again', () => {
    const draft = { ...withAnswers(visitBegun(), enough), services: [{ ...menInSheds, need: 'gone' }] }
    expect(created(finished(draft), kinds.onwardReferral).need).toBeUndefined()
  })

  test('scores a complete scale, and gives no total to one with a gap', () => {
    const full = withAnswers(visitBegun(), { ...enough, ...scale(Array.from({ length: 14 }, () => 3)) })
    expect(created(finished(full), kinds.response).scores).toMatchObject([
      { measure: 'wemwbs', total: 42, how: 'self' },
      { measure: 'swemwbs', total: 21, metric: 19.25 },
    ])
    const gap = withAnswers(visitBegun(), { ...enough, ...scale([3, 3, undefined, 4]) })
    expect(created(finished(gap), kinds.response).scores).toMatchObject([
      { measure: 'wemwbs', total: null, items: [3, 3, null, 4, ...Array.from({ length: 10 }, () => null)] },
      { measure: 'swemwbs', total: null, metric: null },
    ])
    expect(created(finished(withAnswers(visitBegun(), enough)), kinds.response).scores).toBeUndefined()
  })

  test('edits the plan as it was seen, and leaves alone one that was not touched', () => {
    const before = { needs: [need], goals: [], actions: [] }
    const begun = withAnswers(visitBegun({ plan: before }), enough)
    expect(finished(begun).some(({ kind }) => kind === 'plan')).toBe(false)
    const otherwise = withAnswers(visitBegun({ plan: { actions: [], goals: [], needs: [need] } }), enough)
    expect(finished(otherwise).some(({ kind }) => kind === 'plan')).toBe(false)
    const edits = finished({ ...begun, plan: { ...before, goals: [goal] } })
    expect(edits.find(({ kind }) => kind === 'plan')).toMatchObject({ op: 'edit', id: planId })
    expect(Object.keys(fieldsOf(edits, 'plan'))).toEqual(['goals', 'agreedOn'])
  })

  test('says what matters in the plan and about the person', () => {
    const edits = finished(withAnswers(visitBegun(), { ...enough, 'matters.most': words('My garden') }))
    expect(created(edits, kinds.plan).whatMatters).toBe('My garden')
    expect(fieldsOf(edits, 'client')['aboutMe']?.to).toBe(
      'What matters most to you at the moment?\nMy garden',
    )
  })
})

describe('the client after a visit', () => {
  test('is seen, open, to be reviewed in six months, with what was said about consent', () => {
    const draft = withAnswers(visitBegun(), {
      ...enough,
      'consent.share': chosen('consent.share', 'some'),
      'consent.share-with': words('My daughter'),
      'consent.share-limits': words('Not my landlord'),
    })
    expect(fieldsOf(finished(draft), 'client')).toMatchObject({
      status: { from: 'waiting', to: 'open' },
      openedOn: { to: '2026-11-25' },
      lastSeenAt: { to: '2026-11-23T10:35:00.000Z' },
      reviewOn: { to: '2027-05-25' },
      risks: { to: [{ risk: 'no-known-risks', recordedOn: '2026-11-25', by: grace }] },
      consents: {
        to: [
          { to: 'hold', given: true, on: '2026-11-25' },
          { to: 'share', given: true, withWhom: ['My daughter'], why: 'Not my landlord' },
        ],
      },
    })
  })

  test('keeps the date of the review when it was no first visit', () => {
    const draft = withAnswers(visitBegun({ visit: { purpose: 'follow-up' } }), enough)
    expect(fieldsOf(finished(draft), 'client')['reviewOn']).toBeUndefined()
  })

  const dog = { id: 'r1', risk: 'A dog or other animal', code: 'animals', note: 'Ask for her to be shut in' }
  const stairs = { id: 'r2', risk: 'Steep stairs', recordedOn: '2026-01-02' }

  test('has the risks of the file before them, to be confirmed: then nothing changes', () => {
    const draft = withAnswers(visitBegun({ client: { risks: [dog, stairs] } }), { 'consent.keep': yes })
    expect(fieldsOf(finished(draft), 'client')['risks']).toBeUndefined()
  })

  test('has a risk taken off that was unchosen, and a new one added with the note', () => {
    const draft = withAnswers(visitBegun({ client: { risks: [dog, stairs] } }), {
      'consent.keep': yes,
      'risks.known': [...chosen('risks.known', 'animals'), ...chosen('risks.known', 'falls')],
      'risks.note': words('Ring twice'),
    })
    expect(fieldsOf(finished(draft), 'client')['risks']?.to).toEqual([
      dog,
      expect.objectContaining({ risk: 'Falls', code: 'falls', note: 'Ring twice', by: grace }),
    ])
  })

  test('keeps what a colleague added meanwhile, when the risks of the visit meet it', () => {
    const draft = withAnswers(visitBegun({ client: { risks: [dog] } }), {
      'consent.keep': yes,
      'risks.known': chosen('risks.known', 'animals', 'falls'),
    })
    const edit = finished(draft).find(({ kind }) => kind === 'client')
    const now = {
      ...draft.seen.client,
      file: null,
      seq: 2,
      rev: 2,
      deleted: null,
      body: jsonObjectSchema.parse({ ...iris, risks: [dog, { id: 'r3', risk: 'Fire' }] }),
    }
    if (!edit) throw new Error('The visit did not change the client')
    const merged = applyEdit(now, edit, { change: 'c', by: grace, device: 'd', at: '' })
    expect(merged.ok && merged.value.record.body['risks']).toMatchObject([
      { risk: 'A dog or other animal' },
      { risk: 'Fire' },
      { risk: 'Falls' },
    ])
  })
})

describe('a person who says no to a record', () => {
  const said = withAnswers(visitBegun(), {
    ...enough,
    'consent.keep': no,
    'consent.keep-why-not': words('Only talk to me'),
    'matters.most': words('My garden'),
  })
  const gap = { id: crypto.randomUUID(), need: 'interests', why: 'nothing-found' }
  const draft = { ...said, plan: agreed, services: [menInSheds], gaps: [gap] }

  test('has that answer, the risks and the visit recorded, and nothing else', () => {
    const edits = finished(draft)
    expect(edits.map(({ kind }) => kind)).toEqual(['response', 'visit', 'client'])
    expect(JSON.stringify(edits)).not.toContain('garden')
    expect(fieldsOf(edits, 'client')['consents']?.to).toMatchObject([
      { to: 'hold', given: false, why: 'Only talk to me' },
    ])
    expect(fieldsOf(edits, 'client')['reviewOn']).toBeUndefined()
  })
})

describe('a visit is not finished', () => {
  test('without consent to hold a record, and without the risks', () => {
    expect(finishVisit(visitBegun(), finishing)).toMatchObject({
      ok: false,
      error: [
        { code: 'answer', problem: { code: 'missing', linkId: 'consent.keep' } },
        { code: 'answer', problem: { code: 'missing', linkId: 'risks.known' } },
      ],
    })
  })

  test('with an answer that contradicts itself', () => {
    const draft = withAnswers(visitBegun(), {
      ...enough,
      'risks.known': chosen('risks.known', 'no-known-risks', 'falls'),
    })
    expect(finishVisit(draft, finishing)).toMatchObject({
      error: [{ code: 'answer', problem: { code: 'stands-alone' } }],
    })
  })

  test('with a referral that the client has not agreed to', () => {
    const services = [{ ...menInSheds, consent: undefined }]
    expect(finishVisit({ ...withAnswers(visitBegun(), enough), services }, finishing)).toEqual({
      ok: false,
      error: [{ code: 'referral-consent', id: menInSheds.id, name: 'Men in Sheds' }],
    })
  })

  test('with a need, goal or action without words', () => {
    const plan = { ...agreed, goals: [{ ...goal, goal: ' ' }] }
    expect(finishVisit({ ...withAnswers(visitBegun(), enough), plan }, finishing)).toEqual({
      ok: false,
      error: [{ code: 'plan-words', part: 'goal', id: 'g1' }],
    })
  })

  test('with a form that this version of the app does not have', () => {
    expect(finishVisit({ ...withAnswers(visitBegun(), enough), form: 'urn:other|2' }, finishing)).toEqual({
      ok: false,
      error: [{ code: 'unknown-form', form: 'urn:other|2' }],
    })
  })
})

describe('whatever was answered', () => {
  test('is in the response, or hidden by its conditions', () => {
    fc.assert(
      fc.property(anyAnswers(), (answers) => {
        const draft = withAnswers(visitBegun(), answers)
        const result = finishVisit(draft, finishing)
        if (!result.ok) return
        const recorded = answersIn(created(result.value, kinds.response).item)
        const view = openForm(holisticAssessment, draft.answers)
        for (const { linkId } of questionsOf(holisticAssessment)) {
          const given = givenValues(draft.answers, linkId).map((value) => writeValue(value))
          expect(recorded.get(linkId) ?? []).toEqual(findItem(view, linkId)?.enabled ? given : [])
        }
      }),
    )
  })

  test('says the same when it is finished again, and after the draft was kept and read', () => {
    fc.assert(
      fc.property(anyAnswers(), (answers) => {
        const draft = { ...withAnswers(visitBegun(), answers), plan: agreed, services: [menInSheds] }
        const kept = visitDraftSchema.parse(JSON.parse(JSON.stringify(draft)))
        expect(finishVisit(kept, finishing)).toEqual(finishVisit(draft, finishing))
      }),
    )
  })
})

/** Answers that fit their questions: some of the form, with the two that must be there. */
function anyAnswers(): fc.Arbitrary<Answers> {
  const each = Object.fromEntries(
    questionsOf(holisticAssessment).map((item) => [item.linkId, valuesOf(item)]),
  )
  return fc.record(each, { requiredKeys: ['consent.keep', 'risks.known'] })
}

function valuesOf(item: Item): fc.Arbitrary<Value[]> {
  const one = valueOf(item)
  const exclusive = optionsOf(item).filter((option) => option.exclusive)
  const others = optionsOf(item).filter((option) => !option.exclusive)
  if (!item.repeats) return one.map((value) => [value])
  const several: fc.Arbitrary<Value[]> = fc.subarray(
    others.map((option) => option.value),
    { minLength: 1 },
  )
  const own =
    item.type === 'open-choice' ? [fc.tuple(several, text()).map(([some, words]) => [...some, words])] : []
  return fc.oneof(several, ...own, ...exclusive.map((option) => fc.constant<Value[]>([option.value])))
}

function valueOf(item: Item): fc.Arbitrary<Value> {
  switch (item.type) {
    case 'boolean':
      return fc.boolean().map((value) => ({ type: 'boolean', value }))
    case 'integer':
      return fc.nat({ max: 100 }).map((value) => ({ type: 'integer', value }))
    case 'choice':
    case 'open-choice':
      return fc.constantFrom(...optionsOf(item).map((option) => option.value))
    case 'string':
    case 'text':
      return text()
    default:
      throw new Error(`The assessment has no question of type ${item.type} yet`)
  }
}

function text(): fc.Arbitrary<Value> {
  return fc.string({ maxLength: 20 }).map((value) => ({ type: 'string', value }))
}

function answersIn(items: readonly unknown[]): Map<string, unknown[]> {
  const beneath = (item: Recorded): [string, unknown[]][] => [
    [item.linkId, item.answer ?? []],
    ...(item.item ?? []).flatMap(beneath),
  ]
  return new Map(items.flatMap((item) => beneath(recordedSchema.parse(item))))
}

const recordedSchema = z.object({
  linkId: z.string(),
  answer: z.array(z.unknown()).optional(),
  get item() {
    return z.array(recordedSchema).optional()
  },
})
type Recorded = z.infer<typeof recordedSchema>

function finished(draft: VisitDraft): Edit[] {
  const result = finishVisit(draft, finishing)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

function created<Name extends KindName, Schema extends z.ZodType>(
  edits: readonly Edit[],
  { kind, body }: Kind<Name, Schema>,
): z.infer<Schema> {
  const edit = edits.find((found) => found.kind === kind && found.op === 'create')
  if (edit?.op !== 'create') throw new Error(`No ${kind} was created`)
  return body.parse(edit.body)
}

function parsedBody(edit: Extract<Edit, { op: 'create' }>) {
  const kind = kindNamed(edit.kind)
  if (!kind) throw new Error(`There is no kind ${edit.kind}`)
  return kind.body.safeParse(edit.body)
}

function fieldsOf(edits: readonly Edit[], kind: KindName) {
  const edit = edits.find((found) => found.kind === kind)
  if (edit?.op !== 'edit') throw new Error(`The ${kind} was not edited`)
  return edit.fields
}
