import react from '@vitejs/plugin-react'
import { configDefaults, defineConfig } from 'vitest/config'

const exclude = [...configDefaults.exclude, 'tests/architecture/breaches/**']

/** Tests of the server that no database has a part in, or that start on files of their own. */
const withoutDatabase = [
  'sync-server/demo/**',
  'sync-server/process.test.ts',
  'sync-server/accounts/{passwords,attempts}.test.ts',
  'sync-server/reconcile/plan.test.ts',
  'sync-server/scopes/scopes.test.ts',
]

const everyScreen = 'tests/e2e/journeys/accessible.e2e.ts'

/** Journeys in a real Chromium. */
const inBrowser = {
  environment: 'node',
  setupFiles: 'tests/e2e/setup.ts',
  pool: 'forks',
  testTimeout: 180_000,
  hookTimeout: 180_000,
} as const

export default defineConfig({
  define: { __BUILD__: JSON.stringify('test') },
  plugins: [react()],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // A file that needs a document says so in its first line: `// @vitest-environment jsdom`.
          environment: 'node',
          include: ['{src,sync-server,tests}/**/*.test.{ts,tsx}'],
          exclude: [...exclude, 'tests/architecture/**'],
          pool: 'forks',
          testTimeout: 20_000,
          hookTimeout: 20_000,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          // The server's tests once more, on PostgreSQL: the same files, and those that need several processes.
          name: 'postgres',
          environment: 'node',
          globalSetup: 'tests/fixtures/postgres.ts',
          env: { DOORSTEP_TEST_STORE: 'postgres' },
          include: ['sync-server/**/*.test.ts', 'tests/conformance/store/*.{test,postgres}.ts'],
          exclude: [...exclude, ...withoutDatabase],
          pool: 'forks',
          testTimeout: 20_000,
          hookTimeout: 20_000,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'floors',
          environment: 'node',
          include: ['tests/architecture/**/*.test.ts'],
          exclude,
          pool: 'forks',
          testTimeout: 60_000,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          ...inBrowser,
          name: 'e2e',
          include: ['tests/e2e/**/*.e2e.ts'],
          exclude: [...exclude, everyScreen],
          // Two journeys at a time, and not beside the unit tests: a starved browser is a slow, fickle one.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          ...inBrowser,
          // Every screen, looked through by axe, two walks at a time.
          name: 'screens',
          include: [everyScreen],
          exclude,
          maxConcurrency: 2,
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
