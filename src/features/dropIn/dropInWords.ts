import type { DropInContactBody } from '#domain/dropIn/dropInContact.ts'
import type { DropInBody } from '#domain/dropIn/dropIn.ts'
import { dayOf, formatDay, formatTime } from '#ui/dates.ts'
import * as codes from '#words/codes.ts'

export function people(count: number): string {
  return count === 1 ? '1 person' : `${count} people`
}

export function needsWords(needs: readonly string[]): string {
  return needs.map((code) => codes.wordFor(codes.need, code) ?? code).join(', ')
}

/** 'Money, Home', or what else can be said of somebody who came. */
export function contactWords({ needs, given, referral }: DropInContactBody): string {
  if (needs.length > 0) return needsWords(needs)
  if (given.length > 0) return 'Was told about something'
  return referral === undefined ? 'Nothing written down' : 'Passed on'
}

/** 'Today, 17:30 to 19:00' */
export function whenWords({ day, openedAt, closedAt }: DropInBody, now = new Date()): string {
  const on = day === dayOf(now) ? 'Today' : formatDay(day, now)
  const opened = formatTime(openedAt)
  // Opened on another day than it was held: entered later, and the hours say nothing.
  if (dayOf(openedAt) !== day) return on
  return closedAt === undefined ? `${on}, since ${opened}` : `${on}, ${opened} to ${formatTime(closedAt)}`
}

export function topicWords({ topic, fundedBy }: DropInBody): string | undefined {
  const words = topic && codes.wordFor(codes.adviceTopic, topic)
  if (!words) return undefined
  return fundedBy ? `Advice: ${words}, funded by ${fundedBy}` : `Advice: ${words}`
}

export function hourOf(moment: string): string {
  return formatTime(moment).slice(0, 2)
}

export function hourWords(hour: string): string {
  return `${hour}:00 to ${String(Number(hour) + 1).padStart(2, '0')}:00`
}
