import type { RouteAccess } from './access.ts'

/** The routes as a page to read, without script and without anything from elsewhere. */
export function docsPage(routes: readonly RouteAccess[]): string {
  const rows = routes.filter(({ method, summary }) => summary && method !== 'HEAD').map(rowOf)
  return `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Doorstep: the server’s routes</title>
<style>
  body { font: 1.125rem/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
  table { border-collapse: collapse; width: 100%; }
  th, td { text-align: left; vertical-align: top; padding: 0.5rem 1rem 0.5rem 0; border-bottom: 1px solid #ccc; }
</style>
<h1>The server’s routes</h1>
<p>In full, with every schema, as <a href="/api/docs/json">OpenAPI</a>.</p>
<table>
<thead><tr><th scope="col">Route</th><th scope="col">Who</th><th scope="col">What it does</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</html>
`
}

function rowOf({ method, url, access, summary }: RouteAccess): string {
  const who = typeof access === 'string' ? callers[access] : access.join(', ')
  return `<tr><td><code>${method} ${escape(url)}</code></td><td>${who}</td><td>${escape(summary)}</td></tr>`
}

const callers = {
  public: 'anybody',
  formerToo: 'signed in, also where access has ended',
  signedIn: 'signed in',
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
