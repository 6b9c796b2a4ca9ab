import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { lifeAreas } from '#domain/assessment/assessment.ts'
import { ageOn } from '#domain/client/birthDate.ts'
import { nhsNumberDoubt } from '#domain/client/nhsNumber.ts'
import { isPostcode } from '#domain/client/postcode.ts'
import { createSchema } from '#domain/change/change.ts'
import { fromResponse } from '#domain/form/fromResponse.ts'
import { problems } from '#domain/form/problems.ts'
import { formBody } from '#domain/form/formRecord.ts'
import { checkQuestionnaire } from '#domain/form/checkQuestionnaire.ts'
import type { Kind } from '#domain/kind/kind.ts'
import { kindNamed, kinds, type BodyOf, type KindName } from '#domain/kind/kinds.ts'
import { planSteps } from '#domain/plan/steps.ts'
import { scoreSeries } from '#domain/response/scoreSeries.ts'
import { overlapping, visitsOn } from '#domain/visit/onDay.ts'
import type { DemoService } from '../demoService.ts'
import { buildDemoService } from './buildDemoService.ts'
import { staffId } from './staff.ts'
import figures from './published-figures.json' with { type: 'json' }
import { entries, serviceNamed } from './directory.ts'

const today = '2026-11-23'
let service: DemoService
beforeAll(() => {
  service = buildDemoService(today)
})

interface Made<Name extends KindName> {
  id: string
  file: string
  body: BodyOf<Name>
}

/** Every record of a kind, its body read by the kind's schema. */
function all<Name extends KindName>(kind: Name, of = service): Made<Name>[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- which schema belongs to which name, `kinds` knows and the compiler does not
  const schema = kinds[kind].body as unknown as z.ZodType<BodyOf<Name>>
  return of.creates
    .filter((edit) => edit.kind === kind)
    .map(({ id, file, body }) => ({ id, file: file ?? '', body: schema.parse(body) }))
}

function kindOf({ kind }: { kind: string }): Kind {
  const known = kindNamed(kind)
  if (!known) throw new Error(`No kind ${kind}`)
  return known
}

const count = <T>(items: readonly T[], is: (item: T) => boolean): number => items.filter(is).length
const mean = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0) / numbers.length
const percent = (part: number, whole: number): number => Math.round((100 * part) / whole)

describe('the published evaluation of the Bexley Clocktower social prescribing pilot, 2015-17', () => {
  test('table 1: ages, on the day of the referral and today', () => {
    const referredOn = new Map(all('referral').map(({ file, body }) => [file, body.date]))
    const clients = all('client')
    expect(clients).toHaveLength(figures.people)
    const agesOn = (day: (id: string) => string) =>
      clients.map(({ id, body }) => ageOn(body.dateOfBirth, day(id)) ?? Number.NaN).toSorted((a, b) => a - b)
    for (const ages of [agesOn((id) => referredOn.get(id) ?? ''), agesOn(() => today)]) {
      for (const { from, to, people } of figures.ages.bands) {
        expect(count(ages, (age) => age >= from && age <= to)).toBe(people)
      }
      expect([ages.at(0), ages.at(-1), ages[40]]).toEqual([
        figures.ages.min,
        figures.ages.max,
        figures.ages.median,
      ])
      expect(Math.round(mean(ages))).toBe(figures.ages.mean)
    }
  })

  test('sexes', () => {
    const women = count(all('client'), ({ body }) => body.sex === 'F')
    expect(percent(women, figures.people)).toBe(figures.femalePercent)
  })

  test('table 2: practices in the shares of all referrals, by largest remainder', () => {
    const printed = Object.entries(figures.referralsByPractice)
    const sum = printed.reduce((total, [, referrals]) => total + referrals, 0)
    const idOf = new Map(all('practice').map(({ id, body }) => [body.shortName, id]))
    const people = printed.map(([label]) =>
      count(all('client'), ({ body }) => body.practice === idOf.get(label)),
    )
    expect(people).toEqual([21, 15, 14, 13, 6, 5, 3, 3, 1])
    const off = printed.map(([, referrals], i) => (people[i] ?? 0) - (referrals * figures.people) / sum)
    expect(Math.max(...off.map(Math.abs))).toBeLessThan(1)
  })

  test('table 3: reasons', () => {
    const counted = Object.keys(figures.reasons).map((reason) => [
      reason,
      count(all('referral'), ({ body }) => body.reasons.includes(reason)),
    ])
    expect(Object.fromEntries(counted)).toEqual(figures.reasons)
  })

  test('tables 4 and 5: referrals to each service, and signposts apart', () => {
    expect(entries).toHaveLength(108)
    const [referrals, signposts] = [all('onwardReferral'), all('signpost')]
    const made = entries.map(({ key }) => {
      const { id } = serviceNamed(key)
      const to = ({ body }: { body: { service: string } }) => body.service === id
      return [key, count(referrals, to), count(signposts, to)]
    })
    const printed = entries.map(({ key, route, pilotReferrals = 0 }) =>
      route === 'signpost' ? [key, 0, pilotReferrals] : [key, pilotReferrals, 0],
    )
    expect(made).toEqual(printed)
    expect(all('onwardReferral')).toHaveLength(figures.onward.referrals)
    expect(all('signpost')).toHaveLength(figures.onward.signposts)
  })

  test('onward referrals: per person, most for one, volunteering, shares of organisations', () => {
    const { onward, people } = figures
    const both = onward.referrals + onward.signposts
    expect(Number((both / people).toFixed(1))).toBe(onward.perPerson)
    const perFile = Map.groupBy(all('onwardReferral'), ({ file }) => file)
    expect(Math.max(...[...perFile.values()].map((made) => made.length))).toBe(onward.mostForOnePerson)
    const to = (is: (entry: (typeof entries)[number]) => boolean) => {
      const ids = new Set(entries.filter(is).map(({ key }) => serviceNamed(key).id))
      return count(all('onwardReferral'), ({ body }) => ids.has(body.service))
    }
    expect(to(({ service: name }) => name === 'Volunteering')).toBe(onward.volunteering)
    const share = (name: string) =>
      percent(
        to(({ organisation }) => organisation === name),
        both,
      )
    expect(share('Age UK Bexley')).toBe(onward.ageUkPercent)
    expect(share('Mind in Bexley')).toBe(onward.mindPercent)
    expect(share('Carers Support (Bexley)')).toBe(onward.carersSupportPercent)
  })

  test('figure 2: perceived impact, of all 81', () => {
    const said = (code: string) =>
      count(all('response'), ({ body }) =>
        JSON.stringify(body.item).includes(`"urn:doorstep:impact","code":"${code}"`),
      )
    expect(percent(said('significant'), figures.people)).toBe(figures.impactPercent.significant)
    expect(percent(said('major'), figures.people)).toBe(figures.impactPercent.major)
  })

  test('table 6: paired WEMWBS', () => {
    const pairs = [...Map.groupBy(all('response'), ({ file }) => file).values()]
      .map((responses) => scoreSeries(responses, 'wemwbs').map(({ total }) => total))
      .filter((series) => series.length === 2)
    const [before, after] = [0, 1].map((at) => mean(pairs.map((series) => series[at] ?? Number.NaN)))
    expect(pairs).toHaveLength(49)
    expect(before?.toFixed(2)).toBe(figures.wemwbs.before.toFixed(2))
    expect(after?.toFixed(2)).toBe(figures.wemwbs.after.toFixed(2))
    expect(((after ?? 0) - (before ?? 0)).toFixed(2)).toBe(figures.wemwbs.difference.toFixed(2))
  })
})

describe('sound records', () => {
  test('every create is sound, and its id its own', () => {
    const unsound = service.creates.filter(
      (edit) => !createSchema.safeParse(edit).success || !kindOf(edit).body.safeParse(edit.body).success,
    )
    expect(unsound).toEqual([])
    expect(new Set(service.creates.map(({ id }) => id)).size).toBe(service.creates.length)
  })

  test('the directory comes first, then each client before the rest of the file', () => {
    const inFiles = service.creates.filter(({ file }) => file !== null)
    const places = service.creates.slice(0, -inFiles.length).map((edit) => kindOf(edit).place)
    expect(new Set(places)).toEqual(new Set(['directory', 'people']))
    expect(places).toEqual(places.toSorted())
    expect(service.creates.slice(-inFiles.length)).toEqual(inFiles)
    const firstOfFile = [...Map.groupBy(inFiles, ({ file }) => file).entries()].map(([file, edits]) => [
      file,
      edits[0]?.id,
      edits[0]?.kind,
    ])
    expect(firstOfFile).toEqual(all('client').map(({ id }) => [id, id, 'client']))
  })

  test('the same day says the same, and ids stay from day to day', () => {
    expect(buildDemoService(today)).toEqual(service)
    const later = buildDemoService('2027-02-28')
    const ids = (of: DemoService) => all('client', of).map(({ id }) => id)
    expect(ids(later)).toEqual(ids(service))
    expect(later.people).toEqual(service.people)
  })

  test.each(['2028-02-29', '2027-03-01', '2027-01-01', '2026-11-22'])(
    'nothing past lies ahead of %s',
    (day) => {
      const of = buildDemoService(day)
      const visits = all('visit', of)
      expect(
        count(visits, ({ body }) => body.status !== 'planned' && body.startsAt.slice(0, 10) >= day),
      ).toBe(0)
      expect(count(visits, ({ body }) => body.status === 'planned' && body.startsAt.slice(0, 10) < day)).toBe(
        0,
      )
      expect(count(all('onwardReferral', of), ({ body }) => (body.statusOn ?? '') > day)).toBe(0)
      expect(count(all('onwardReferral', of), ({ body }) => (body.statusOn ?? '') < body.madeOn)).toBe(0)
      expect(count(all('note', of), ({ body }) => body.at.slice(0, 10) > day)).toBe(0)
    },
  )

  test('references lead somewhere', () => {
    const ids = new Set([...service.creates, ...service.people].map(({ id }) => id))
    const led = [
      ...all('client').flatMap(({ body }) => [body.practice, body.coordinator]),
      ...all('visit').flatMap(({ body }) => [body.coordinator, body.response]),
      ...all('response').flatMap(({ body }) => [body.visit, body.author]),
      ...all('note').flatMap(({ body }) => [body.visit, body.author]),
      ...all('onwardReferral').flatMap(({ body }) => [
        body.service,
        body.organisation,
        body.visit,
        body.madeBy,
      ]),
      ...all('signpost').flatMap(({ body }) => [body.service, body.visit, body.givenBy]),
      ...all('service').map(({ body }) => body.organization_id),
    ]
    expect(led.filter((id) => id !== undefined && !ids.has(id))).toEqual([])
  })

  test('plans hang together: need, goal, action, and the referrals that they led to', () => {
    const needs = new Map(
      all('plan').map(({ file, body }) => [file, new Set(body.needs.map(({ id }) => id))]),
    )
    for (const { body } of all('plan')) {
      const steps = planSteps(body)
      expect(steps.strayGoals).toEqual([])
      expect(steps.strayActions).toEqual([])
      expect(steps.needs.every(({ goals }) => goals.every(({ actions }) => actions.length > 0))).toBe(true)
      expect(new Set(body.needs.map(({ id }) => id)).size).toBe(body.needs.length)
      expect(new Set(body.actions.map(({ id }) => id)).size).toBe(body.actions.length)
      expect(body.needs.every(({ area }) => lifeAreas.some((known) => known === area))).toBe(true)
    }
    const stray = all('onwardReferral').filter(({ file, body }) => !needs.get(file)?.has(body.need ?? ''))
    expect(stray).toEqual([])
  })

  test('every response can be read with its form, and only missing scale answers are missing', () => {
    const forms = new Map(
      all('form').map(({ body }) => {
        const form = checkQuestionnaire(formBody.parse(body).questionnaire)
        if (!form.ok) throw new Error(JSON.stringify(form.error))
        return [`${body.url}|${body.formVersion}`, form.value]
      }),
    )
    for (const { body } of all('response')) {
      const form = forms.get(body.questionnaire)
      if (!form) throw new Error(`No form ${body.questionnaire}`)
      const item = z.array(z.looseObject({ linkId: z.string() })).parse(body.item)
      const answers = fromResponse(form, { resourceType: 'QuestionnaireResponse', status: 'completed', item })
      if (!answers.ok) throw new Error(JSON.stringify(answers.error))
      expect(problems(form, answers.value)).toEqual([])
    }
  })
})

describe('the day ahead', () => {
  test('Grace has five visits today and Sam three, none of which overlap', () => {
    const visits = all('visit')
    const own = (name: string) => service.people.find((person) => person.name.startsWith(name))?.id ?? ''
    expect(visitsOn(visits, own('Grace'), today)).toHaveLength(5)
    expect(visitsOn(visits, own('Sam'), today)).toHaveLength(3)
    const planned = visits.filter(({ body }) => body.status === 'planned')
    expect(planned.flatMap((visit) => overlapping(planned, visit))).toEqual([])
    const clients = new Map(all('client').map(({ id, body }) => [id, body]))
    expect(planned.filter(({ file, body }) => clients.get(file)?.coordinator !== body.coordinator)).toEqual(
      [],
    )
    expect(planned.filter(({ file }) => clients.get(file)?.status === 'closed')).toEqual([])
  })

  test('most files are in hand, some wait, some are closed', () => {
    const status = Map.groupBy(all('client'), ({ body }) => body.status)
    expect(['waiting', 'open', 'closed'].map((is) => status.get(is)?.length)).toEqual([4, 57, 20])
  })

  test('one who waits is in danger, and with nobody yet', () => {
    const urgent = all('referral').filter(({ body }) => body.urgent !== undefined)
    const clients = new Map(all('client').map(({ id, body }) => [id, body]))
    expect(urgent.map(({ file, body }) => [body.status, clients.get(file)?.coordinator])).toEqual([
      ['received', undefined],
    ])
    expect(count([...clients.values()], ({ coordinator }) => coordinator === undefined)).toBe(1)
  })

  test('services have answered in every way', () => {
    const statuses = new Set(all('onwardReferral').map(({ body }) => body.status))
    for (const status of [
      'sent',
      'accepted',
      'waiting',
      'started',
      'attended',
      'finished',
      'declined',
      'did-not-start',
      'withdrawn',
    ]) {
      expect(statuses).toContain(status)
    }
  })
})

describe('nobody real can be reached', () => {
  test('telephone numbers are of the drama ranges, and no number is given twice', () => {
    const text = JSON.stringify(service)
    const numbers = text.match(/\b0\d[\d ]{8,}\d\b/g) ?? []
    expect(numbers.length).toBeGreaterThan(200)
    expect(numbers.filter((number) => !/^(020 7946 0\d{3}|07700 900\d{3})$/.test(number))).toEqual([])
    const own = all('client').flatMap(({ body }) => [body.phone, body.mobile, body.emergencyContact?.phone])
    const lines = [...own, ...all('practice').map(({ body }) => body.phone)].filter(
      (line) => line !== undefined,
    )
    expect(new Set(lines).size).toBe(lines.length)
    expect(count(all('client'), ({ body }) => !body.phone && !body.mobile)).toBe(5)
  })

  test('mail goes to example.org or demo.test, and there is no web address', () => {
    const text = JSON.stringify(service.creates.filter(({ kind }) => kind !== 'form'))
    const mails = text.match(/[\w.-]+@[\w.-]+/g) ?? []
    expect(mails.filter((mail) => !mail.endsWith('@example.org'))).toEqual([])
    expect(service.people.filter(({ email }) => !email.endsWith('@demo.test'))).toEqual([])
    expect(text).not.toMatch(/https?:|www\./)
  })

  test('whatever has a contact in the directory says that it is invented', () => {
    const directory = [...all('organisation'), ...all('service'), ...all('practice')]
    expect(directory.filter(({ body }) => body.invented_contact !== true)).toEqual([])
  })

  test('NHS numbers are of the range for demonstration, sound, and each its own', () => {
    const numbers = all('client').map(({ body }) => body.nhsNumber ?? '')
    expect(numbers.filter((number) => !number.startsWith('999') || nhsNumberDoubt(number))).toEqual([])
    expect(new Set(numbers).size).toBe(figures.people)
  })

  test('postcodes look like postcodes', () => {
    const odd = all('client').filter(({ body }) => !isPostcode(body.address?.postcode ?? ''))
    expect(odd).toEqual([])
  })
})

describe('a referrer', () => {
  test('is told of what their own surgery sent in, and it says what the referral says', () => {
    const progress = all('referralProgress')
    expect(progress.length).toBeGreaterThan(5)
    expect(progress.map(({ body }) => body.referredBy)).toEqual(progress.map(() => staffId('ros')))
    const statuses = new Map(all('referral').map(({ id, body }) => [id, body.status]))
    expect(progress.map(({ body }) => body.status)).toEqual(
      progress.map(({ body }) => statuses.get(body.referral)),
    )
  })
})
