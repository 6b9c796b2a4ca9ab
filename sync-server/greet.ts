import type { Config } from './config.ts'
import { DEMO_PASSWORD } from './demo/seed.ts'
import type { RunningServer } from './startServer.ts'

const SIGN_INS = [
  ['grace@demo.test', 'co-ordinator'],
  ['sam@demo.test', 'co-ordinator, of the same team'],
  ['val@demo.test', 'volunteer'],
  ['mo@demo.test', 'manager'],
  ['ros@demo.test', 'referrer, of a surgery'],
  ['pat@demo.test', 'provider, of one organisation'],
] as const

/** What the server says once it listens; the first line is for programs, the rest for people. */
export function greet(config: Config, server: Pick<RunningServer, 'url' | 'setUp'>): string {
  const lines = [
    `listening ${JSON.stringify({ url: server.url })}`,
    '',
    ...(config.demo ? demoLines(server.url) : serviceLines(config, server)),
  ]
  return `${lines.join('\n')}\n\n`
}

function demoLines(url: string): string[] {
  return [
    `Doorstep, with an invented service, on this machine only: ${url}`,
    '',
    ...SIGN_INS.map(([email, role]) => `  ${email.padEnd(16)}  ${role}`),
    '',
    `  password for each: ${DEMO_PASSWORD}`,
  ]
}

/** Two processes with two secrets would not know each other's sessions, nor open each other's recovery keys. */
function secretLines({ databaseUrl, secret, dataFolder }: Config): string[] {
  if (databaseUrl === null || secret !== null) return []
  return [
    '',
    `The secret is kept in ${dataFolder}. Any other process on this database needs the same: DOORSTEP_SECRET.`,
  ]
}

function serviceLines(config: Config, { url, setUp }: Pick<RunningServer, 'url' | 'setUp'>): string[] {
  const address = [`Doorstep: ${config.publicUrl ?? url}`, ...secretLines(config)]
  if (setUp === null) return address
  return [...address, '', 'Set up the service with this link. It works once, for 24 hours:', '', `  ${setUp}`]
}
