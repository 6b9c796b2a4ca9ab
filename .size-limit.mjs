// What a person waits for: the first script, then each page as it is opened, with what it shares with other pages, though
// that comes only once. Compressed with brotli, as it is sent.
// Read from the build's own manifest, so a chunk cannot slip past by changing its name.
import { readFileSync } from 'node:fs'

const dist = process.env.DOORSTEP_DIST ?? 'dist/app'

/** @type {import('vite').Manifest} */
const manifest = JSON.parse(readFileSync(`${dist}/.vite/manifest.json`, 'utf8'))

/** The chunk and all it imports at once (not what it imports lazily). */
const withImports = (name, seen = new Set()) => {
  if (seen.has(name)) return seen
  seen.add(name)
  for (const imported of manifest[name]?.imports ?? []) withImports(imported, seen)
  return seen
}

const paths = (names) => names.map((name) => `${dist}/${manifest[name].file}`)

const initial = [
  ...new Set(
    Object.keys(manifest)
      .filter((name) => manifest[name].isEntry)
      .flatMap((name) => [...withImports(name)]),
  ),
]

const lazy = Object.keys(manifest)
  .filter((name) => manifest[name].isDynamicEntry && !initial.includes(name))
  .map((name) => [name, [...withImports(name)].filter((chunk) => !initial.includes(chunk))])

export default [
  { name: 'first script', path: paths(initial), limit: '235 kB' },
  ...lazy.map(([name, chunks]) => ({ name, path: paths(chunks), limit: '85 kB' })),
  { name: 'service worker', path: [`${dist}/sw.js`], limit: '20 kB' },
]
