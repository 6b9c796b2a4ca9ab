import { argv, env, exit, stderr, stdout, versions } from 'node:process'

/** Argon2id came into Node's own crypto with 24.7 (https://nodejs.org/api/crypto.html). */
const OLDEST = [24, 7] as const

checkNode()
await main()

function checkNode(): void {
  const [major = 0, minor = 0] = versions.node.split('.').map(Number)
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return
  stderr.write(`Doorstep needs Node ${OLDEST.join('.')} or newer and was started with ${versions.node}.\n`)
  stderr.write('npm start and npm run demo bring their own: start it by one of them, after npm ci.\n')
  exit(1)
}

async function main(): Promise<void> {
  // Only now: an older Node could not even read what follows.
  const { readConfig } = await import('./config.ts')
  const config = readConfig(env, argv.slice(2))
  if (!config.ok) {
    stderr.write(`Doorstep cannot start:\n${config.error}\n`)
    exit(1)
  }
  const { startServer } = await import('./startServer.ts')
  const { greet } = await import('./greet.ts')
  const server = await startServer(config.value).catch(giveUp)
  stdout.write(greet(config.value, server))
  stopOnSignal(server.stop)
}

/** What the machine does not allow (a port in use, a folder not writable) is a sentence; a bug shows where it is. */
function giveUp(error: unknown): never {
  const told = error instanceof Error && 'code' in error ? error.message : error
  stderr.write(`Doorstep cannot start:\n${told instanceof Error ? told.stack : String(told)}\n`)
  exit(1)
}

function stopOnSignal(stop: () => Promise<void>): void {
  const end = (): void => {
    stop().then(
      () => exit(0),
      (error: unknown) => {
        stderr.write(`Doorstep did not stop cleanly: ${String(error)}\n`)
        exit(1)
      },
    )
  }
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
}
