import { z } from 'zod'
import type { defaultSettings, SettingsBody } from '#domain/settings/settings.ts'
import type { FieldProblem } from '#ui/ErrorSummary.tsx'

/** Everything as typed. An empty time is the one that is shipped. */
export const settingsFormSchema = z.object({
  numbers: z.array(z.object({ id: z.string(), label: z.string(), number: z.string(), note: z.string() })),
  safeguardingNumber: z.string(),
  medicalNumber: z.string(),
  quietDays: z.string(),
  callBackMonths: z.string(),
  reviewMonths: z.string(),
  retentionYears: z.string(),
})
export type SettingsForm = z.infer<typeof settingsFormSchema>
export type Time = keyof typeof defaultSettings

/** The longest that makes sense; `least`: shorter would go against the NHS Records Management Code. */
export const times: Record<Time, { label: string; unit: string; least: number; most: number }> = {
  quietDays: { label: 'A provider is asked after', unit: 'days without news', least: 1, most: 365 },
  callBackMonths: { label: 'Who declined is asked again after', unit: 'months', least: 1, most: 24 },
  reviewMonths: { label: 'A review is due after', unit: 'months', least: 1, most: 24 },
  retentionYears: { label: 'Records are kept for', unit: 'years from last seen', least: 8, most: 50 },
}
export const timeNames = ['quietDays', 'callBackMonths', 'reviewMonths', 'retentionYears'] as const

export function settingsFormOf(body: SettingsBody | undefined): SettingsForm {
  const typed = (time: Time) => (body?.[time] === undefined ? '' : String(body[time]))
  return {
    numbers: (body?.urgentNumbers ?? []).map(({ id, label, number, note = '' }) => ({
      id,
      label,
      number,
      note,
    })),
    safeguardingNumber: body?.safeguardingNumber ?? '',
    medicalNumber: body?.medicalNumber ?? '',
    quietDays: typed('quietDays'),
    callBackMonths: typed('callBackMonths'),
    reviewMonths: typed('reviewMonths'),
    retentionYears: typed('retentionYears'),
  }
}

/** What has to be put right before it can be saved, each saying how. */
export function settingsProblems(form: SettingsForm): FieldProblem[] {
  return [
    ...form.numbers.flatMap(({ id, label, number }) => [
      ...(label.trim() === ''
        ? [{ field: `label-${id}`, text: `Say who answers ${number.trim() || 'this number'}.` }]
        : []),
      ...numberProblem(`number-${id}`, number, label.trim() || 'this line', true),
    ]),
    ...numberProblem('safeguardingNumber', form.safeguardingNumber, 'safeguarding', false),
    ...numberProblem('medicalNumber', form.medicalNumber, 'medical worries', false),
    ...timeNames.flatMap((time) => timeProblem(time, form[time])),
  ]
}

function numberProblem(field: string, typed: string, whose: string, needed: boolean): FieldProblem[] {
  const text = typed.trim()
  if (text === '')
    return needed ? [{ field, text: `Type the number of ${whose}, or take the line out.` }] : []
  if (/^[+\d][\d\s()-]*$/.test(text) && text.replaceAll(/\D/g, '').length >= 3) return []
  return [{ field, text: `The number for ${whose} has something else than digits in it: ${text}` }]
}

function timeProblem(time: Time, typed: string): FieldProblem[] {
  if (typed.trim() === '') return []
  const { label, unit, least, most } = times[time]
  const number = Number(typed.trim())
  if (Number.isInteger(number) && number >= least && number <= most) return []
  return [{ field: time, text: `“${label}”: type a whole number of ${unit} from ${least} to ${most}.` }]
}

/** The settings that the form says, laid over those it was opened with: what is emptied follows what is shipped again. */
export function settingsOf(form: SettingsForm, opened: SettingsBody | undefined): SettingsBody {
  const after: SettingsBody = { ...opened }
  const before = new Map((opened?.urgentNumbers ?? []).map((entry) => [entry.id, entry]))
  const numbers = form.numbers.map(({ id, label, number, note }) => {
    const { note: _note, ...rest } = before.get(id) ?? { id }
    const said = note.trim() === '' ? {} : { note: note.trim() }
    return { ...rest, id, label: label.trim(), number: number.trim(), ...said }
  })
  if (numbers.length > 0 || opened?.urgentNumbers) after.urgentNumbers = numbers
  for (const field of ['safeguardingNumber', 'medicalNumber'] as const) {
    const text = form[field].trim()
    if (text === '') delete after[field]
    else after[field] = text
  }
  for (const time of timeNames) {
    if (form[time].trim() === '') delete after[time]
    else after[time] = Number(form[time].trim())
  }
  return after
}
