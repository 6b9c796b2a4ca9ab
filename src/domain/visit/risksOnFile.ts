import { holisticAssessment, type Said } from '../assessment/assessment.ts'
import { NO_KNOWN_RISKS, type ClientBody } from '../client/client.ts'
import type { Answers } from '../form/answers.ts'
import { indexForm } from '../form/formIndex.ts'
import { labelOf, optionsOf, type Option } from '../form/options.ts'
import type { Value } from '../form/value.ts'

type Risk = NonNullable<ClientBody['risks']>[number]

/**
 * The risks on the file as answers that a visit begins with, to be confirmed or taken off. "No known risks" isn't
 * carried over: it has to be said anew on each visit.
 */
export function risksOnFile(client: ClientBody): Answers {
  const known = (client.risks ?? []).filter((entry) => entry.risk !== NO_KNOWN_RISKS)
  if (known.length === 0) return {}
  const answers = { 'risks.known': known.map(asAnswer) }
  if (client.doNotVisitAlone === undefined) return answers
  return { ...answers, 'risks.not-alone': [{ type: 'boolean', value: client.doNotVisitAlone }] }
}

/** Whether an entry of the file is what was said: by its code, or by its words. */
export function isSameRisk(entry: Risk, { code, text }: Said): boolean {
  const known = codeOf(asAnswer(entry))
  return code === undefined ? entry.risk === text : known === code || entry.risk === code
}

/** An entry of the file in words: the form's where it is a bare code. */
export function riskInWords(entry: Pick<Risk, 'risk'>): string {
  return labelOf(asAnswer({ ...entry, id: '' }))
}

/** The form's own option where the file means one of them, else as typed. */
function asAnswer(entry: Risk): Value {
  const code = entry['code'] ?? entry.risk
  const option = options.find(({ value, label }) => codeOf(value) === code || label === entry.risk)
  return option?.value ?? { type: 'string', value: entry.risk }
}

const asked = indexForm(holisticAssessment).get('risks.known')?.item
const options: readonly Option[] = asked ? optionsOf(asked) : []

function codeOf(value: Value): string | undefined {
  return value.type === 'coding' ? value.value.code : undefined
}
