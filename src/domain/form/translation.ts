import { understood } from './extensions.ts'
import type { Questionnaire } from './questionnaire.ts'

/**
 * A form's other languages, as FHIR has them (http://hl7.org/fhir/R4/extension-translation.html): beside `text` lies
 * `_text` with an extension for each language. Codes of BCP 47 (`cy`, `pa-Arab`), in the order of their first use.
 */
export function languagesOf(form: Questionnaire): string[] {
  const found = new Set<string>()
  visit(form, (texts) => texts.forEach((_, language) => found.add(language)))
  return [...found]
}

/** The form in one of its languages; what is not translated stays as it was written. Answers are the same in each. */
export function inLanguage(form: Questionnaire, language: string): Questionnaire {
  const translated = structuredClone(form)
  visit(translated, (texts, put) => {
    const text = texts.get(language)
    if (text !== undefined) put(text)
  })
  return translated
}

type Told = (texts: ReadonlyMap<string, string>, put: (text: string) => void) => void

/** Goes to every text that has a companion with translations. */
function visit(node: unknown, tell: Told): void {
  if (Array.isArray(node)) {
    node.forEach((each) => visit(each, tell))
    return
  }
  if (!isObject(node)) return
  for (const [key, value] of Object.entries(node)) {
    const beside = `_${key}`
    if (typeof value === 'string' && isObject(node[beside]))
      tell(translationsIn(node[beside]), (text) => (node[key] = text))
    else visit(value, tell)
  }
}

function translationsIn({ extension }: Record<string, unknown>): Map<string, string> {
  const found = Array.isArray(extension) ? extension.filter(isObject) : []
  return new Map(
    found
      .filter(({ url }) => url === understood.translation)
      .flatMap((each) => {
        const [language, text] = [part(each, 'lang', 'valueCode'), part(each, 'content', 'valueString')]
        return language === undefined || text === undefined ? [] : [[language, text] as const]
      }),
  )
}

function part({ extension }: Record<string, unknown>, url: string, key: string): string | undefined {
  const found = Array.isArray(extension)
    ? extension.filter(isObject).find((each) => each['url'] === url)
    : undefined
  const value = found?.[key]
  return typeof value === 'string' ? value : undefined
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
