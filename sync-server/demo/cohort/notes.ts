import type { NoteBody } from '#domain/note/note.ts'
import type { Onward } from './onward.ts'
import { spokenOf, type Person } from './people.ts'
import { drawFor } from './random.ts'
import { coordinatorName, staffId } from './staff.ts'
import type { Timeline } from './timeline.ts'
import { missedFollowUp, momentOf, visitId } from './visits.ts'
import { telephonesOf } from './contact.ts'

const rang = [
  'Rang and introduced myself. {name} sounded glad of the call. Happy to be visited at home.',
  'Rang twice; the second time {name} answered. We agreed on a morning, not too early.',
  'Spoke to {name}. Wanted to know if it costs anything. Said no, and we found a day.',
  'Rang. {name} asked me to speak up, and then talked for twenty minutes. Visit arranged.',
  'Rang in the afternoon, which is the better time. {name} would like the letter as well, in large print if we can.',
]
const visited = [
  'First visit. {name} had the kettle on. We went through everything and the plan is what {name} chose.',
  'First visit, an hour and a bit. {name} was nervous at the door and not at all by the end.',
  'First visit. Lots of photographs and some hard stories. {name} knows what would help.',
  'First visit. {name} tired after forty minutes, so we kept it short and left the rest for next time.',
  'First visit. Talked more about the past than the present, and that was the way in.',
]
const followedUp = [
  'Followed up. Going as planned. {name} asked me to thank whoever it was that rang.',
  'Followed up. A slow start, and some doubts, but {name} wants to go on.',
  'Followed up. {name} has had a bad week with the knees. Nothing to change in the plan.',
  'Followed up. {name} had tidied the letters into a pile for me, which is a good sign.',
]
const attempted = [
  'Rang at ten, no answer. Left a message with the office number.',
  'Rang; a neighbour picked up. Will ring again tomorrow at eleven.',
]
const wrote =
  '{name} has no telephone. Wrote with two dates to choose from, and the card came back with the first one ringed.'
const garden =
  'Asked three services for help with the garden. None of them does gardens at the moment. Put down as a gap.'

interface Draft {
  name: string
  text: string
  at: string
  about: 'note' | 'call' | 'visit' | 'contact-attempt'
  visit?: string
}

/** What the co-ordinator wrote, the earliest first. `name` tells the notes of one person apart. */
export function notesOf(
  person: Person,
  timeline: Timeline,
  onwards: readonly Onward[],
): { name: string; body: NoteBody }[] {
  const earliestFirst = drafts(person, timeline, onwards).toSorted((a, b) => a.at.localeCompare(b.at))
  return earliestFirst.map(({ name, text, ...rest }) => ({
    name,
    body: { ...rest, text: spokenOf(person, text), author: staffId(person.coordinator) },
  }))
}

function drafts(person: Person, timeline: Timeline, onwards: readonly Onward[]): Draft[] {
  const draw = drawFor(`notes/${person.n}`)
  const call: Draft = {
    name: 'call',
    text: isReachable(person) ? draw.pick(rang) : wrote,
    at: momentOf(timeline.referredOn, '16:10'),
    about: isReachable(person) ? 'call' : 'note',
  }
  if (timeline.state === 'waiting') return [waitingNote(person, call, draw.pick(attempted))]
  const first: Draft = {
    name: 'first',
    text: draw.pick(visited),
    at: momentOf(timeline.firstOn, '16:40'),
    about: 'visit',
    visit: visitId(person, 'first'),
  }
  const followUp: Draft[] =
    timeline.followUpOn === null || missedFollowUp(person)
      ? []
      : [
          {
            name: 'follow-up',
            text: draw.pick(followedUp),
            at: momentOf(timeline.followUpOn, '16:20'),
            about: 'note',
            visit: visitId(person, 'follow-up'),
          },
        ]
  return [call, first, ...gardenNote(person, timeline.firstOn), ...followUp, ...newsNotes(person, onwards)]
}

function isReachable(person: Person): boolean {
  const { phone, mobile } = telephonesOf(person)
  return phone !== undefined || mobile !== undefined
}

function waitingNote({ n }: Person, call: Draft, attempt: string): Draft {
  return n % 2 === 0 ? call : { ...call, text: attempt, about: 'contact-attempt' }
}

/** What the evaluation found missing at the start of the pilot, and nothing recorded. */
function gardenNote({ n }: Person, on: string): Draft[] {
  return n % 20 === 19 ? [{ name: 'garden', text: garden, at: momentOf(on, '17:05'), about: 'note' }] : []
}

/** The latest good news or the latest refusal, so that nobody has to guess what became of a plan. */
function newsNotes(person: Person, onwards: readonly Onward[]): Draft[] {
  const answered = onwards
    .filter(({ standing }) => standing.outcome !== undefined || standing.statusReason !== undefined)
    .slice(-1)
  return answered.map(({ service, standing }) => ({
    name: 'news',
    text:
      standing.outcome ??
      `${service.organisation} rang ${coordinatorName(person)}: ${standing.statusReason}.`,
    at: momentOf(standing.statusOn ?? '', '12:30'),
    about: 'note' as const,
  }))
}
