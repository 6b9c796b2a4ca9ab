import { describe, expect, test } from 'vitest'
import { answer } from '../form/answers.ts'
import { checkQuestionnaire } from '../form/checkQuestionnaire.ts'
import { questionsOf } from '../form/formIndex.ts'
import { optionsOf } from '../form/options.ts'
import type { Pack } from '../measure/pack.ts'
import { wemwbs } from '../measure/wemwbs.ts'
import { finishVisit } from '../visit/finishVisit.ts'
import { scoresFrom } from '../visit/visitResponse.ts'
import { finishing, visitBegun } from '../visit/visits.fixture.ts'
import { mutable, visitDraftSchema } from '../visit/visitDraft.ts'
import { holisticAssessment } from './assessment.ts'
import { reviewForm } from './reviewForm.ts'
import { inWordsOf } from './wording.ts'

// Made-up wording: nothing of the scale's own is in this project.
const pack: Pack = {
  format: 'doorstep-instrument-1',
  measure: 'wemwbs',
  version: '3',
  name: 'WEMWBS',
  title: 'Made-up wording',
  licence: { holder: 'A service', reference: 'MADE-UP 1', notice: '© Nobody' },
  instructions: 'Made-up instructions.',
  answers: wemwbs.answers.map(({ score }) => ({ score, words: `Made-up answer ${score}` })),
  items: wemwbs.cues.map((_, i) => ({ words: `Made-up item ${i + 1}` })),
}
const scale = (form: typeof holisticAssessment) =>
  questionsOf(form).filter(({ linkId }) => linkId.startsWith('wellbeing.wemwbs.'))

describe.each([holisticAssessment, reviewForm])('$title in licensed words', (form) => {
  const worded = inWordsOf(pack, form)

  test('asks each item in its words, and is a sound form', () => {
    expect(checkQuestionnaire(worded).ok).toBe(true)
    expect(scale(worded).map(({ text }) => text)).toEqual(pack.items.map(({ words }) => words))
    expect(JSON.stringify(worded)).toContain('Made-up instructions.')
    expect(JSON.stringify(worded)).not.toContain('short cues')
  })

  test('keeps every code and score, and every other question', () => {
    const codes = (of: typeof form) =>
      scale(of).map((item) =>
        optionsOf(item).map(({ value, score }) => [value.type === 'coding' ? value.value.code : '', score]),
      )
    expect(codes(worded)).toEqual(codes(form))
    const others = (of: typeof form) => questionsOf(of).filter((item) => !scale(of).includes(item))
    expect(others(worded)).toEqual(others(form))
  })
})

describe('a visit in licensed words', () => {
  const begun = { ...visitBegun(), loaded: { id: 'a-pack', pack } }
  const answers = scale(inWordsOf(pack, holisticAssessment)).reduce(
    (all, item) => answer(all, item.linkId, [optionsOf(item)[3]?.value ?? { type: 'integer', value: 0 }]),
    begun.answers as Parameters<typeof answer>[0],
  )

  test('keeps the wording with its draft, and records which it was', () => {
    expect(visitDraftSchema.parse(JSON.parse(JSON.stringify(begun))).loaded).toEqual(begun.loaded)
    expect(scoresFrom({ ...begun, answers: mutable(answers) })).toMatchObject([
      { measure: 'wemwbs', total: 56, wording: 'licensed', pack: 'a-pack', packVersion: '3' },
      { measure: 'swemwbs', total: 28, metric: 25.03, wording: 'licensed' },
    ])
    expect(scoresFrom({ answers: mutable(answers) })).toMatchObject([
      { wording: 'cues' },
      { wording: 'cues' },
    ])
  })

  test('leaves the words of its items with the pack', () => {
    const consent = { 'consent.keep': [{ type: 'boolean' as const, value: true }] }
    const risks = {
      'risks.known': [optionsOf(riskItem())[0]?.value ?? { type: 'string' as const, value: '' }],
    }
    const finished = finishVisit(
      { ...begun, answers: mutable({ ...answers, ...consent, ...risks }) },
      finishing,
    )
    expect(finished.ok).toBe(true)
    expect(JSON.stringify(finished)).toContain('"Optimistic about the future"')
    expect(JSON.stringify(finished)).not.toContain('Made-up item')
  })
})

function riskItem() {
  const item = questionsOf(holisticAssessment).find(({ linkId }) => linkId === 'risks.known')
  if (!item) throw new Error('The assessment asks about risks')
  return item
}
