import { fields, type FormFaults } from './formParts.ts'
import { type Html, markup } from './markup.ts'
import { urgentRoute } from './page.ts'
import type { ServiceFacts } from './serviceFacts.ts'
import type { About, Typed } from './typed.ts'

export interface Form {
  about: About
  facts: ServiceFacts
  typed: Typed
  /** Signed, see `pass.ts`. */
  pass: string
  faults: FormFaults
}

export const titles: Record<About, string> = {
  myself: 'Ask for help for yourself',
  somebody: 'Refer somebody to us',
}

/** The form with everything that was typed in it, and at the top what has to be put right. */
export function formContent({ about, facts, typed, pass, faults }: Form): Html {
  return markup`<a class="back" href="/refer">Back</a>
    <h1>${titles[about]}</h1>
    ${summary(faults)} ${urgentRoute(facts)}
    <p>Write as much or as little as you like. What we must know is asked for again if it is left out.</p>
    <form method="post" action="/refer/${about}" novalidate>
      <input type="hidden" name="pass" value="${pass}" />
      ${fields({ about, typed, wrong: new Map(faults.map(({ field, text }) => [field, text])) }, facts)}
      <div class="unseen" aria-hidden="true">
        <label>Leave this empty <input name="website" tabindex="-1" autocomplete="off" /></label>
      </div>
      <p>${agreement(about, facts.name)}</p>
      <button>Send</button>
    </form>`
}

function agreement(about: About, service: string): string {
  return about === 'myself'
    ? `By sending this you agree that ${service} keeps what you wrote, and gets in touch with you about it.`
    : `${service} keeps what you wrote, and gets in touch with them about it, and with you where something is unclear.`
}

function summary(faults: FormFaults): Html | null {
  if (faults.length === 0) return null
  return markup`<div class="summary" role="alert" tabindex="-1" autofocus>
    <h2>Not sent yet. Please check</h2>
    <ul>
      ${faults.map(({ field, text }) =>
        field === '' ? markup`<li>${text}</li>` : markup`<li><a href="#${field}">${text}</a></li>`,
      )}
    </ul>
  </div>`
}
