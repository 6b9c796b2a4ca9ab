// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { holisticAssessment } from '#domain/assessment/assessment.ts'
import { checkQuestionnaire } from '#domain/form/checkQuestionnaire.ts'
import type { Questionnaire } from '#domain/form/questionnaire.ts'
import { ok } from '#domain/result.ts'
import { beginVisit } from '#domain/visit/visitDraft.ts'
import { findItem } from '#domain/form/openForm.ts'
import { WorkspaceContext } from '#store/react.ts'
import type { Workspace } from '#store/workspace.ts'
import { workspaceWith } from '#tests/fixtures/atScreen.tsx'
import { ClientsTurn } from './ClientsTurn.tsx'
import { DraftKeeper } from './draftKeeper.ts'
import { useVisitWork, VisitWorkProvider } from './VisitWork.tsx'
import { Questions } from '#questions/Questions.tsx'

let workspace: Workspace
beforeAll(async () => {
  ;({ workspace } = await workspaceWith([]))
  const matches = { matches: true, addEventListener() {}, removeEventListener() {} }
  vi.stubGlobal('matchMedia', () => matches)
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  )
})
afterEach(cleanup)

const id = '019a8f00-0000-7000-8000-000000000002'
const seen = { version: 1, contested: {} }

/** A part of the assessment on screen, with its keeper; every write succeeds at once. */
function show(part: string, shown = <Part part={part} />, own: Questionnaire[] = []) {
  const draft = beginVisit(
    {
      visit: {
        ...seen,
        id,
        kind: 'visit',
        body: { startsAt: '', place: 'home', coordinator: 'g', purpose: 'first', status: 'planned' },
      },
      client: {
        ...seen,
        id,
        kind: 'client',
        body: { firstName: 'Iris', familyName: 'Ade', team: 't', status: 'open' },
      },
      plan: null,
    },
    { ids: { response: id, plan: id }, begunAt: '2026-11-23T10:30:00.000Z' },
    own,
  )
  const change = { id, device: id, at: '', app: '', edits: [] }
  const drafts = { write: () => Promise.resolve(ok(undefined)), finish: () => Promise.resolve(ok(change)) }
  const keeper = new DraftKeeper(drafts, { draft, clock: () => new Date() })
  render(
    <MantineProvider>
      <WorkspaceContext value={workspace}>
        <VisitWorkProvider keeper={keeper} reopen={() => undefined} unknownForm={null}>
          {shown}
        </VisitWorkProvider>
      </WorkspaceContext>
    </MantineProvider>,
  )
  return { user: userEvent.setup(), answers: () => keeper.work().draft.answers }
}

function Part({ part }: { part: string }) {
  const { view } = useVisitWork()
  return <Questions items={findItem(view, part)?.items ?? []} checked />
}

describe('the questions of a visit', () => {
  test('are asked as the answers open them, and keep what was said when they close again', async () => {
    const { user } = show('consent')
    expect(screen.queryByText(/May we share/)).toBeNull()
    const keep = within(screen.getByRole('group', { name: /happy for us to keep a record/ }))
    await user.click(keep.getByRole('radio', { name: 'Yes' }))
    const share = within(screen.getByRole('group', { name: /May we share/ }))
    await user.click(share.getByRole('radio', { name: /only with some/ }))
    await user.click(keep.getByRole('radio', { name: 'No' }))
    expect(screen.queryByRole('group', { name: /May we share/ })).toBeNull()
    await user.click(keep.getByRole('radio', { name: 'Yes' }))
    expect(screen.getByRole('radio', { name: /only with some/ })).toHaveProperty('checked', true)
  })

  test('take own words beside the options, by leaving the field too', async () => {
    const { user, answers } = show('area.people')
    const needs = within(screen.getByRole('group', { name: 'What would you like help with?' }))
    await user.click(needs.getByRole('checkbox', { name: 'More company' }))
    await user.type(needs.getByRole('textbox'), 'Getting the piano tuned')
    await user.tab()
    expect(needs.getByRole('button', { name: 'Take off: Getting the piano tuned' })).toBeTruthy()
    expect(answers()['area.people.needs']).toMatchObject([
      { type: 'coding', value: { code: 'company' } },
      { type: 'string', value: 'Getting the piano tuned' },
    ])
  })

  test('let an answer that stands alone put the others aside, and they it', async () => {
    const { user, answers } = show('risks')
    await user.click(screen.getByRole('checkbox', { name: 'Falls' }))
    await user.click(screen.getByRole('checkbox', { name: 'No known risks' }))
    expect(answers()['risks.known']).toMatchObject([{ value: { code: 'no-known-risks' } }])
    await user.click(screen.getByRole('checkbox', { name: 'Infection' }))
    expect(answers()['risks.known']).toMatchObject([{ value: { code: 'infection' } }])
  })

  test('keep a number as it is typed, and say what is wrong with it', async () => {
    const { user, answers } = show('area.health')
    await user.click(screen.getByRole('checkbox', { name: 'Falls or balance' }))
    const falls = screen.getByRole('textbox', { name: 'How many falls in the last year?' })
    await user.type(falls, 'two')
    expect(screen.getByText('This needs to be a whole number')).toBeTruthy()
    expect(answers()['area.health.falls']).toEqual([{ type: 'string', value: 'two' }])
    await user.clear(falls)
    await user.type(falls, '2')
    expect(answers()['area.health.falls']).toEqual([{ type: 'integer', value: 2 }])
  })

  test('draw the scale as a table of radios that a screen reader can tell apart', async () => {
    const { user, answers } = show('wellbeing')
    const first = within(screen.getByRole('radiogroup', { name: /Optimistic about the future/ }))
    expect(first.getAllByRole('radio')).toHaveLength(5)
    await user.click(first.getByRole('radio', { name: 'Often' }))
    expect(answers()['wellbeing.wemwbs.1']).toMatchObject([{ value: { code: '4' } }])
  })
})

/** The assessment as a service has it that asks about pets, and since when. */
function withPets(): Questionnaire {
  const form = checkQuestionnaire({
    ...holisticAssessment,
    version: '2026.1',
    item: holisticAssessment.item.map((item) =>
      item.linkId === 'matters'
        ? {
            ...item,
            item: [
              { linkId: 'matters.pets', type: 'boolean', text: 'Have you got pets?' },
              { linkId: 'matters.since', type: 'date', text: 'Since when?' },
              ...(item.item ?? []),
            ],
          }
        : item,
    ),
  })
  if (!form.ok) throw new Error(JSON.stringify(form.error))
  return form.value
}

test('the client’s turn asks every type of question that a service’s own form has', async () => {
  const turn = <ClientsTurn part="matters" end={() => Promise.resolve()} />
  const { user, answers } = show('matters', turn, [withPets()])
  await user.click(screen.getByRole('button', { name: 'Begin' }))
  expect(screen.queryByText('In the last two weeks')).toBeNull()
  const pets = within(screen.getByRole('group', { name: 'Have you got pets?' }))
  await user.click(pets.getByRole('radio', { name: 'Yes' }))
  await user.click(screen.getByRole('button', { name: 'Next' }))
  const since = within(screen.getByRole('group', { name: 'Since when?' }))
  await user.type(since.getByRole('textbox', { name: 'Day' }), '9')
  await user.type(since.getByRole('textbox', { name: 'Month' }), '5')
  await user.type(since.getByRole('textbox', { name: 'Year' }), '1998')
  expect(answers()).toMatchObject({
    'matters.pets': [{ type: 'boolean', value: true }],
    'matters.since': [{ type: 'date', value: '1998-05-09' }],
  })
})
