import { describe, expect, test } from 'vitest'
import { questionnaireResponseSchema } from '../form/response.ts'
import { jsonObjectSchema } from '../json.ts'
import { examplePack } from './examplePack.ts'
import {
  measureToTake,
  offeredMeasures,
  packInForce,
  publishedBefore,
  publishPack,
  putBack,
} from './inForce.ts'
import type { InstrumentBody } from './instrumentRecord.ts'
import { measuresOverTime, noticesOf } from './overTime.ts'
import type { Pack } from './pack.ts'
import { instrumentOf, measureResponse, measureScores } from './taken.ts'

const asJson = (pack: unknown) => jsonObjectSchema.parse(JSON.parse(JSON.stringify(pack)))
const record = (id: string, pack: Pack, more: Partial<InstrumentBody> = {}) => ({
  id,
  kind: 'instrument',
  version: 1,
  file: null,
  contested: {},
  body: {
    measure: pack.measure,
    packVersion: pack.version,
    title: pack.title,
    status: 'published',
    publishedBy: 'mo',
    publishedOn: '2026-03-02',
    pack: asJson(pack),
    ...more,
  },
})
const version = (number: string): Pack => ({ ...examplePack, version: number })
const response = (id: string, body: ReturnType<typeof measureResponse>) => ({ id, file: 'c', body })
const by = { authored: '2026-03-02T10:00:00.000Z', author: 'grace' }

describe('the wording in force', () => {
  test('is the published one; a retired one, or one of another measure, is none', () => {
    expect(packInForce([record('a', examplePack)], 'garden-ease')).toEqual({ id: 'a', pack: examplePack })
    expect(packInForce([record('a', examplePack, { status: 'retired' })], 'garden-ease')).toBeUndefined()
    expect(packInForce([record('a', examplePack)], 'wemwbs')).toBeUndefined()
  })

  test('that is no longer used is not offered, and still there for what was begun in it', () => {
    const retired = [record('a', examplePack, { status: 'retired' })]
    expect(offeredMeasures(retired).map(({ instrument }) => instrument.code)).not.toContain('garden-ease')
    expect(measureToTake(retired, 'garden-ease')?.loaded).toEqual({ id: 'a', pack: examplePack })
    expect(measureToTake(retired, 'ons4')?.loaded).toBeUndefined()
    expect(measureToTake([], 'garden-ease')).toBeUndefined()
  })

  test('of two that were published apart is the higher version, whichever comes first', () => {
    const two = [record('b', version('9')), record('a', version('10'))]
    expect(packInForce(two, 'garden-ease')?.id).toBe('a')
    expect(packInForce(two.toReversed(), 'garden-ease')?.id).toBe('a')
  })

  test('is never one that this version cannot read whole', () => {
    const newer = record('a', examplePack, {
      pack: { ...asJson(examplePack), format: 'doorstep-instrument-2' },
    })
    const broken = record('b', examplePack, { pack: { ...asJson(examplePack), scores: [] } })
    expect(packInForce([newer, broken], 'garden-ease')).toBeUndefined()
    expect(offeredMeasures([newer, broken]).map(({ instrument }) => instrument.code)).toEqual([
      'wemwbs',
      'ons4',
      'ucla3',
      'swemwbs',
    ])
  })

  test('is published in place of the one before, in one change, and put back the same way', () => {
    const before = record('a', version('1'))
    const edits = publishPack([before], version('2'), { id: 'b', by: 'mo', today: '2026-04-01' })
    expect(edits).toMatchObject([
      { op: 'create', kind: 'instrument', id: 'b', file: null, body: { packVersion: '2', replaces: 'a' } },
      { op: 'edit', id: 'a', fields: { status: { from: 'published', to: 'retired' } } },
    ])
    const retired = record('a', version('1'), { status: 'retired' })
    expect(putBack([retired, record('b', version('2'))], retired)).toMatchObject([
      { id: 'a', fields: { status: { to: 'published' } } },
      { id: 'b', fields: { status: { to: 'retired' } } },
    ])
    expect(publishedBefore([retired], version('1'))?.id).toBe('a')
    expect(publishedBefore([retired], version('2'))).toBeUndefined()
  })
})

describe('a measure taken by itself', () => {
  const loaded = { id: 'a', pack: examplePack }

  test('is a response with its scores and the wording that it was asked in', () => {
    const garden = instrumentOf('garden-ease', loaded)
    if (!garden) throw new Error('A pack is an instrument')
    const body = measureResponse(garden, [2, 0, 1], { ...by, how: 'phone', loaded })
    expect(body.scores).toEqual([
      {
        measure: 'garden-ease',
        total: 5,
        metric: 8.2,
        items: [2, 0, 1],
        how: 'phone',
        wording: 'licensed',
        pack: 'a',
        packVersion: '1',
      },
    ])
    expect(body.questionnaire).toBe('urn:doorstep:instrument:garden-ease|1')
    const fhir = { resourceType: 'QuestionnaireResponse', status: 'completed', item: body.item }
    expect(questionnaireResponseSchema.parse(fhir).item?.[1]).toEqual({
      linkId: 'garden-ease.2',
      text: 'The weeds had the upper hand',
      answer: [
        { valueCoding: { system: 'urn:doorstep:instrument:garden-ease', code: '0', display: 'Not once' } },
      ],
    })
  })

  test('with answers left out keeps what was said, and leaves the score open', () => {
    const ons4 = instrumentOf('ons4', undefined)
    if (!ons4) throw new Error('ONS4 ships')
    const scores = measureScores(ons4, [7, null, 8, 2], { how: 'self' })
    expect(scores.map(({ total }) => total)).toEqual([7, null, 8, 2])
    expect(scores.map(({ items }) => items)).toEqual([[7], [null], [8], [2]])
    expect(measureResponse(ons4, [7, null, 8, 2], by).item).toHaveLength(3)
  })
})

describe('over time', () => {
  const at = (code: string, answers: (number | null)[], authored: string) => {
    const instrument = instrumentOf(code, undefined)
    if (!instrument) throw new Error(`${code} ships`)
    return response(authored, measureResponse(instrument, answers, { ...by, authored }))
  }
  const threes = Array.from({ length: 14 }, () => 3)

  test('each measure that was taken, each score by itself, the short scale with the full one', () => {
    const taken = measuresOverTime(
      [at('wemwbs', threes, '2026-09'), at('ons4', [7, 6, 5, 4], '2026-03'), at('wemwbs', threes, '2026-03')],
      [],
    )
    expect(
      taken.map(({ instrument, series }) => [
        instrument.code,
        series.map(({ rule, points }) => [rule.measure, points.map(({ value }) => value)]),
      ]),
    ).toEqual([
      [
        'wemwbs',
        [
          ['wemwbs', [42, 42]],
          ['swemwbs', [19.25, 19.25]],
        ],
      ],
      [
        'ons4',
        [
          ['ons4.satisfaction', [7]],
          ['ons4.worthwhile', [6]],
          ['ons4.happiness', [5]],
          ['ons4.anxiety', [4]],
        ],
      ],
    ])
  })

  test('the short scale has a part of its own where it was taken alone', () => {
    const taken = measuresOverTime([at('swemwbs', [3, 3, 3, 3, 3, 3, 3], '2026-03')], [])
    expect(taken.map(({ instrument }) => instrument.code)).toEqual(['swemwbs'])
  })

  test('a pack that is no longer used still says what its scores mean, and whose it is', () => {
    const garden = instrumentOf('garden-ease', { id: 'a', pack: examplePack })
    if (!garden) throw new Error('A pack is an instrument')
    const retired = [record('a', examplePack, { status: 'retired' })]
    const [taken] = measuresOverTime([response('r', measureResponse(garden, [2, 0, 1], by))], retired)
    expect(taken?.series[0]?.points[0]?.value).toBe(8.2)
    expect(noticesOf(['garden-ease', 'wemwbs'], retired)).toEqual([
      expect.stringContaining('NHS Health Scotland'),
      examplePack.licence.notice,
    ])
  })
})
