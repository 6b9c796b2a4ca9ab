import { type Html, markup } from './markup.ts'
import { type About, type FieldName, longest, type Typed } from './typed.ts'
import { labels } from './words.ts'

/** What a part of the form is drawn from. `wrong`: what to do, by the id of the field. */
export interface FormState {
  about: About
  typed: Typed
  wrong: ReadonlyMap<string, string>
}

interface More {
  hint?: string
  type?: 'text' | 'tel' | 'email'
  numeric?: boolean
  autocomplete?: string
}

/** One line of text. */
export function line(state: FormState, field: FieldName, more: More = {}): Html {
  const { type = 'text', numeric, autocomplete = 'off' } = more
  return markup`<div class="field">
    <label for="${field}">${labels[field][state.about]}</label>
    ${notesOn(state, field, more.hint)}
    <input
      id="${field}"
      name="${field}"
      type="${type}"
      autocomplete="${autocomplete}"
      maxlength="${String(longest[field])}"
      value="${state.typed.texts[field]}"
      ${numeric ? markup` inputmode="numeric"` : null}${marks(state, field, more.hint)}
    />
  </div>`
}

/** Several lines of text. */
export function lines(state: FormState, field: FieldName, hint?: string): Html {
  return markup`<div class="field">
    <label for="${field}">${labels[field][state.about]}</label>
    ${notesOn(state, field, hint)}
    <textarea
      id="${field}"
      name="${field}"
      autocomplete="off"
      maxlength="${String(longest[field])}"
      ${marks(state, field, hint)}
    >
${state.typed.texts[field]}</textarea>
  </div>`
}

export type Choice = readonly [value: string, words: string]

/** One of a list that may be long. */
export function select(state: FormState, field: FieldName, choices: readonly Choice[], none: string): Html {
  const chosen = state.typed.texts[field]
  return markup`<div class="field">
    <label for="${field}">${labels[field][state.about]}</label>
    ${notesOn(state, field)}
    <select id="${field}" name="${field}" ${marks(state, field)}>
      <option value="">${none}</option>
      ${choices.map(
        ([value, words]) =>
          markup`<option value="${value}" ${value === chosen ? markup` selected` : null}>${words}</option>`,
      )}
    </select>
  </div>`
}

/** Boxes to tick, or one to choose. */
export function ticks(
  name: string,
  type: 'checkbox' | 'radio',
  choices: readonly Choice[],
  chosen: readonly string[],
): Html[] {
  return choices.map(
    ([value, words]) =>
      markup`<div class="tick">
        <input
          id="${name}-${value}"
          name="${name}"
          type="${type}"
          value="${value}"
          ${chosen.includes(value) ? markup` checked` : null}
        />
        <label for="${name}-${value}">${words}</label>
      </div>`,
  )
}

/** What is wrong with a group of boxes, above them. */
export function wrongIn({ wrong }: FormState, field: string): Html | null {
  const text = wrong.get(field)
  return text === undefined ? null : markup`<p class="wrong">${text}</p>`
}

function notesOn({ wrong }: FormState, field: FieldName, hint?: string): Html {
  const text = wrong.get(field)
  return markup`${hint === undefined ? null : markup`<span class="hint" id="${field}-hint">${hint}</span>`}
  ${text === undefined ? null : markup`<span class="wrong" id="${field}-wrong">${text}</span>`}`
}

function marks({ wrong }: FormState, field: FieldName, hint?: string): Html {
  const bad = wrong.has(field)
  const described = [hint !== undefined && `${field}-hint`, bad && `${field}-wrong`].filter(Boolean).join(' ')
  return markup`${described === '' ? null : markup` aria-describedby="${described}"`}${bad ? markup` aria-invalid="true"` : null}`
}
