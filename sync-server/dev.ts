import { argv, env, exit, stderr, stdout } from 'node:process'
import { createServer } from 'vite'
import { readConfig } from './config.ts'
import { greet } from './greet.ts'
import { startServer } from './startServer.ts'

// For development: the server with the demo's data, kept from run to run, and Vite in front of it. The server also
// makes trouble on demand (POST /api/dev/faults), which a server in real use never does.

const told = { PORT: '0', DOORSTEP_DATA: './data/dev', ...env, DOORSTEP_FAULTS: '1' }
const config = readConfig(told, ['--demo', '--keep', ...argv.slice(2)])
if (!config.ok) {
  stderr.write(`${config.error}\n`)
  exit(1)
}

const server = await startServer(config.value)
const vite = await createServer({ server: { host: '127.0.0.1', proxy: { '/api': server.url } } })
await vite.listen()
stdout.write(greet(config.value, { ...server, url: vite.resolvedUrls?.local[0] ?? server.url }))

const stop = async (): Promise<void> => {
  await vite.close()
  await server.stop()
  exit(0)
}
process.once('SIGTERM', () => void stop())
process.once('SIGINT', () => void stop())
