import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url))

/** The server as a process of its own, started the way people start it. */
export interface ServerProcess {
  url: string
  pid: number
  /** What it printed so far. */
  printed: () => string
  /** Sends a signal and waits for the end; answers the exit code, null where the signal ended it. */
  end: (signal: NodeJS.Signals) => Promise<number | null>
}

/** Starts it and waits until it says that it listens. Throws, with what it printed, when it ends instead. */
export function startProcess(args: string[], env: Record<string, string>): Promise<ServerProcess> {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const note = (chunk: Buffer) => (printed += chunk.toString())
  child.stdout.on('data', note)
  child.stderr.on('data', note)
  return new Promise((resolve, reject) => {
    child.stdout.on('data', () => {
      const url = /^listening \{"url":"(.+)"\}$/m.exec(printed)?.[1]
      if (url)
        resolve({ url, pid: child.pid ?? 0, printed: () => printed, end: (signal) => endOf(child, signal) })
    })
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${printed}`)))
  })
}

function endOf(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((resolve) => {
    child.once('exit', resolve)
    child.kill(signal)
  })
}
