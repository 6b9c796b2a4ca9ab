// The floors of the house. A room imports only from the rooms below it.
// tests/architecture checks them over the whole tree, and over planted breaches that must be caught.

/** From the ground up. */
const rooms = ['domain', 'protocol', 'vault', 'store', 'sync', 'ui', 'words', 'questions', 'features', 'app']

const unitTest = '[.](test|fixture)[.]tsx?$'

const onlyDownward = rooms.slice(0, -1).map((room, floor) => ({
  name: `${room}-imports-only-downward`,
  comment: `src/${room} may not know the rooms above it, not even their types.`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: `^src/(${rooms.slice(floor + 1).join('|')})/` },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...onlyDownward,
    {
      name: 'domain-is-pure',
      comment:
        'The ground floor is TypeScript, zod and JSON: it runs anywhere, and is tested without anything.',
      severity: 'error',
      from: { path: '^src/domain/', pathNot: unitTest },
      to: { pathNot: '^src/|(^|/)node_modules/zod/' },
    },
    {
      name: 'no-feature-imports-another',
      comment: 'What two areas of work share lies in a room below them.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'server-imports-only-domain-and-protocol',
      comment:
        'The server shares the rules and the wire with the device, and nothing that lives on a device.',
      severity: 'error',
      from: { path: '^sync-server/' },
      to: { path: '^src/', pathNot: '^src/(domain|protocol)/' },
    },
    {
      name: 'only-the-store-knows-its-databases',
      comment: 'Dexie keeps and RxDB shows; no other room may come to depend on either.',
      severity: 'error',
      from: { path: '^(src|sync-server)/', pathNot: '^src/store/' },
      to: { path: '(^|/)node_modules/(dexie|dexie-[^/]+|rxdb|rxdb-[^/]+)/' },
    },
    {
      name: 'app-knows-no-server',
      comment: 'The app meets the server on the wire only.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^sync-server/' },
    },
    {
      name: 'nothing-shipped-imports-tests',
      severity: 'error',
      from: { path: '^(src|sync-server)/', pathNot: unitTest },
      to: { path: `^tests/|${unitTest}` },
    },
    {
      name: 'no-circular',
      comment: 'A cycle of types is harmless; a cycle at run time meets half-made modules.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'not-resolvable',
      comment: 'A path the guard cannot follow is a path it does not guard.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // Beside TypeScript 7 the cruiser's own parser reads no module and reports no violation.
    parser: 'swc',
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^tests/architecture/breaches/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'browser', 'node', 'default'],
    },
  },
}
