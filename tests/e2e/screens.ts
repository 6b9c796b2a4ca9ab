import { PIN } from './atWork.ts'
import { contactWalk } from './contactWalk.ts'
import { duplicateWalk } from './duplicateWalk.ts'
import { measuresWalk } from './measuresWalk.ts'
import { leafletWalk } from './leafletWalk.ts'
import { formsWalk } from './formsWalk.ts'
import { onwardWalk, providerWalk } from './onwardWalk.ts'
import { Manager } from '#tests/fixtures/manager.ts'
import { findWalk } from './findWalk.ts'
import { publicWalk } from './publicWalk.ts'
import { fillReferral } from './referSteps.ts'
import { planAndReview } from './planAndReviewWalk.ts'
import { reportsWalk } from './reportsWalk.ts'
import { rightsWalk } from './rightsWalk.ts'
import { entriesWalk, upkeepWalk } from './upkeepWalk.ts'
import { areas, consent, part, plan, risks, services, wellbeing } from './visitSteps.ts'
import { volunteerWalk } from './volunteerWalk.ts'
import { disagree, staffOf, endSam, leaveOutSams, holdSomething, refuseAll } from './walkEvents.ts'
import {
  open,
  click,
  place,
  firstOf,
  visitPart,
  ofClient,
  signInAs,
  choosePin,
  arrive,
  type Walk,
  type Walking,
} from './walking.ts'

export type { Walk } from './walking.ts'

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
      ...['Plan', 'Referrals out', 'People', 'Notes', 'Wellbeing', 'Details'].map((tab) => ({
        screen: `client-${tab.toLowerCase().replace(' ', '-')}`,
        go: async ({ page }: Walking) => page.getByRole('tab', { name: tab }).click(),
      })),
      { screen: 'client-edit', go: ofClient('/edit') },
      { screen: 'visit-planned', go: ofClient('/visits/new') },
      { screen: 'concern-new', go: ofClient('/concern') },
      {
        screen: 'concern',
        go: async (at) => {
          await at.page.getByRole('radio', { name: 'Safeguarding concern' }).check()
          await at.page.getByLabel('What you saw and heard').fill('There was no food in the fridge.')
          await at.page.getByRole('button', { name: 'Write it down' }).click()
          await at.page.getByRole('heading', { name: 'As it was written' }).waitFor()
        },
      },
      { screen: 'concerns', go: place('Concerns') },
      { screen: 'client-new', go: open('/clients/new') },
      { screen: 'referrals', go: place('Referrals') },
      { screen: 'referral-urgent', go: firstOf('Referrals') },
      { screen: 'referral', go: click(/Cuttlestone/) },
      {
        screen: 'referral-in-danger',
        go: async ({ page }) => {
          await page.getByRole('button', { name: 'Somebody may be in danger' }).click()
          await page.getByRole('textbox', { name: 'What was done' }).waitFor()
        },
      },
      { screen: 'directory', go: place('Directory') },
      {
        screen: 'service',
        go: async (at) => {
          await at.page.getByRole('searchbox').first().fill('befriending')
          await firstOf('Services found')(at)
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
  planAndReview,
  formsWalk,
  {
    walk: 'manager',
    steps: [
      arrive('mo@demo.test'),
      { screen: 'service-area', go: place('Service') },
      { screen: 'service-numbers', go: click(/^Numbers and times/) },
      {
        screen: 'service-numbers-wrong',
        go: async ({ page }) => {
          await page.getByRole('button', { name: 'Add an emergency number' }).click()
          await page.getByRole('button', { name: 'Save for everybody' }).click()
          await page.getByRole('alert').first().waitFor()
        },
      },
      {
        screen: 'rules',
        go: async (at) => {
          await at.page.getByRole('button', { name: 'Leave unsaved' }).click()
          await click(/^Who the service is for/)(at)
          await at.page.getByRole('heading', { name: 'Community Connect 2017' }).waitFor()
        },
      },
      { screen: 'rules-new', go: click('New version of Community Connect 2017') },
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
  rightsWalk,
  reportsWalk,
  measuresWalk,
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
  contactWalk,
  volunteerWalk,
  duplicateWalk,
  findWalk,
  leafletWalk,
  onwardWalk,
  providerWalk,
  upkeepWalk,
  entriesWalk,
  {
    walk: 'referrer',
    steps: [
      arrive('ros@demo.test'),
      { screen: 'referring-home', go: place('Refer') },
      { screen: 'refer', go: click('Refer somebody') },
      {
        screen: 'refer-danger',
        go: async ({ page }) => {
          await page.getByRole('radio', { name: 'Yes' }).first().check()
          await page.getByRole('button', { name: 'Send' }).click()
          await page.getByRole('alert').waitFor()
        },
      },
      {
        screen: 'referring',
        go: async ({ page }) => {
          await fillReferral(page, 'Wilhelmina', 'Thorsby')
          await page.getByRole('button', { name: 'Send' }).click()
          await page.getByText('Wilhelmina Thorsby').waitFor()
        },
      },
      { screen: 'referrer-sync', go: place('Sync') },
    ],
  },
  publicWalk,
]
