import { z } from 'zod'
import { listOf } from '../kind/fields.ts'
import { defineKind } from '../kind/kind.ts'
import { asKeyedList } from '../merge/rules.ts'

/** There is one record of settings in a service, under the same id in each. */
export const SETTINGS_ID = '5e771465-0000-7000-8000-000000000001'

/**
 * How a service works, as its managers have set it. Everybody who signs in holds it, referrers and providers too:
 * nothing about anybody belongs in it. What is not set follows `defaultSettings`.
 */
const settingsBody = z.looseObject({
  /** Whom to ring in an emergency, the most urgent first, besides 999 and 111. */
  urgentNumbers: listOf({ label: z.string(), number: z.string(), note: z.string().optional() }).optional(),
  /** Whom to ring about a safeguarding concern, and about a medical worry. */
  safeguardingNumber: z.string().optional(),
  medicalNumber: z.string().optional(),
  /** After how many days without news a provider is asked. */
  quietDays: z.number().int().positive().optional(),
  callBackMonths: z.number().int().positive().optional(),
  reviewMonths: z.number().int().positive().optional(),
  retentionYears: z.number().int().positive().optional(),
})
export type SettingsBody = z.infer<typeof settingsBody>

export const settings = defineKind({
  kind: 'settings',
  version: 1,
  body: settingsBody,
  place: 'everybody',
  rules: { urgentNumbers: asKeyedList },
  upcasts: [],
})

/** Community Connect's review after six months and call back after three; records are kept for eight years. */
export const defaultSettings = {
  quietDays: 21,
  callBackMonths: 3,
  reviewMonths: 6,
  retentionYears: 8,
} as const satisfies SettingsBody

/** The settings with what is shipped in the place of what is not set. Numbers to ring have none that could be shipped. */
export interface Settings extends Pick<SettingsBody, 'safeguardingNumber' | 'medicalNumber'> {
  urgentNumbers: NonNullable<SettingsBody['urgentNumbers']>
  quietDays: number
  callBackMonths: number
  reviewMonths: number
  retentionYears: number
}

export function settingsInForce(set: SettingsBody | undefined): Settings {
  const { urgentNumbers = [], safeguardingNumber, medicalNumber } = set ?? {}
  return {
    urgentNumbers,
    ...(safeguardingNumber ? { safeguardingNumber } : {}),
    ...(medicalNumber ? { medicalNumber } : {}),
    quietDays: set?.quietDays ?? defaultSettings.quietDays,
    callBackMonths: set?.callBackMonths ?? defaultSettings.callBackMonths,
    reviewMonths: set?.reviewMonths ?? defaultSettings.reviewMonths,
    retentionYears: set?.retentionYears ?? defaultSettings.retentionYears,
  }
}
