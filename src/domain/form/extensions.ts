import { readValue } from './fhirValue.ts'
import type { Extension, Value } from './value.ts'

const core = 'http://hl7.org/fhir/StructureDefinition'
const sdc = 'http://hl7.org/fhir/uv/sdc/StructureDefinition'

/** Extensions that the engine acts on. http://hl7.org/fhir/R4/questionnaire-profiles.html */
export const understood = {
  minValue: `${core}/minValue`,
  maxValue: `${core}/maxValue`,
  optionExclusive: `${core}/questionnaire-optionExclusive`,
  ordinalValue: `${core}/ordinalValue`,
  unit: `${core}/questionnaire-unit`,
  unitOption: `${core}/questionnaire-unitOption`,
  translation: `${core}/translation`,
} as const

/** Extensions that change what is asked or what is a valid answer: a form with one is refused, not half obeyed. */
export const refusedExtensions: ReadonlySet<string> = new Set([
  ...[
    'cqf-calculatedValue',
    'cqf-expression',
    'maxDecimalPlaces',
    'minLength',
    'regex',
    'questionnaire-constraint',
    'questionnaire-hidden',
    'questionnaire-maxOccurs',
    'questionnaire-minOccurs',
    'questionnaire-referenceFilter',
    'questionnaire-signatureRequired',
    'questionnaire-unitValueSet',
    'questionnaire-usageMode',
  ].map((name) => `${core}/${name}`),
  ...[
    'answerExpression',
    'answerOptionsToggleExpression',
    'calculatedExpression',
    'candidateExpression',
    'contextExpression',
    'enableWhenExpression',
    'initialExpression',
    'maxQuantity',
    'minQuantity',
    'subQuestionnaire',
  ].map((name) => `${sdc}/sdc-questionnaire-${name}`),
])

/** The value of the extension with this address, if there is one that the engine can read. */
export function extensionValue(extensions: readonly Extension[] | undefined, url: string): Value | undefined {
  const found = extensions?.find((extension) => extension.url === url)
  const read = found && readValue(found)
  return read?.ok ? read.value : undefined
}

/** The values of every extension with this address that the engine can read. */
export function extensionValues(extensions: readonly Extension[] | undefined, url: string): Value[] {
  return (extensions ?? []).flatMap((extension) => {
    const read = extension.url === url ? readValue(extension) : null
    return read?.ok ? [read.value] : []
  })
}
