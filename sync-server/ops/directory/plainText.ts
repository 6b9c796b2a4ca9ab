import { convert, type HtmlToTextOptions } from 'html-to-text'

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']

const options: HtmlToTextOptions = {
  wordwrap: false,
  limits: { maxInputLength: 100_000, maxDepth: 50 },
  selectors: [
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
    { selector: 'img', format: 'skip' },
    { selector: 'table', format: 'block' },
    ...headings.map((selector) => ({ selector, options: { uppercase: false } })),
  ],
}

/** HTML as somebody would type it: paragraphs and lists stay, tags, scripts and pictures go. */
export function plainText(html: string): string {
  return convert(html, options).replaceAll('\u00A0', ' ')
}
