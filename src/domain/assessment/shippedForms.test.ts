import { describe, expect, test } from 'vitest'
import { checkQuestionnaire } from '../form/checkQuestionnaire.ts'
import { canonicalOf, type Item, type Questionnaire } from '../form/questionnaire.ts'
import { beginVisit, formOf, visitDraftSchema } from '../visit/visitDraft.ts'
import { visitBegun } from '../visit/visits.fixture.ts'
import { holisticAssessment } from './assessment.ts'
import { lacksForVisits, shippedForms } from './shippedForms.ts'

/** The assessment as a service might have it, each item changed or left out. */
function edition(change: (item: Item) => Item | null): Questionnaire {
  const changed = (items: readonly Item[]): Item[] =>
    items.flatMap((item) => {
      const next = change(item)
      return next ? [{ ...next, ...(next.item ? { item: changed(next.item) } : {}) }] : []
    })
  const form = checkQuestionnaire({
    ...holisticAssessment,
    version: '2026.1',
    item: changed(holisticAssessment.item),
  })
  if (!form.ok) throw new Error(JSON.stringify(form.error))
  return form.value
}

const at = (linkId: string, change: (item: Item) => Item | null) =>
  edition((item) => (item.linkId === linkId ? change(item) : item))

describe('an edition in the place of a shipped one', () => {
  test('may word everything anew, ask more, and leave out what no rule reads', () => {
    const worded = edition((item) => ({ ...item, ...(item.text ? { text: `${item.text}!` } : {}) }))
    expect(lacksForVisits(worded)).toEqual([])
    const more = at('matters', (item) => ({
      ...item,
      item: [...(item.item ?? []), { linkId: 'matters.pets', type: 'boolean', text: 'Have you got pets?' }],
    }))
    expect(lacksForVisits(more)).toEqual([])
    expect(shippedForms.flatMap(lacksForVisits)).toEqual([])
  })

  test.each<[string, (item: Item) => Item | null, string]>([
    ['risks.note', () => null, 'missing'],
    ['matters.most', (item) => ({ ...item, type: 'string' }), 'type'],
    ['area.home.needs', (item) => ({ ...item, answerOption: item.answerOption?.slice(1) }), 'answers'],
    [
      'risks.known',
      (item) => ({
        ...item,
        enableWhen: [{ question: 'consent.keep', operator: 'exists', answerBoolean: true }],
      }),
      'condition',
    ],
  ])('cannot do without %s', (linkId, change, what) => {
    expect(lacksForVisits(at(linkId, change))).toContainEqual({ linkId, what })
  })

  test('has everything in groups, which are what a visit goes through', () => {
    const loose = { linkId: 'pets', type: 'boolean', text: 'Have you got pets?' } as const
    const form = { ...holisticAssessment, item: [...holisticAssessment.item, loose] }
    expect(lacksForVisits(form)).toEqual([{ linkId: 'pets', what: 'place' }])
  })

  test('another form owes visits nothing', () => {
    expect(lacksForVisits({ ...holisticAssessment, url: 'urn:other', item: [] })).toEqual([])
  })
})

describe('a visit', () => {
  const given = {
    ids: { response: '019a8f00-0000-7000-8000-000000000001', plan: '019a8f00-0000-7000-8000-000000000002' },
    begunAt: '2026-11-23T10:00:00.000Z',
  }

  test('begins with the service’s own edition, and opens with it whatever is published later', () => {
    const own = at('matters', (item) => ({ ...item, text: 'What is dear to you' }))
    const draft = beginVisit(visitBegun().seen, given, [own])
    expect(draft.form).toBe(canonicalOf(own))
    const kept = visitDraftSchema.parse(JSON.parse(JSON.stringify(draft)))
    expect(formOf(kept)?.item.find(({ linkId }) => linkId === 'matters')?.text).toBe('What is dear to you')
  })

  test('begins with the shipped one where the own edition lacks what the rules read', () => {
    const draft = beginVisit(visitBegun().seen, given, [at('risks.note', () => null)])
    expect(draft.form).toBe(canonicalOf(holisticAssessment))
    expect(draft.edition).toBeUndefined()
  })
})
