// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { v7 } from 'uuid'
import { afterEach, expect, test, vi } from 'vitest'
import { jsonObjectSchema } from '#domain/json.ts'
import { beginVisit } from '#domain/visit/visitDraft.ts'
import { grace, stored, workspaceWith } from '#tests/fixtures/atScreen.tsx'
import { AnybodysLeafletScreen } from './AnybodysLeaflet.tsx'
import { ClientsLeafletScreen } from './ClientsLeaflet.tsx'
import { VisitsLeafletScreen } from './VisitsLeaflet.tsx'

afterEach(cleanup)

const [file, visitId, shed, choir, club, org] = [v7(), v7(), v7(), v7(), v7(), v7()]
const routes = [
  { path: '/clients/:clientId/leaflet', Component: ClientsLeafletScreen },
  { path: '/visits/:visitId/leaflet', Component: VisitsLeafletScreen },
  { path: '/leaflet', Component: AnybodysLeafletScreen },
]

const clientBody = {
  firstName: 'Ida',
  familyName: 'Marsh',
  team: grace.team,
  status: 'open',
  coordinator: grace.id,
  communicationNeeds: ['Large print'],
}
const visitBody = {
  startsAt: '2026-11-23T10:30',
  place: 'home',
  coordinator: grace.id,
  purpose: 'first',
  status: 'planned',
}

function service(id: string, name: string) {
  return stored('service', id, null, { organization_id: org, name, status: 'active' })
}

const records = [
  stored('client', file, file, clientBody),
  stored('visit', visitId, file, visitBody),
  stored('visit', v7(), file, { ...visitBody, startsAt: '2099-12-08T10:30' }),
  stored('staff', grace.id, null, { name: 'Grace Lanternby', role: 'coordinator', phone: '020 7946 0777' }),
  stored('organisation', org, null, { name: 'Age UK', description: 'A charity' }),
  service(shed, 'Men in Sheds'),
  service(choir, 'Choir'),
  service(club, 'Lunch Club'),
]

function visitUnderWay() {
  const seen = { version: 1, contested: {} }
  const begun = beginVisit(
    {
      visit: { ...seen, id: visitId, kind: 'visit', body: visitBody },
      client: { ...seen, id: file, kind: 'client', body: clientBody },
      plan: null,
    },
    { ids: { response: v7(), plan: v7() }, begunAt: '2026-11-23T10:35:00.000Z' },
  )
  const services = [{ id: v7(), as: 'signpost', service: shed, name: 'Men in Sheds', agreedToShare: [] }]
  return jsonObjectSchema.parse(JSON.parse(JSON.stringify({ ...begun, section: 'services', services })))
}

test('at a visit the leaflet reads the draft, and changes nothing in it whatever is done there', async () => {
  const { open, workspace } = await workspaceWith(records)
  const at = '2026-11-23T10:40:00.000Z'
  const draft = { id: visitId, about: file, begunAt: at, savedAt: at, content: visitUnderWay() }
  await workspace.drafts.write(draft)
  const before = await workspace.drafts.read(visitId)
  open(routes, `/visits/${visitId}/leaflet`)

  const hands = userEvent.setup()
  await hands.type(await screen.findByRole('textbox', { name: 'A note' }), 'Bring a mug')
  await hands.click(screen.getByRole('checkbox', { name: 'Men in Sheds' }))
  await hands.click(screen.getByRole('radio', { name: 'Large print' }))
  await waitFor(async () =>
    expect((await workspace.drafts.read(`leaflet:${file}`))?.content).toMatchObject({
      note: 'Bring a mug',
      size: 'large',
      ticked: { [shed]: false },
    }),
  )
  expect(await workspace.drafts.read(visitId)).toEqual(before)
  expect(screen.queryByRole('button', { name: 'Record that it was given' })).toBeNull()
})

test('out of the file: whose it is, when next, and how they read best; nothing on the paper names the client', async () => {
  const { open } = await workspaceWith(records)
  open(routes, `/clients/${file}/leaflet?services=${choir}`)
  await screen.findByRole('checkbox', { name: 'Choir', checked: true })
  expect(screen.getByRole('radio', { name: 'Even larger', checked: true })).toBeTruthy()
  const sheet = document.querySelector('[data-at="print"]')
  expect(sheet?.textContent).toContain('I will see you on Tuesday 8 December 2099 at 10:30am.')
  expect(sheet?.textContent).toContain('Ring Grace Lanternby: 020 7946 0777')
  expect(sheet?.textContent).not.toMatch(/Ida|Marsh/)
  expect(sheet?.querySelectorAll('svg[role="img"] title')).toHaveLength(1)
})

test('recorded once as signposts of one leaflet, and taken back', async () => {
  const told = stored('signpost', v7(), file, { service: shed, givenOn: '2026-11-20', givenBy: grace.id })
  const { open, workspace } = await workspaceWith([
    ...records,
    { ...told, body: { ...told.body, givenOn: new Date().toISOString().slice(0, 10) } },
  ])
  const given: { service: string; leaflet: string | undefined }[] = []
  workspace.records$('signpost', { file }).subscribe((views) => {
    given.splice(0, given.length, ...views.map(({ body: { service, leaflet } }) => ({ service, leaflet })))
  })
  open(routes, `/clients/${file}/leaflet?services=${shed},${choir},${club}`)
  const hands = userEvent.setup()
  await hands.click(await screen.findByRole('button', { name: 'Record that it was given' }))
  await screen.findByText('The file knows of all of these. Nothing is recorded twice.')
  const named = given.filter(({ leaflet }) => leaflet !== undefined)
  expect(named.map(({ service }) => service).toSorted()).toEqual([choir, club].toSorted())
  expect(new Set(named.map(({ leaflet }) => leaflet)).size).toBe(1)

  await hands.click(await screen.findByRole('button', { name: 'Undo' }))
  await screen.findByRole('button', { name: 'Record that it was given' })
  expect(given).toEqual([{ service: shed, leaflet: undefined }])
})

test('for anybody nothing is recorded, and a note for other services is another person’s', async () => {
  const { open, workspace } = await workspaceWith(records)
  open(routes, `/leaflet?services=${choir}`)
  const hands = userEvent.setup()
  await hands.type(await screen.findByRole('textbox', { name: 'A note' }), 'Ask for Jim')
  expect(screen.getByText('Nothing is recorded about anybody.')).toBeTruthy()
  await waitFor(async () =>
    expect((await workspace.drafts.read('leaflet'))?.content['note']).toBe('Ask for Jim'),
  )
  cleanup()
  open(routes, `/leaflet?services=${club}`)
  const note = await screen.findByRole('textbox', { name: 'A note' })
  expect(note).toHaveProperty('value', '')
})

test('begun for anybody it becomes a client’s, with all that was typed', async () => {
  const { open, workspace } = await workspaceWith(records)
  open(routes, `/leaflet?services=${choir}`)
  const hands = userEvent.setup()
  await hands.type(await screen.findByRole('textbox', { name: 'A note' }), 'Ask for Jim')
  await hands.type(screen.getByRole('searchbox', { name: 'Find a client' }), 'Marsh')
  await hands.click(await screen.findByRole('button', { name: /^Ida Marsh/ }))
  await screen.findByRole('heading', { name: 'Leaflet for Ida Marsh' })
  expect(await screen.findByRole('textbox', { name: 'A note' })).toHaveProperty('value', 'Ask for Jim')
  expect(screen.getByRole('checkbox', { name: 'Choir', checked: true })).toBeTruthy()
  expect(await workspace.drafts.read('leaflet')).toBeNull()
})

test('what is shared is shown first, and a device that refuses says so', async () => {
  const { open } = await workspaceWith(records)
  open(routes, `/clients/${file}/leaflet?services=${choir}`)
  const hands = userEvent.setup()
  const copied = vi.spyOn(navigator.clipboard, 'writeText')
  copied.mockRejectedValueOnce(new DOMException('No', 'NotAllowedError'))
  await hands.click(await screen.findByRole('button', { name: 'Share' }))
  const text = (await screen.findByRole('region', { name: 'The text' })).textContent
  expect(text).toContain(`Choir (Age UK)\n${window.location.origin}/services/${choir}`)
  expect(text).not.toMatch(/Ida|Marsh/)
  await hands.click(screen.getByRole('button', { name: 'Copy' }))
  expect((await screen.findByRole('alert')).textContent).toMatch(/does not allow/)
  await hands.click(screen.getByRole('button', { name: 'Copy' }))
  expect(await screen.findByText('Did Ida Marsh get it?')).toBeTruthy()
  expect(await navigator.clipboard.readText()).toBe(text)
})
