import { expect, test } from 'vitest'
import { choice, formOf, item } from './forms.fixture.ts'
import { inLanguage, languagesOf } from './translation.ts'

const url = 'http://hl7.org/fhir/StructureDefinition/translation'
const into = (texts: Record<string, string>) => ({
  extension: Object.entries(texts).map(([lang, content]) => ({
    url,
    extension: [
      { url: 'lang', valueCode: lang },
      { url: 'content', valueString: content },
    ],
  })),
})

const form = formOf(
  item('group', 'group', {
    text: 'Home',
    _text: into({ cy: 'Cartref' }),
    item: [
      item('warm', 'boolean', {
        text: 'Are you warm?',
        _text: into({ cy: 'Ydych chi’n gynnes?', fr: 'Avez-vous chaud ?' }),
      }),
      item('else', 'text', { text: 'Anything else?' }),
    ],
  }),
  choice('how', ['well'], {
    answerOption: [{ valueCoding: { code: 'well', display: 'Well', _display: into({ cy: 'Yn dda' }) } }],
  }),
)

test('the languages of a form', () => {
  expect(languagesOf(form)).toEqual(['cy', 'fr'])
  expect(languagesOf(formOf(item('a', 'text')))).toEqual([])
})

test('a form in another language asks the same questions; what is not translated stays as it is', () => {
  const welsh = inLanguage(form, 'cy')
  const [home, how] = welsh.item
  expect([home?.text, ...(home?.item ?? []).map(({ text }) => text)]).toEqual([
    'Cartref',
    'Ydych chi’n gynnes?',
    'Anything else?',
  ])
  expect(how?.answerOption?.[0]?.valueCoding).toMatchObject({ code: 'well', display: 'Yn dda' })
  expect(form.item[0]?.text).toBe('Home')
  expect(inLanguage(form, 'de')).toEqual(form)
})
