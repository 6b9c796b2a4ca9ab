import type { Edit } from '#domain/change/change.ts'
import {
  createRecord,
  editRecord,
  removeRecord,
  restoreRecord,
  settleByKeeping,
  settleByRemoving,
} from '#domain/change/write.ts'
import { mergeFiles, mergeObstacle, takeApart } from '#domain/duplicates/mergeFiles.ts'
import { type Side, sideBySide } from '#domain/duplicates/sideBySide.ts'
import { type JsonObject, jsonObjectSchema } from '#domain/json.ts'
import type { KindName } from '#domain/kind/kinds.ts'
import { openQuestions } from '#domain/record/record.ts'
import type { View } from '#store/view.ts'
import { teams } from './cast.ts'
import { answerQuestion, undoAnswer } from './questions.ts'
import { type Desk, isOf, pickView, viewsOf } from './desk.ts'
import type { Act } from './steps.ts'
import { touch } from './touch.ts'

const EDITED = ['client', 'plan', 'visit', 'referral', 'onwardReferral'] as const satisfies KindName[]
const DIRECTORY = ['service', 'organisation'] as const satisfies KindName[]

/** What a person writes now, by the functions that the screens write with; null where there is nothing to write on. */
export function editsFor(act: Act, desk: Desk): Edit[] | null {
  const edits = editsOf(act, desk).filter((edit) => edit !== null)
  return edits.length > 0 ? edits : null
}

function editsOf(act: Act, desk: Desk): (Edit | null)[] {
  switch (act) {
    case 'edit':
      return [editOne(desk, pickView(desk, viewsOf(desk, ours(desk))), 1)]
    case 'editMore':
      return [editOne(desk, pickView(desk, viewsOf(desk, ours(desk))), 3)]
    case 'writeTogether':
      return finishVisit(desk)
    case 'create':
      return desk.random.chance(0.4) ? newFile(desk) : [newNote(desk)]
    case 'handOver':
      return handOver(desk)
    case 'outOfBounds':
      return [editOne(desk, pickView(desk, viewsOf(desk, DIRECTORY)), 1)]
    case 'remove':
      return [remove(desk)]
    case 'restore':
      return [restore(desk)]
    case 'settle':
      return [answerQuestion(desk)]
    case 'reopen':
      return [undoAnswer(desk)]
    case 'removeAnyway':
      return [withQuestion(desk, (view) => settleByRemoving(view, `gone ${desk.token}`))]
    case 'keep':
      return [withQuestion(desk, (view) => (asksForRemoval(view) ? settleByKeeping(view) : null))]
    case 'mergeFiles':
      return mergeTwo(desk)
    case 'takeApart':
      return takeTwoApart(desk)
  }
}

function ours({ person }: Desk): readonly KindName[] {
  return person.role === 'manager' ? [...EDITED, ...DIRECTORY] : EDITED
}

function editOne(desk: Desk, view: View | undefined, times: number): Edit | null {
  if (!view) return null
  const marked = Array.from({ length: times }, (_, i) => `${desk.token}${i}.`)
  const after = marked.reduce<JsonObject>(
    (body, token) => touch(body, view.kind, token, desk.random),
    jsonObjectSchema.parse(view.body),
  )
  return editRecord(view, desk.newer ? { ...after, [`later${desk.random.below(2)}`]: desk.token } : after)
}

/** One save over several records: the visit held, what was answered, the plan, and somebody referred onward. */
function finishVisit(desk: Desk): (Edit | null)[] {
  const { token, newId, person } = desk
  const visit = pickView(desk, viewsOf(desk, ['visit']))
  if (!isOf('visit', visit) || visit.file === null) return []
  const response = newId()
  const plan = viewsOf(desk, ['plan']).find((view) => view.file === visit.file)
  const at = `said ${token}`
  return [
    createRecord('response', response, visit.file, {
      questionnaire: 'simulated',
      authored: at,
      author: person.id,
      item: [{ linkId: 'all', answer: [{ valueString: at }] }],
    }),
    editRecord(visit, { ...visit.body, status: 'held', response, heldAt: at }),
    editOne(desk, plan, 2),
    createRecord('onwardReferral', newId(), visit.file, {
      service: at,
      madeOn: '2026-03-02',
      madeBy: person.id,
      consent: true,
      agreedToShare: ['contact'],
      status: 'sent',
    }),
  ]
}

function newFile({ newId, person, random, token }: Desk): Edit[] {
  const client = newId()
  const team = person.team ?? random.pick(Object.values(teams)) ?? teams.north
  return [
    createRecord('client', client, client, {
      firstName: `New ${token}`,
      familyName: 'Simulated',
      team,
      status: 'open',
    }),
    createRecord('plan', newId(), client, { needs: [], goals: [], actions: [], whatMatters: token }),
  ]
}

function newNote(desk: Desk, file?: string): Edit | null {
  const client = file ?? pickView(desk, viewsOf(desk, ['client']))?.id
  if (client === undefined) return null
  const { newId, person, token } = desk
  return createRecord('note', newId(), client, { text: `note ${token}`, at: token, author: person.id })
}

/** To another team, with a last note in the same change. */
function handOver(desk: Desk): (Edit | null)[] {
  const client = pickView(desk, viewsOf(desk, ['client']))
  if (!isOf('client', client)) return []
  const team = desk.random.pick(Object.values(teams).filter((other) => other !== client.body.team))
  return team === undefined ? [] : [editRecord(client, { ...client.body, team }), newNote(desk, client.id)]
}

/** Of two files that somebody takes for one person's: from each field one value, or both. */
function mergeTwo(desk: Desk): Edit[] {
  const clients = viewsOf(desk, ['client']).filter((view) => isOf('client', view))
  const [a, b] = [pickView(desk, clients), desk.random.pick(clients)]
  if (!isOf('client', a) || !b || a.id === b.id || mergeObstacle(a, b) !== null) return []
  const side = () => desk.random.pick<Side>(['a', 'b', 'both']) ?? 'a'
  const choices = Object.fromEntries(sideBySide(a, b).map(({ field }) => [field, side()]))
  const along = clients.filter(({ body }) => body.merged?.into === b.id)
  return mergeFiles({ a, b, along }, choices, { by: desk.person.id, on: '2026-03-02' })
}

/** Where nothing is merged yet, that comes first. */
function takeTwoApart(desk: Desk): Edit[] {
  const clients = viewsOf(desk, ['client']).filter((view) => isOf('client', view))
  const file = pickView(
    desk,
    clients.filter(({ body }) => body.merged),
  )
  const head = isOf('client', file) ? clients.find(({ id }) => id === file.body.merged?.into) : undefined
  return isOf('client', file) && head ? takeApart(head, file).edits : mergeTwo(desk)
}

/** A whole file stays, its client included: what is removed is what lies in it. */
function remove(desk: Desk): Edit | null {
  const view = pickView(desk, viewsOf(desk, ['plan', 'visit', 'referral', 'onwardReferral']))
  return view ? removeRecord(view, `gone ${desk.token}`) : null
}

function restore(desk: Desk): Edit | null {
  const view = pickView(
    desk,
    viewsOf(desk, EDITED, ({ deleted }) => deleted !== null),
  )
  return view ? restoreRecord(view) : null
}

function withQuestion(desk: Desk, write: (view: View) => Edit | null): Edit | null {
  const asked = viewsOf(desk, ours(desk), (view) => openQuestions(view).length > 0 && view.kind !== 'client')
  const view = pickView(desk, asked)
  return view ? write(view) : null
}

function asksForRemoval(view: View): boolean {
  return view.deleted === null && openQuestions(view).includes('')
}
