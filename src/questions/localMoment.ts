/**
 * A FHIR dateTime of a day and a time of this place: `2026-05-09T10:30:00+01:00`. The day alone where no time was said;
 * the pieces as they are while they do not make a moment yet, so that nothing typed is lost.
 */
export function localMoment(day: string, time: string): string {
  if (time === '') return day
  const at = new Date(`${day}T${time}`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(at.getTime())) return `${day}T${time}`
  return `${day}T${time.length === 5 ? `${time}:00` : time}${offsetOf(at)}`
}

/** The day as it was written, whatever the zone. */
export function dayPart(moment: string): string {
  return moment.split('T')[0] ?? ''
}

export function timePart(moment: string): string {
  return /T(\d{2}:\d{2})/.exec(moment)?.[1] ?? ''
}

function offsetOf(at: Date): string {
  const minutes = -at.getTimezoneOffset()
  const part = (value: number) => String(Math.floor(Math.abs(value))).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${part(minutes / 60)}:${part(minutes % 60)}`
}
