import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'

export interface DemoServer {
  url: string
  pid: number
  /** Ends it in good order and takes its data away. */
  stop: () => Promise<void>
}

const listening = z.object({ url: z.string() })

/**
 * The real server with its invented service, on a port and a data folder of its own.
 *
 * @throws when it ends before it listens, with what it said.
 */
export async function startDemoServer(env: Record<string, string> = {}): Promise<DemoServer> {
  const data = mkdtempSync(join(tmpdir(), 'doorstep-demo-'))
  const server = spawn(process.execPath, ['sync-server/main.ts', '--demo', '--port', '0'], {
    env: { ...process.env, DOORSTEP_DATA: data, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stop = async () => {
    if (server.exitCode === null && server.signalCode === null) {
      server.kill('SIGTERM')
      await once(server, 'exit')
    }
    rmSync(data, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    const url = await addressOf(server)
    return { url, pid: server.pid ?? 0, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Its first line is for programs: `listening {"url":…}`. */
function addressOf(server: ChildProcess): Promise<string> {
  const { stdout, stderr } = server
  if (!stdout || !stderr) throw new Error('The server was started without pipes')
  const said: string[] = []
  createInterface({ input: stderr }).on('line', (line) => said.push(line))
  return new Promise((resolve, reject) => {
    createInterface({ input: stdout }).on('line', (line) => {
      said.push(line)
      if (line.startsWith('listening ')) {
        resolve(listening.parse(JSON.parse(line.slice('listening '.length))).url)
      }
    })
    server.once('exit', () => reject(new Error(`The server ended before it listened:\n${said.join('\n')}`)))
  })
}
