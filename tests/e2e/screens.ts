import type { BrowserContext, Page } from 'playwright-core'
import { z } from 'zod'
import { v7 } from 'uuid'
import { createRecord } from '#domain/change/write.ts'
import { personSchema } from '#protocol/account.ts'
import { Manager } from '#tests/fixtures/manager.ts'
import { PASSWORD, PIN } from './atWork.ts'
import { Colleague } from './colleague.ts'
import { areas, consent, part, plan, risks, services, wellbeing } from './visitSteps.ts'

/** What a step of a walk has at hand. */
export interface Walking {
  page: Page
  context: BrowserContext
  /** Of the demo server. */
  url: string
}

/** One screen: how to get there from the step before. A picture is taken in every size, light and dark. */
export interface Step {
  screen: string
  go: (at: Walking) => Promise<void>
}

/** A person's way through the app, with a browser profile of its own. Add screens here. */
export interface Walk {
  walk: string
  steps: Step[]
}

const open =
  (path: string) =>
  async ({ page, url }: Walking) => {
    await page.goto(`${url}${path}`)
    await unlockIfAsked(page)
  }

/** Opens something without a reload, which would lock. */
const click =
  (name: string | RegExp) =>
  async ({ page }: Walking) => {
    await page.getByRole('link', { name }).first().click()
  }

const place =
  (name: string) =>
  async ({ page }: Walking) => {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true }).click()
    await page.waitForLoadState('networkidle')
  }

async function unlockIfAsked(page: Page) {
  const unlock = page.getByRole('button', { name: 'Unlock', exact: true })
  const shell = page.getByRole('button', { name: 'Lock', exact: true })
  await unlock.or(shell).first().waitFor()
  if (!(await unlock.isVisible())) return
  await page.getByLabel('PIN', { exact: true }).fill(PIN)
  await unlock.click()
  await shell.waitFor()
}

/** The first of what the screen lists. */
const firstOf =
  (list: string | RegExp) =>
  async ({ page }: Walking) => {
    await page.getByRole('main').getByRole('list', { name: list }).getByRole('link').first().click()
  }

const visitPart =
  (name: string) =>
  ({ page }: Walking) =>
    part(page, name)

/** A screen of the client whose file is open. */
const ofClient = (rest: string) => async (at: Walking) => {
  const id = /[0-9a-f-]{36}/.exec(at.page.url())?.[0]
  if (id === undefined) throw new Error(`No client at ${at.page.url()}`)
  await open(`/clients/${id}${rest}`)(at)
}

const signInAs =
  (email: string) =>
  async ({ page }: Walking) => {
    await page.getByLabel('Email', { exact: true }).fill(email)
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByLabel('New PIN', { exact: true }).waitFor()
  }

const choosePin = async ({ page }: Walking) => {
  await page.getByLabel('New PIN', { exact: true }).fill(PIN)
  await page.getByLabel('The same PIN again').fill(PIN)
  await page.getByRole('button', { name: 'Use this PIN' }).click()
  await page
    .getByText(/^All sent|needs? you$/)
    .first()
    .waitFor({ timeout: 60_000 })
}

const arrive = (email: string): Step => ({
  screen: 'arrived',
  go: async (at) => {
    await open('/')(at).catch(() => undefined)
    await signInAs(email)(at)
    await choosePin(at)
  },
})

/** Sam and Grace meet over the same client's phone number and “About me”. */
async function disagree({ page, url }: Walking): Promise<void> {
  const [sam, grace] = await Promise.all([
    Colleague.signIn(url, 'sam@demo.test', PASSWORD),
    Colleague.signIn(url, 'grace@demo.test', PASSWORD),
  ])
  const clients = (await grace.records()).filter(({ kind, deleted }) => kind === 'client' && !deleted)
  const [first, second] = clients
  if (!first || !second) throw new Error('The demo has no clients')
  const edit = (client: typeof first, field: string, to: string) => ({
    op: 'edit' as const,
    kind: 'client',
    id: client.id,
    version: client.version,
    fields: { [field]: { from: client.body[field] ?? null, to } },
  })
  await sam.save([edit(first, 'phone', '020 7946 0105')])
  await grace.save([edit(first, 'phone', '020 7946 0150')])
  const roses =
    'Used to keep an allotment and misses it. Happiest with a cup of tea and somebody to talk to about roses.'
  await sam.save([edit(second, 'aboutMe', roses)])
  await grace.save([
    edit(second, 'aboutMe', 'Misses the allotment. Would like to meet people, but not in large groups.'),
  ])
  await sam.save([edit(second, 'mobile', '07700 900123')])
  await grace.save([edit(second, 'mobile', '07700 900321')])
  await page
    .getByText(/need you/)
    .first()
    .waitFor()
}

async function staffOf(page: Page): Promise<string> {
  const me = await page.evaluate(async () => (await fetch('/api/account/me')).text())
  return personSchema.parse(JSON.parse(me)).id
}

/** Sam writes a note without a signal, and meanwhile his access ends. */
async function endSam(at: Walking): Promise<void> {
  const { page, context, url } = at
  const staff = await staffOf(page)
  await place('Caseload')(at)
  await firstOf(/./)(at)
  await page.getByRole('tab', { name: 'Notes' }).click()
  await context.setOffline(true)
  await page.getByRole('textbox', { name: 'New note' }).fill('They would like a call before each visit.')
  await page.getByRole('button', { name: /^Save/ }).click()
  await page
    .getByText(/1 change waits/)
    .first()
    .waitFor()
  await (await Manager.signedIn(url)).alter(staff, { active: false })
  await context.setOffline(false)
  await page.getByRole('list', { name: 'With a manager' }).waitFor({ timeout: 60_000 })
}

async function leaveOutSams(at: Walking): Promise<void> {
  const { page, url } = at
  const manager = await Manager.signedIn(url)
  const staff = await staffOf(page)
  const held = (await manager.held()).find(({ by }) => by === staff)
  await manager.decide(held?.hash ?? '', 'decline', 'Grace has written this down already.')
  await place('Sync')(at)
  await page.getByRole('button', { name: 'Send and receive now' }).click()
  await page.getByRole('link', { name: /Left out/ }).click()
  await page.getByText('Grace has written this down already.').waitFor()
}

/** Grace’s access ends and is reopened; what she sent in between is held. */
async function holdSomething({ page, url }: Walking): Promise<void> {
  const grace = await Colleague.signIn(url, 'grace@demo.test', PASSWORD)
  const records = await grace.records()
  const client = records.find(({ kind, deleted }) => kind === 'client' && !deleted)
  const staff = records.find(({ kind, body }) => kind === 'staff' && String(body['name']).startsWith('Grace'))
  if (!client || !staff) throw new Error('The demo has no client or no Grace')
  const manager = await Manager.signedIn(url)
  await manager.alter(staff.id, { active: false })
  const { id, version, body } = client
  const phone = { from: body['phone'] ?? null, to: '020 7946 0199' }
  await grace.save([
    { op: 'edit', kind: 'client', id, version, fields: { phone } },
    createRecord('note', v7(), id, {
      text: 'Rang about the lift at the community centre. It is working again, and they would like to go on Tuesdays.',
      at: '2026-03-02T10:00',
      author: staff.id,
      about: 'call',
    }),
  ])
  await grace.save([
    {
      op: 'edit',
      kind: 'client',
      id,
      version,
      fields: { email: { from: body['email'] ?? null, to: 'new@example.org' } },
    },
  ])
  await manager.alter(staff.id, { active: true })
  await page.getByRole('link', { name: 'Refused' }).click()
  await page.getByRole('link', { name: 'To decide' }).click()
  await page.getByRole('list', { name: 'To decide' }).waitFor()
}

const pushed = z.object({ changes: z.array(z.object({ id: z.string() })) })

/** The service takes nothing any more. */
const refuseAll = async ({ context }: Walking) => {
  await context.route('**/api/sync/changes', async (route) => {
    const { changes } = pushed.parse(route.request().postDataJSON())
    const receipts = changes.map(({ id }) => ({
      change: id,
      outcome: 'refused',
      seq: 1,
      reason: 'forbidden',
    }))
    await route.fulfill({ json: { receipts } })
  })
}

export const walks: Walk[] = [
  {
    walk: 'door',
    steps: [
      { screen: 'sign-in', go: async ({ page, url }) => void (await page.goto(url)) },
      {
        screen: 'sign-in-wrong',
        go: async ({ page }) => {
          await page.getByRole('button', { name: 'Sign in', exact: true }).click()
        },
      },
      { screen: 'choose-pin', go: signInAs('grace@demo.test') },
      { screen: 'home', go: choosePin },
      {
        screen: 'unlock',
        go: async ({ page }) => {
          await page.getByRole('button', { name: 'Lock', exact: true }).click()
          await page.getByRole('button', { name: 'Unlock', exact: true }).waitFor()
        },
      },
      {
        screen: 'unlock-wrong',
        go: async ({ page }) => {
          await page.getByLabel('PIN', { exact: true }).fill('000000')
          await page.getByRole('button', { name: 'Unlock', exact: true }).click()
          await page.getByRole('alert').waitFor()
        },
      },
      {
        screen: 'who-is-here',
        go: async (at) => {
          await at.page.getByRole('button', { name: /Sign in/ }).click()
          await signInAs('sam@demo.test')(at)
          await choosePin(at)
          await at.page.getByRole('button', { name: 'Lock', exact: true }).click()
          await at.page.getByRole('heading', { name: 'Who is here?' }).waitFor()
        },
      },
      { screen: 'join-used-up', go: async ({ page, url }) => void (await page.goto(`${url}/join/nothing`)) },
    ],
  },
  {
    walk: 'co-ordinator',
    steps: [
      arrive('grace@demo.test'),
      { screen: 'today', go: place('Today') },
      { screen: 'caseload', go: place('Caseload') },
      { screen: 'client-beside-caseload', go: firstOf(/./) },
      { screen: 'client', go: ofClient('') },
      ...['Plan', 'Referrals out', 'Notes', 'Wellbeing', 'Details'].map((tab) => ({
        screen: `client-${tab.toLowerCase().replace(' ', '-')}`,
        go: async ({ page }: Walking) => page.getByRole('tab', { name: tab }).click(),
      })),
      { screen: 'client-edit', go: ofClient('/edit') },
      { screen: 'visit-planned', go: ofClient('/visits/new') },
      { screen: 'client-new', go: open('/clients/new') },
      { screen: 'directory', go: place('Directory') },
      {
        screen: 'service',
        go: async (at) => {
          await at.page.getByRole('searchbox').first().fill('befriending')
          await at.page.getByRole('main').getByRole('link').first().click()
        },
      },
      { screen: 'settings', go: place('Settings') },
      { screen: 'sync-quiet', go: place('Sync') },
      { screen: 'sync-needs-you', go: disagree },
      { screen: 'question', go: click(/phone number/) },
      {
        screen: 'questions',
        go: async (at) => {
          await place('Sync')(at)
          await click(/and 1 more to choose/)(at)
        },
      },
      {
        screen: 'question-written',
        go: async ({ page }) => {
          await page.getByRole('button', { name: 'Neither: write it' }).first().click()
        },
      },
      {
        screen: 'question-settled',
        go: async (at) => {
          await place('Sync')(at)
          await click(/phone number/)(at)
          await at.page.getByRole('button', { name: 'This is right' }).last().click()
          await at.page.getByText('Settled for everybody.').waitFor()
        },
      },
      { screen: 'questions-settled', go: click('Questions that were settled') },
      {
        screen: 'sync-offline',
        go: async (at) => {
          await at.context.setOffline(true)
          await place('Sync')(at)
          await click(/and 1 more to choose/)(at)
          await at.page.getByRole('button', { name: 'This is right' }).first().click()
          await place('Sync')(at)
          await at.page
            .getByText(/waits? for a signal|waits? to be sent/)
            .first()
            .waitFor()
        },
      },
      {
        screen: 'sync-refused',
        go: async (at) => {
          await refuseAll(at)
          await at.context.setOffline(false)
          await at.page.getByRole('button', { name: 'Send and receive now' }).click()
          await at.page.getByText('Not taken').first().waitFor()
        },
      },
      { screen: 'refused', go: click(/do not have access/) },
      {
        screen: 'refused-discard',
        go: async ({ page }) => {
          await page.getByRole('button', { name: 'Discard it…' }).click()
        },
      },
      { screen: 'not-found', go: open('/nowhere') },
    ],
  },
  {
    walk: 'visit',
    steps: [
      arrive('grace@demo.test'),
      {
        screen: 'before',
        go: async (at) => {
          await place('Today')(at)
          await click(/^Start visit/)(at)
          await at.page.getByRole('button', { name: 'Begin visit' }).waitFor()
        },
      },
      {
        screen: 'begun',
        go: async ({ page }) => {
          await page.getByRole('button', { name: 'Begin visit' }).click()
          await page.getByRole('navigation', { name: 'Parts of the visit' }).waitFor()
        },
      },
      { screen: 'consent', go: ({ page }) => consent(page) },
      { screen: 'people', go: ({ page }) => areas(page) },
      { screen: 'safety', go: visitPart('Safety') },
      { screen: 'wellbeing', go: ({ page }) => wellbeing(page) },
      { screen: 'risks', go: ({ page }) => risks(page) },
      { screen: 'plan', go: ({ page }) => plan(page) },
      { screen: 'services', go: ({ page }) => services(page) },
      { screen: 'finish', go: visitPart('Finish') },
      {
        screen: 'turn',
        go: async ({ page }) => {
          await part(page, 'Wellbeing')
          await page.getByRole('button', { name: 'Hand over the tablet' }).first().click()
          await page.getByRole('button', { name: 'Begin', exact: true }).waitFor()
        },
      },
      {
        screen: 'turn-question',
        go: async ({ page }) => page.getByRole('button', { name: 'Begin', exact: true }).click(),
      },
      {
        screen: 'turn-end',
        go: async ({ page }) => page.getByRole('button', { name: 'Give the tablet back' }).click(),
      },
      {
        screen: 'finished',
        go: async ({ page }) => {
          await page.getByLabel('PIN', { exact: true }).fill(PIN)
          await page.getByLabel('PIN', { exact: true }).press('Enter')
          await part(page, 'Finish')
          await page.getByRole('button', { name: 'Finish visit' }).click()
          await page.getByRole('heading', { name: 'Visit finished' }).waitFor()
        },
      },
      {
        screen: 'held',
        go: async ({ page }) => {
          await page.reload()
          await page.getByLabel('PIN', { exact: true }).fill(PIN)
          await page.getByRole('button', { name: 'Unlock', exact: true }).click()
          await page.getByRole('heading', { name: 'Services' }).waitFor()
        },
      },
    ],
  },
  {
    walk: 'manager',
    steps: [
      arrive('mo@demo.test'),
      { screen: 'people', go: place('People') },
      {
        screen: 'team-renamed',
        go: async ({ page }) => {
          await page
            .getByRole('button', { name: /^Rename/ })
            .first()
            .click()
        },
      },
      { screen: 'member', go: click(/^Grace/) },
      {
        screen: 'member-changing',
        go: async ({ page }) => {
          await page.getByRole('combobox', { name: 'Role' }).selectOption('Volunteer')
          await page.getByText(/will hold/).waitFor()
        },
      },
      {
        screen: 'review-empty',
        go: async (at) => {
          await place('People')(at)
          await click(/^Held and refused/)(at)
          await at.page.getByText('Nothing waits for a decision').waitFor()
        },
      },
      { screen: 'review', go: holdSomething },
      { screen: 'review-item', go: firstOf('To decide') },
      {
        screen: 'review-left-out',
        go: async ({ page }) => {
          await page.getByRole('textbox').fill('Sam has entered this already.')
          await page.getByRole('button', { name: 'Leave it out' }).click()
          await page.getByText('Left out. Its author will be told.').waitFor()
          await page.getByRole('link', { name: 'Left out' }).click()
          await page.getByRole('list', { name: 'Left out' }).waitFor()
        },
      },
      { screen: 'review-left-out-item', go: firstOf('Left out') },
      { screen: 'people-to-decide', go: click(/^People/) },
      {
        screen: 'people-invited',
        go: async ({ page }) => {
          await page.getByLabel('Name', { exact: true }).fill('Ines Marsh')
          await page.getByLabel('Email').fill('ines@demo.test')
          await page.getByRole('button', { name: 'Make a link' }).click()
          await page.getByText('is ready').waitFor()
        },
      },
      {
        screen: 'join',
        go: async ({ page, url }) => {
          const { pathname } = new URL(await page.getByLabel('Link').inputValue())
          await page.goto(url + pathname)
          await page.getByLabel('Your name').waitFor()
        },
      },
    ],
  },
  {
    walk: 'leaver',
    steps: [
      arrive('sam@demo.test'),
      { screen: 'ended', go: endSam },
      { screen: 'with-manager', go: firstOf('With a manager') },
      { screen: 'left-out', go: leaveOutSams },
      {
        screen: 'reopened',
        go: async ({ page, url }) => {
          await (await Manager.signedIn(url)).alter(await staffOf(page), { active: true })
          await page.getByText(/^Your access to/).waitFor({ state: 'detached', timeout: 60_000 })
        },
      },
    ],
  },
  {
    walk: 'volunteer',
    steps: [arrive('val@demo.test'), { screen: 'settings', go: place('Settings') }],
  },
]
