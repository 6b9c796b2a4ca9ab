import { riskWords } from '#domain/assessment/codeWords.ts'
import { NO_KNOWN_RISKS, type ClientBody } from '#domain/client/client.ts'
import type { Person } from './people.ts'

type Risk = NonNullable<Person['risk']>

const notes: Record<Risk, string> = {
  animals: 'A small dog that barks at the bell and then sits on your feet. Goes into the kitchen if asked.',
  falls: 'Unsteady on getting up. Ask before you ring that there is time to come to the door.',
  access: 'Steep steps and a poor light at the side. Bring a torch after four.',
  'home-hazards': 'The hall is full. Keep to the left and do not lean on the boxes.',
  wandering: 'May have gone for a walk. If nobody opens, ring the office, and not the neighbours first.',
  fire: 'Oxygen at home: no lighters, and no candles on a cake.',
}

export function riskNoteOf(risk: Risk): string {
  return notes[risk]
}

/** As a visit leaves them: in the words of the form, with the code beside them; "no known risks" is the code alone. */
export function risksAfterVisit({ n, risk }: Person, by: string, on: string): ClientBody['risks'] {
  const entry = { id: `client-${n}.risk`, recordedOn: on, by }
  if (risk === undefined) return [{ ...entry, risk: NO_KNOWN_RISKS }]
  return [{ ...entry, risk: riskWords(risk), code: risk, note: notes[risk] }]
}
