import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { NO_KNOWN_RISKS } from '#domain/client/client.ts'
import { type Ground, openTenant, systemGround } from '../../accounts/ground.ts'
import { verifyHistory } from '../../reconcile/verifyHistory.ts'
import { fromRow } from '../../reconcile/wire.ts'
import { addMembers, bareServiceOn } from '../../testing/bareService.ts'
import { change, newId } from '../../testing/changes.ts'
import { teamA, teamB } from '../../testing/demo.ts'
import { emptyDatabase } from '../../testing/place.ts'
import type { Database } from '../../store/tables.ts'
import { importCommand, importOf, templateOf } from './importCommand.ts'
import { importFile } from './importFile.ts'
import { responsesTo } from './responses.ts'
import { shippedInstrument } from '#domain/measure/shipped.ts'

const mo = { staff: 'mo', role: 'manager', team: null, active: true } as const
const practice = newId()

let database: Database
let remove: () => Promise<void>
let ground: Ground
let tenant: string

beforeEach(async () => {
  ;({ database, remove } = await emptyDatabase())
  ground = systemGround(database)
  tenant = await openTenant(ground)
  await addMembers(database, tenant, [mo])
  await database.insertInto('teams').values({ tenant, id: teamA, name: 'North' }).execute()
  await database.insertInto('teams').values({ tenant, id: teamB, name: 'South' }).execute()
  const body = { name: 'Bellegrove Surgery', shortName: 'Bellegrove', odsCode: 'G83999' }
  await bareServiceOn(database, tenant).push(
    mo,
    change({ op: 'create', kind: 'practice', id: practice, version: 1, file: null, body }),
  )
})
afterEach(() => remove())

function take(kind: 'clients' | 'referrals' | 'usage', text: string | Buffer, dryRun = false) {
  return importOf(ground, kind, { tenant, by: mo.staff, bytes: Buffer.from(text), dryRun })
}

async function bodies(kind: string) {
  const rows = await database
    .selectFrom('records')
    .select(['wire', 'kept'])
    .where('kind', '=', kind)
    .orderBy('seq')
    .execute()
  return rows.map((row) => fromRow(row).body)
}

const people = (many: number) => [
  'reference,first name,family name,date of birth,nhs number,team',
  ...Array.from({ length: many }, (_, i) => `R${i},First${i},Family${i},1/2/1941,,South`),
]

describe('a file of clients', () => {
  test('becomes files that say what it said', async () => {
    const text = [
      '\uFEFFReference,First name,Family name,Date of birth,NHS number,Address,Postcode,Practice,Risks,Do not visit alone,Consent to hold,Consent on,Carer',
      'A 1,Ottoline,"Marsh, née Fenn",01/02/1941,999 000 0018,"4 High Street; Sidcup",da14 6aa,bellegrove,none,yes,yes,3.4.2025,both',
      '',
    ].join('\r\n')
    expect(await take('clients', text)).toMatchObject({ ok: true, value: { written: 1, repeated: 0 } })
    expect(await bodies('client')).toMatchObject([
      {
        externalReference: 'A 1',
        firstName: 'Ottoline',
        familyName: 'Marsh, née Fenn',
        dateOfBirth: '1941-02-01',
        nhsNumber: '999 000 0018',
        address: { lines: ['4 High Street', 'Sidcup'], postcode: 'da14 6aa' },
        practice,
        risks: [{ risk: NO_KNOWN_RISKS }],
        doNotVisitAlone: true,
        consents: [{ to: 'hold', given: true, on: '2025-04-03' }],
        carerStatus: 'both',
        team: teamA,
        status: 'waiting',
      },
    ])
    expect(await verifyHistory(database, tenant)).toEqual([])
  })

  test('of a thousand lines with thirty bad ones names all thirty, and alters nothing until they are mended', async () => {
    const bad = [
      (i: number) => `R${i},First${i},,1/2/1941,,South`,
      (i: number) => `R${i},First${i},Family${i},31/2/1941,,South`,
      (i: number) => `R${i},First${i},Family${i},1/2/1941,,West`,
      (i: number) => `,First${i},Family${i},1/2/1941,,South`,
      (i: number) => `R${i},First${i},Family${i},1/2/1941,South`,
      () => `R1,First,Family,1/2/1941,,South`,
    ]
    const good = people(1000)
    const places = Array.from({ length: 30 }, (_, i) => 20 + i * 31)
    const spoilt = good.map((line, i) => {
      const at = places.indexOf(i)
      return at < 0 ? line : (bad[at % bad.length]?.(i - 1) ?? line)
    })
    const answer = await take('clients', spoilt.join('\n'))
    expect(answer.ok ? [] : answer.error.map(({ line }) => line)).toEqual(places.map((at) => at + 1))
    expect(await bodies('client')).toEqual([])
    expect(await take('clients', good.join('\n'))).toMatchObject({ ok: true, value: { written: 1000 } })
    expect(await bodies('client')).toHaveLength(1000)
  })

  test('says of each fault what it is and how to mend it', async () => {
    const text = [
      'reference,family name,date of birth,sex,practice,co-ordinator,consent to hold',
      'A,Fenn,1941-13-01,X,Nowhere Surgery,nobody@demo.test,perhaps',
      'B,Fenn,,,,,yes',
    ].join('\n')
    const answer = await take('clients', text)
    expect(answer.ok ? [] : answer.error).toEqual([
      { line: 2, what: 'date of birth: “1941-13-01” is not a day: write it as 1/3/2026 or 2026-03-01' },
      { line: 2, what: 'sex: “X” is not one of: F, M, I, U' },
      { line: 2, what: 'practice: “Nowhere Surgery” is no practice of this service' },
      { line: 2, what: 'consent to hold: “perhaps” is not one of: yes or no' },
      { line: 2, what: 'co-ordinator: “nobody@demo.test” is no co-ordinator of this service' },
      { line: 3, what: 'consent on: the day of the consent is needed' },
    ])
  })

  test('keeps what is odd as it was typed, and says so', async () => {
    const text = 'reference,family name,nhs number,postcode,date of birth\nA,Fenn,999 000 0019,DA1,1/2/1801\n'
    const answer = await take('clients', text)
    expect(answer.ok && answer.value.doubts.map(({ line, what }) => [line, what.split(':')[0]])).toEqual([
      [2, 'nhs number'],
      [2, 'postcode'],
      [2, 'date of birth'],
    ])
    expect(await bodies('client')).toMatchObject([{ nhsNumber: '999 000 0019', dateOfBirth: '1801-02-01' }])
  })

  test('sent again brings nothing twice; what is new in it is taken', async () => {
    await take('clients', people(3).join('\n'))
    expect(await take('clients', people(5).join('\n'))).toMatchObject({
      ok: true,
      value: { written: 2, repeated: 3 },
    })
    expect(await bodies('client')).toHaveLength(5)
  })

  test('tried without writing writes nothing', async () => {
    expect(await take('clients', people(3).join('\n'), true)).toMatchObject({
      ok: true,
      value: { written: 3 },
    })
    expect(await bodies('client')).toEqual([])
  })

  test.each<[string, string | Buffer, number, RegExp]>([
    ['nothing', '', 1, /empty/],
    ['no UTF-8', Buffer.from([0x72, 0xe9, 0x66]), 1, /UTF-8/],
    ['a quotation mark that stays open', 'reference,family name\nA,"Fenn\n', 2, /quotation mark/],
    ['a column nobody knows', 'reference,family name,shoe size\nA,Fenn,7\n', 1, /“shoe size” is no column/],
    ['a column twice', 'reference,family name,family name\nA,Fenn,Fenn\n', 1, /there twice/],
    ['too few cells', 'reference,family name\nA\n', 2, /has 1 cells, and there are 2 headings/],
    ['one reference twice', 'reference,family name\nA,"Fe\nnn"\nA,Fenn\n', 4, /is on line 2 too/],
  ])('with %s is rejected with the place', async (_, text, line, what) => {
    const answer = await take('clients', text)
    expect(answer.ok ? [] : answer.error.map((fault) => fault.line)).toEqual([line])
    expect(answer.ok ? '' : answer.error[0]?.what).toMatch(what)
  })

  test('of 10,000 lines is taken in under a minute', { timeout: 90_000 }, async () => {
    const began = performance.now()
    expect(await take('clients', people(10_000).join('\n'))).toMatchObject({ value: { written: 10_000 } })
    expect((performance.now() - began) / 1000).toBeLessThan(60)
  })
})

describe('a file of referrals', () => {
  const heading = 'reference,client,source,date,reasons,referrer name,about'

  test('goes to the clients whom it names, by reference or NHS number', async () => {
    await take('clients', 'reference,family name,nhs number\nA,Fenn,999 000 0018\nB,Marsh,\n')
    const lines = ['1,A,gp,1/3/2026,isolated; carer,Dr Nobody,Lonely', '2,9990000018,self,2026-03-02,,,']
    expect(await take('referrals', [heading, ...lines].join('\n'))).toMatchObject({ value: { written: 2 } })
    expect(await bodies('referral')).toMatchObject([
      {
        date: '2026-03-01',
        reasons: ['isolated', 'carer'],
        referrer: { name: 'Dr Nobody' },
        status: 'received',
      },
      { source: 'self', date: '2026-03-02', reasons: [] },
    ])
    const files = await database
      .selectFrom('records')
      .select(['file'])
      .where('kind', '=', 'referral')
      .execute()
    expect(new Set(files.map(({ file }) => file)).size).toBe(1)
    expect(await take('referrals', [heading, ...lines].join('\n'))).toMatchObject({
      value: { written: 0, repeated: 2 },
    })
  })

  test('of somebody who is not here, or for no known reason, is rejected', async () => {
    await take('clients', 'reference,family name\nA,Fenn\n')
    const answer = await take('referrals', [heading, '1,Z,gp,1/3/2026,,,', '2,A,,,bored,,'].join('\n'))
    expect(answer.ok ? [] : answer.error.map(({ line, what }) => `${line} ${what.split(':')[0]}`)).toEqual([
      '2 client',
      '3 reasons',
    ])
    expect(await bodies('referral')).toEqual([])
  })
})

describe('a file of answers to a measure', () => {
  const ucla = shippedInstrument('ucla3')
  if (!ucla) throw new Error('UCLA-3 ships')
  const answers = (text: string, dryRun = false) =>
    importFile(ground, responsesTo(ucla), { tenant, by: mo.staff, bytes: Buffer.from(text), dryRun })
  const heading = 'reference,client,date,how,purpose,item1,item2,item3'

  test('is scored as it comes in, and tells what it does not know', async () => {
    await take('clients', 'reference,family name,nhs number\nA,Fenn,999 000 0018\n')
    const lines = ['1,A,1/3/2026,phone,baseline,3,2,2', '2,9990000018,2026-09-01,,review,1,,2']
    expect(await answers([heading, ...lines].join('\r\n'))).toMatchObject({
      value: {
        written: 2,
        doubts: [{ line: 3, what: 'item 2: no answer, so a score that needs it is left open' }],
      },
    })
    expect(await bodies('response')).toMatchObject([
      {
        questionnaire: 'urn:doorstep:instrument:ucla3|elsewhere',
        authored: '2026-03-01T12:00:00.000Z',
        purpose: 'baseline',
        externalReference: '1',
        scores: [{ measure: 'ucla3', total: 7, items: [3, 2, 2], how: 'phone', wording: 'elsewhere' }],
      },
      { scores: [{ measure: 'ucla3', total: null, items: [1, null, 2] }] },
    ])
    expect(await answers([heading, ...lines].join('\n'))).toMatchObject({
      value: { written: 0, repeated: 2 },
    })
  })

  test.each([
    ['of nobody', '1,Z,1/3/2026,,,1,1,1', /^client: nobody here/],
    ['without a day', '1,A,,,,1,1,1', /^date: is empty/],
    ['on no day', '1,A,31/2/2026,,,1,1,1', /^date: “31.2.2026” is not a day/],
    ['out of range', '1,A,1/3/2026,,,1,4,1', /^item2: “4” is not one of 1, 2, 3/],
    ['in words', '1,A,1/3/2026,,,1,often,1', /^item2: “often” is not one of/],
    ['by halves', '1,A,1/3/2026,,,1,1.5,1', /^item2: “1.5” is not one of/],
    ['without answers', '1,A,1/3/2026,,,,,', /^has no answer/],
    ['taken in no known way', '1,A,1/3/2026,fax,,1,1,1', /^how: “fax” is not one of/],
  ])('%s is rejected, and with it the file', async (_, line, what) => {
    await take('clients', 'reference,family name\nA,Fenn\n')
    const outcome = await answers([heading, '0,A,1/3/2026,,,1,1,1', line].join('\n'))
    expect(outcome.ok ? [] : outcome.error.map((fault) => fault.line)).toEqual([3])
    expect(outcome.ok ? '' : outcome.error[0]?.what).toMatch(what)
    expect(await bodies('response')).toEqual([])
  })

  test('tried without writing writes nothing', async () => {
    await take('clients', 'reference,family name\nA,Fenn\n')
    expect(await answers(`${heading}\n1,A,1/3/2026,,,1,1,1`, true)).toMatchObject({ value: { written: 1 } })
    expect(await bodies('response')).toEqual([])
  })
})

describe('a file of health-care use', () => {
  const heading = 'reference,client,kind,date,count,cost,days'

  test('goes to the clients whom it names, with what it cost', async () => {
    await take('clients', 'reference,family name,nhs number\nA,Fenn,999 000 0018\n')
    const lines = [
      '1,A,admission,4/3/2026,,"£1,978.80",37',
      '2,9990000018,gp,2026-02-01,3,,',
      '3,A,no-hospital,2026-02-01,,,',
    ]
    expect(await take('usage', [heading, ...lines].join('\n'))).toMatchObject({
      value: { written: 3, doubts: [] },
    })
    expect(await bodies('careUse')).toEqual([
      { what: 'admission', on: '2026-03-04', cost: 1978.8, days: 37, externalReference: '1' },
      { what: 'gp', on: '2026-02-01', count: 3, externalReference: '2' },
      { what: 'no-hospital', on: '2026-02-01', externalReference: '3' },
    ])
    expect(await take('usage', [heading, ...lines].join('\n'))).toMatchObject({
      value: { written: 0, repeated: 3 },
    })
    expect(await verifyHistory(database, tenant)).toEqual([])
  })

  test.each([
    ['1,Z,gp,1/3/2026,,,', 'client: nobody here has'],
    ['1,A,dentist,1/3/2026,,,', 'kind: “dentist” is not one of: ae, admission'],
    ['1,A,,1/3/2026,,,', 'kind: is empty'],
    ['1,A,gp,31/2/2026,,,', 'date: “31/2/2026” is not a day'],
    ['1,A,gp,,,,', 'date: is empty'],
    ['1,A,gp,1/3/2026,0,,', 'count: 0 is not a whole number'],
    ['1,A,gp,1/3/2026,1.5,,', 'count: 1.5 is not a whole number'],
    ['1,A,ae,1/3/2026,,-3,', 'cost: “-3” is not a number'],
    ['1,A,ae,1/3/2026,,,4', 'days: only an admission has days'],
  ])('“%s” is rejected, and nothing is written', async (line, why) => {
    await take('clients', 'reference,family name\nA,Fenn\n')
    const answer = await take('usage', [heading, '0,A,gp,1/3/2026,,,', line].join('\n'))
    const [fault, ...more] = answer.ok ? [] : answer.error
    expect([fault?.line, more]).toEqual([3, []])
    expect(fault?.what).toContain(why)
    expect(await bodies('careUse')).toEqual([])
  })

  test('a dry run writes nothing, and a day to come is named', async () => {
    await take('clients', 'reference,family name\nA,Fenn\n')
    const answer = await take('usage', `${heading}\n1,A,gp,2099-01-01,,,\n`, true)
    expect(answer).toMatchObject({ value: { written: 1, doubts: [{ line: 2 }] } })
    expect(await bodies('careUse')).toEqual([])
  })
})

test('a template names every column, and is itself a file that can be read', async () => {
  for (const kind of ['clients', 'referrals', 'usage'] as const) {
    const { headings, about } = templateOf(kind)
    expect(about.every((line) => headings.split(',').includes(line.split(':')[0] ?? ''))).toBe(true)
    expect(await take(kind, `${headings}\n`)).toMatchObject({ ok: true, value: { written: 0 } })
  }
})

test('a service that is not set up yet is told so', async () => {
  const outcome = await importCommand(database, { kind: 'clients', file: 'nowhere.csv', dryRun: false })
  expect([outcome.ok, outcome.said[0]]).toEqual([false, expect.stringContaining('not set up')])
})
