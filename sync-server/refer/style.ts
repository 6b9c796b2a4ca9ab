/** The colours of the app, see `src/ui/theme.css`; each pair passes WCAG 2.2 AA in light and in dark. */
export function style(typeface: string | null): string {
  return `${typeface === null ? '' : face(typeface)}
:root { color-scheme: light dark; --paper: #faf6ee; --surface: #fffdf8; --line: #e3dac8; --edge: #8c8575; --ink: #1d2927;
  --quiet: #55615d; --accent: #0f5e59; --on-accent: #fffdf8; --risk: #9b1f18; --risk-soft: #fbe4e0; --risk-line: #d98a82; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #12211f; --surface: #1a2c29; --line: #2e4642; --edge: #7d9590; --ink: #ecf1ee; --quiet: #afc0bb;
    --accent: #83cfc4; --on-accent: #0b1917; --risk: #ffb3a9; --risk-soft: #43201c; --risk-line: #94483f; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: break-word; text-size-adjust: 100%;
  font: 1.125rem/1.5 'Atkinson Hyperlegible Next Variable', system-ui, sans-serif; }
header { padding: 0.75rem 1rem; border-bottom: 1px solid var(--line); background: var(--surface); font-weight: 650; }
main { max-width: 42rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { margin: 0 0 0.75rem; font-size: 1.75rem; line-height: 1.2; font-weight: 650; }
h2 { margin: 0 0 0.5rem; font-size: 1.3125rem; line-height: 1.3; font-weight: 650; }
p { margin: 0 0 0.75rem; }
a { color: var(--accent); text-underline-offset: 0.2em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.urgent { margin: 0 0 1.5rem; padding: 1rem 1.25rem; border: 1px solid var(--risk-line); border-radius: 0.75rem;
  background: var(--risk-soft); color: var(--risk); }
.urgent a { color: inherit; font-weight: 650; }
.rings { margin: 0; padding: 0; list-style: none; }
.rings li { line-height: 1.3; }
.rings a, .choices a, .back { display: inline-block; min-height: 2.75rem; padding-block: 0.5rem; }
.summary { margin: 0 0 1.5rem; padding: 1rem 1.25rem; border: 3px solid var(--risk); border-radius: 0.75rem; }
.summary ul { margin: 0; padding-inline-start: 1.25rem; }
.summary a { display: inline-block; min-height: 2.75rem; padding-block: 0.5rem; color: var(--risk); font-weight: 650; }
fieldset { min-width: 0; margin: 0 0 1.5rem; padding: 1.25rem; border: 1px solid var(--line); border-radius: 0.75rem;
  background: var(--surface); }
fieldset.inner { margin: 0 0 1rem; padding: 0; border: 0; }
legend { float: left; width: 100%; margin: 0 0 0.75rem; padding: 0; font-size: 1.3125rem; line-height: 1.3; font-weight: 650; }
legend + * { clear: both; }
.inner > legend { font-size: 1.125rem; margin-bottom: 0.25rem; }
.field { margin: 0 0 1rem; }
.field label { display: block; font-weight: 650; }
.hint { display: block; margin: 0 0 0.25rem; color: var(--quiet); font-size: 1rem; }
.wrong { display: block; margin: 0 0 0.25rem; color: var(--risk); font-weight: 650; }
input, select, textarea { width: 100%; min-height: 2.75rem; padding: 0.5rem 0.75rem; border: 1px solid var(--edge);
  border-radius: 0.5rem; background: var(--surface); color: var(--ink); font: inherit; }
[aria-invalid] { border: 2px solid var(--risk); }
textarea { min-height: 5.5rem; resize: vertical; }
.day { display: flex; flex-wrap: wrap; gap: 0.75rem; }
.day label { font-weight: 400; }
.day div:nth-child(-n+2) { width: 4.5rem; }
.day div:last-child { width: 6.5rem; }
.tick { display: flex; gap: 0.75rem; align-items: center; min-height: 2.75rem; }
.tick input { flex: none; width: 1.5rem; height: 1.5rem; min-height: 0; accent-color: var(--accent); }
.tick label { flex: 1; min-width: 0; padding-block: 0.5rem; }
/* Shown at once where the browser can; where it cannot, always: no question may hide without its answer. */
@supports selector(:has(*)) {
  .if-danger, .if-not-asked { display: none; }
  fieldset:has(#danger-yes:checked) .if-danger, fieldset:has(#consent-not-sought:checked) .if-not-asked { display: block; }
}
button { min-height: 3.25rem; padding: 0.5rem 1.5rem; border: 0; border-radius: 0.5rem; background: var(--accent);
  color: var(--on-accent); font: inherit; font-weight: 650; cursor: pointer; }
.choices { padding: 0; list-style: none; }
.choices a { font-weight: 650; font-size: 1.1875rem; }
.choices li { margin: 0 0 0.75rem; padding: 0.5rem 1.25rem 0.75rem; border: 1px solid var(--line); border-radius: 0.75rem;
  background: var(--surface); }
.reference { font-size: 1.75rem; font-weight: 650; letter-spacing: 0.05em; }
.quiet { color: var(--quiet); }
.lines { white-space: pre-line; }
.note, .closed { padding: 0.75rem 1.25rem; border: 1px solid var(--line); border-radius: 0.75rem; background: var(--surface); }
.closed { border-color: var(--risk-line); background: var(--risk-soft); color: var(--risk); }
.facts { margin: 1.25rem 0 1.5rem; padding: 0.25rem 1.25rem; border: 1px solid var(--line); border-radius: 0.75rem;
  background: var(--surface); }
.facts dt { padding-top: 0.75rem; color: var(--quiet); font-size: 1rem; }
.facts dd { margin: 0; padding-bottom: 0.75rem; border-bottom: 1px solid var(--line); }
.facts dd:last-child { border-bottom: 0; }
.facts .line { display: block; white-space: pre-line; }
.facts a, .ways a { display: inline-block; min-height: 2.75rem; padding-block: 0.5rem; overflow-wrap: anywhere; }
.ways { margin: 0 0 1.5rem; padding: 0; list-style: none; font-size: 1.1875rem; }
.ways li { min-height: 2.75rem; padding-block: 0.25rem; overflow-wrap: anywhere; }
@media (min-width: 36rem) {
  .facts { display: grid; grid-template-columns: 9rem 1fr; }
  .facts dt { padding-block: 0.75rem; border-bottom: 1px solid var(--line); }
  .facts dd { padding-top: 0.75rem; }
  .facts dt:nth-last-child(2) { border-bottom: 0; }
}
@media print {
  :root { --paper: #fff; --surface: #fff; --line: #999; --ink: #000; --quiet: #333; --accent: #000; --risk: #000;
    --risk-soft: #fff; --risk-line: #000; }
  body { font-size: 12pt; }
  main { max-width: none; padding: 1rem 0; }
  header { padding: 0 0 0.5rem; }
  .on-screen { display: none !important; }
  .facts dt, .facts dd { break-inside: avoid; padding-block: 0.35rem; }
}
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
`
}

function face(url: string): string {
  return `@font-face { font-family: 'Atkinson Hyperlegible Next Variable'; font-weight: 200 800; font-display: swap;
  src: url('${url}') format('woff2'); }`
}
