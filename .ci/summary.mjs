// Prints one plain line from vitest's JSON result: "N passed, N failed".
import { readFileSync } from 'node:fs'

const text = readFileSync(process.argv[2], 'utf8')
if (text === '') throw new Error('The tests ended without a result.')
const { numPassedTests, numFailedTests, testResults } = JSON.parse(text)

// A file that could not be loaded has no failed test in it, yet it failed.
const unloaded = testResults.filter(
  ({ status, assertionResults }) =>
    status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
)

console.log(`${numPassedTests} passed, ${numFailedTests + unloaded.length} failed`)
