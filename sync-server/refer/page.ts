import { Html, markup } from './markup.ts'
import type { ServiceFacts } from './serviceFacts.ts'
import { style } from './style.ts'

export interface Page {
  title: string
  /** The name of the service, where there is one. */
  service: string | null
  /** The address of the typeface that the app has too; null where there is none. */
  typeface: string | null
  content: Html
}

/** A whole page without script and without anything from elsewhere. */
export function wholePage({ title, service, typeface, content }: Page): string {
  return markup`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="theme-color" content="#faf6ee" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#12211f" media="(prefers-color-scheme: dark)" />
        <title>${service === null ? title : `${title} – ${service}`}</title>
        <link rel="icon" href="/icons/doorstep.svg" type="image/svg+xml" />
        <style>
          ${new Html(style(typeface))}
        </style>
      </head>
      <body>
        <header>${service ?? 'Doorstep'}</header>
        <main>${content}</main>
      </body>
    </html> `.text
}

/** What cannot wait for an answer to a form, at the top of every page. */
export function urgentRoute(facts: Pick<ServiceFacts, 'numbers'>): Html {
  return markup`<section class="urgent" aria-labelledby="urgent-title">
    <h2 id="urgent-title">If it cannot wait</h2>
    <p>Is somebody in danger now, or thinking of suicide? Please do not wait for us. Ring:</p>
    ${rings(facts)}
  </section>`
}

/** Whom to ring: 999 and 111, and whom the service has named besides. */
export function rings({ numbers }: Pick<ServiceFacts, 'numbers'>): Html {
  return markup`<ul class="rings">
    <li><a href="tel:999">999</a> when life is in danger</li>
    <li><a href="tel:111">111</a> for urgent medical help, day and night</li>
    ${numbers.map(
      ({ label, number, note }) =>
        markup`<li>
          <a href="tel:${number.replaceAll(/[^+\d]/g, '')}">${label} ${number}</a>${note ? `: ${note}` : ''}
        </li>`,
    )}
  </ul>`
}
