import { type Settings, SETTINGS_ID, settingsInForce } from '#domain/settings/settings.ts'
import { useRecord } from './react.ts'

/** How the service works today, live. What its managers have not set, or what has not arrived yet, is as shipped. */
export function useSettings(): Settings {
  return settingsInForce(useRecord('settings', SETTINGS_ID)?.body)
}
