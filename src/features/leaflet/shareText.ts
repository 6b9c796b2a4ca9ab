import type { Told } from './leafletWords.ts'

/**
 * What goes out by text message, email or the device's own share sheet: what the services say of themselves, and nothing
 * of whom it is for. Neither the note nor what was agreed is in it: both are about somebody.
 */
export function shareText(services: readonly Told[], from: string): string {
  return [`Services for you, from ${from}`, ...services.map(serviceText)].join('\n\n')
}

function serviceText({ name, runBy, facts, phones, invented, address }: Told): string {
  const fact = (label: string) => {
    const lines = facts.find((each) => each.label === label)?.lines ?? []
    return lines.length === 0 ? '' : `${label}: ${lines.join('. ')}`
  }
  const phone = phones.length === 0 ? '' : `Phone: ${phones.join(' or ')}${invented ? ' (made up)' : ''}`
  return [runBy === '' ? name : `${name} (${runBy})`, fact('When'), fact('Where'), phone, address]
    .filter((line) => line !== '')
    .join('\n')
}

/** Both telephones' ways at once: iOS takes what follows `&`, Android what follows `?`. */
export function smsLink(text: string): string {
  return `sms:?&body=${encodeURIComponent(text)}`
}

export function mailLink(subject: string, text: string): string {
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`
}
