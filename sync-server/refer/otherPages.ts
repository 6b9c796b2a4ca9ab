import { titles } from './formPage.ts'
import { type Html, markup } from './markup.ts'
import { urgentRoute } from './page.ts'
import type { ServiceFacts } from './serviceFacts.ts'

/** Where it begins: for whom. */
export function startContent(facts: ServiceFacts): Html {
  return markup`<h1>Ask for help, or refer somebody</h1>
    ${urgentRoute(facts)}
    <p>
      ${facts.name} listens, and helps people find what makes life better: company, advice, activities,
      practical support. It costs nothing, and you need not be ill.
    </p>
    <ul class="choices">
      <li><a href="/refer/myself">${titles.myself}</a><br />You need not have anybody’s permission.</li>
      <li>
        <a href="/refer/somebody">${titles.somebody}</a><br />For relatives and friends, and for those who
        meet them in their work.
      </li>
    </ul>`
}

/** Sent and kept. */
export function thanksContent(facts: ServiceFacts, reference: string): Html {
  return markup`<h1>Thank you. We have it.</h1>
    ${urgentRoute(facts)}
    <p>Your reference is</p>
    <p class="reference">${reference}</p>
    <p>Please note it. It is quickest if you name it when you talk with us.</p>
    <h2>What happens next</h2>
    <ol>
      <li>One of us reads it.</li>
      <li>
        We get in touch by the way that was named, and agree a first talk: at home, at the surgery or by
        phone.
      </li>
      <li>In that talk we find out together what would help.</li>
    </ol>
    <p><a class="back" href="/refer">Refer somebody else</a></p>`
}

/** The same form was sent before, and said something else then. */
export function otherwiseContent(facts: ServiceFacts, about: string, reference: string): Html {
  return markup`<h1>We have this one already</h1>
    <p>This form was sent before, and is with us under the reference</p>
    <p class="reference">${reference}</p>
    <p>
      <strong>What you altered since is not in it.</strong> Please tell us when we get in touch. If this is
      about somebody else, <a href="/refer/${about}">begin a new form</a>.
    </p>
    ${urgentRoute(facts)}`
}

export const notSetUp: Html = markup`<h1>Not open yet</h1>
  <p>This service is not set up yet, so nobody would read what you write here.</p>
  <p>
    If somebody is in danger, ring <a href="tel:999">999</a>. For urgent medical help, ring
    <a href="tel:111">111</a>.
  </p>`

export const notThere: Html = markup`<h1>There is no such page</h1>
  <p><a class="back" href="/refer">Ask for help, or refer somebody</a></p>`

/** Something failed before what was typed could be read. */
export function failedContent(text: string): Html {
  return markup`<h1>Not sent</h1>
    <p>${text}</p>
    <p>
      If somebody is in danger, ring <a href="tel:999">999</a>. For urgent medical help, ring
      <a href="tel:111">111</a>.
    </p>
    <p><a class="back" href="/refer">Back to the beginning</a></p>`
}
