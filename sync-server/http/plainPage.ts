/** A page of the server's own, for people without the app: no script, nothing from elsewhere. */
export function plainPage({ title, main }: { title: string; main: string }): string {
  return `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="color-scheme" content="light dark">
<title>${escape(title)}</title>
<style>${style}</style>
<main>
${main}
</main>
</html>
`
}

/** Text as it is to be read, whatever it holds. */
export function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

const style = `
  :root { --paper: #fbf8f2; --card: #ffffff; --ink: #1d2524; --quiet: #4c5957; --line: #8a9694; --teal: #0b5c57; --on-teal: #ffffff; --red: #a3241d; }
  @media (prefers-color-scheme: dark) {
    :root { --paper: #151b1a; --card: #1e2625; --ink: #eef2f1; --quiet: #b7c3c1; --line: #74817f; --teal: #7fd1c7; --on-teal: #08221f; --red: #ff9d94; }
  }
  * { box-sizing: border-box; }
  body { margin: 0; background: var(--paper); color: var(--ink); font: 1.125rem/1.5 system-ui, sans-serif; }
  main { max-width: 42rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; overflow-wrap: anywhere; }
  h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 0.5rem; }
  h2 { font-size: 1.25rem; margin: 2rem 0 0.5rem; }
  p { margin: 0.5rem 0; }
  .quiet { color: var(--quiet); }
  .card { background: var(--card); border: 1px solid var(--line); border-radius: 0.5rem; padding: 1rem; }
  dl { margin: 0; }
  dt { font-weight: 700; margin-top: 0.75rem; }
  dt:first-child { margin-top: 0; }
  dd { margin: 0; white-space: pre-line; }
  fieldset { border: 0; margin: 0; padding: 0; }
  legend, label { font-weight: 700; padding: 0; }
  .option { border-top: 1px solid var(--line); }
  .option > label { display: flex; align-items: center; gap: 0.75rem; min-height: 3rem; font-weight: 400; cursor: pointer; }
  .tick { display: flex; align-items: center; gap: 0.75rem; min-height: 3rem; font-weight: 400; cursor: pointer; }
  input[type='radio'], input[type='checkbox'] { width: 1.5rem; height: 1.5rem; flex: none; accent-color: var(--teal); }
  .more { padding: 0 0 1rem 2.25rem; }
  @supports selector(:has(*)) { .option:not(:has(input[type='radio']:checked)) .more { display: none; } }
  input:not([type='radio'], [type='checkbox']), textarea { display: block; width: 100%; min-height: 2.75rem; padding: 0.5rem 0.75rem; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: 0.375rem; }
  .field { margin-top: 1rem; }
  button { font: inherit; font-weight: 700; min-height: 3rem; padding: 0.5rem 1.5rem; margin-top: 1.5rem; color: var(--on-teal); background: var(--teal); border: 0; border-radius: 0.375rem; cursor: pointer; }
  :focus-visible { outline: 3px solid var(--teal); outline-offset: 2px; }
  .problems { border: 2px solid var(--red); border-radius: 0.5rem; padding: 1rem; margin: 1rem 0; }
  .problems h2 { margin: 0; color: var(--red); }
  .problems a { color: var(--red); }
`
