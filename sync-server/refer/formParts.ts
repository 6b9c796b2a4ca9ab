import { type FormState, line, lines, select, ticks, wrongIn } from './fields.ts'
import { type Html, markup } from './markup.ts'
import { rings } from './page.ts'
import type { ServiceFacts } from './serviceFacts.ts'
import { reasonsOffered, sourcesOffered } from './typed.ts'
import { reasonWords, sourceWords } from './words.ts'

/** What has to be put right; `field` is the id of what it is about, '' where it is the whole form. */
export type FormFaults = readonly { field: string; text: string }[]

export function fields(state: FormState, facts: ServiceFacts): Html[] {
  const parts = [danger, person, reaching, help]
  return [
    ...parts.map((part) => part(state, facts)),
    ...(state.about === 'somebody' ? [referrer(state), agreed(state)] : []),
  ]
}

function danger(state: FormState, facts: ServiceFacts): Html {
  return markup`<fieldset>
    <legend>Is anybody in danger?</legend>
    <p>Has anybody spoken of suicide, or of harming themselves or somebody else?</p>
    ${wrongIn(state, 'danger-no')}
    ${ticks(
      'danger',
      'radio',
      [
        ['no', 'No'],
        ['yes', 'Yes'],
      ],
      [state.typed.danger],
    )}
    <div class="if-danger">
      <p class="wrong">Please do not wait for us. Ring now, and tell us afterwards:</p>
      ${rings(facts)} ${lines(state, 'dangerSaid')} ${lines(state, 'dangerDone')}
    </div>
  </fieldset>`
}

function person(state: FormState, { practices }: ServiceFacts): Html {
  const own = state.about === 'myself'
  const known = (autocomplete: string) => ({ autocomplete: own ? autocomplete : 'off' })
  return markup`<fieldset>
    <legend>${own ? 'About you' : 'About them'}</legend>
    ${line(state, 'firstName', known('given-name'))} ${line(state, 'familyName', known('family-name'))}
    ${line(state, 'preferredName')}
    <fieldset class="inner">
      <legend>Date of birth</legend>
      <span class="hint">For example 4 3 1941</span>
      <div class="day">
        ${line(state, 'birthDay', { numeric: true, ...known('bday-day') })}
        ${line(state, 'birthMonth', { numeric: true, ...known('bday-month') })}
        ${line(state, 'birthYear', { numeric: true, ...known('bday-year') })}
      </div>
    </fieldset>
    ${line(state, 'nhsNumber', { numeric: true, hint: 'Ten digits. Spaces do not matter.' })}
    ${select(
      state,
      'practice',
      practices.map(({ id, name }) => [id, name] as const),
      'Not in this list, or not known',
    )}
  </fieldset>`
}

function reaching(state: FormState): Html {
  const own = state.about === 'myself'
  const known = (autocomplete: string) => ({ autocomplete: own ? autocomplete : 'off' })
  return markup`<fieldset>
    <legend>${own ? 'How to reach you' : 'How to reach them'}</legend>
    <p>One way is enough.</p>
    ${line(state, 'phone', { type: 'tel', ...known('tel') })}
    ${line(state, 'email', { type: 'email', ...known('email') })} ${lines(state, 'lines')}
    ${line(state, 'postcode', known('postal-code'))}
    ${line(state, 'reach', { hint: 'For example: in the afternoon, or leave a message' })}
    ${lines(state, 'communicationNeeds', 'For example large print, an interpreter, time to answer')}
    ${lines(state, 'accessNeeds', 'For example no stairs, or somebody to come along')}
  </fieldset>`
}

function help(state: FormState): Html {
  return markup`<fieldset>
    <legend>What it is about</legend>
    <fieldset class="inner">
      <legend>Tick all that fit</legend>
      ${ticks(
        'reasons',
        'checkbox',
        reasonsOffered.map((code) => [code, reasonWords[code][state.about]] as const),
        state.typed.reasons,
      )}
    </fieldset>
    ${lines(state, 'presentingIssue')}
  </fieldset>`
}

function referrer(state: FormState): Html {
  return markup`<fieldset>
    <legend>About you, who refers them</legend>
    ${select(
      state,
      'source',
      sourcesOffered.map((code) => [code, sourceWords[code]] as const),
      'Please choose',
    )}
    ${line(state, 'referrerName', { autocomplete: 'name' })} ${line(state, 'referrerRole')}
    ${line(state, 'referrerOrganisation', { autocomplete: 'organization' })} ${line(state, 'referrerContact')}
  </fieldset>`
}

function agreed(state: FormState): Html {
  return markup`<fieldset>
    <legend>Do they agree?</legend>
    ${wrongIn(state, 'consent-given')}
    ${ticks(
      'consent',
      'radio',
      [
        ['given', 'Yes, they know about this and agree'],
        ['not-sought', 'They have not been asked'],
      ],
      [state.typed.consent],
    )}
    <div class="if-not-asked">${lines(state, 'consentNote')}</div>
  </fieldset>`
}
