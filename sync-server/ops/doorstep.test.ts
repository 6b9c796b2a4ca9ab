import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { full, page } from '#domain/feed/feed.fixture.ts'
import { examplePack } from '#domain/measure/examplePack.ts'
import { databaseOf } from '../config.ts'
import { openTenant, systemGround } from '../accounts/ground.ts'
import { openDatabase } from '../store/database.ts'
import type { Database } from '../store/tables.ts'
import { addMembers, bareServiceOn } from '../testing/bareService.ts'
import { change, createClient, createNote, newId } from '../testing/changes.ts'
import { freshPlace, type Place } from '../testing/place.ts'
import { teamA } from '../testing/demo.ts'

// The command line as operators use it: each command a process of its own, beside a database that is in use.

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

const SCRIPT = fileURLToPath(new URL('doorstep.ts', import.meta.url))
const mo = { staff: 'mo', role: 'manager', team: null, active: true } as const
const NOTES = 150
const BATCHES = 10

let folder: string
let place: Place
let file: string
let database: Database
let tenant: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'doorstep-line-'))
  place = await freshPlace()
  file = join(folder, 'backup')
  database = await openDatabase(databaseOf({ databaseUrl: place.databaseUrl, dataFolder: folder }))
  tenant = await openTenant(systemGround(database))
  await addMembers(database, tenant, [mo])
})
afterEach(async () => {
  await database.destroy()
  await place.remove()
  rmSync(folder, { recursive: true, force: true })
})

interface Ended {
  code: number | null
  out: string
  err: string
}

function start(...args: string[]): ChildProcess {
  const url = place.databaseUrl === null ? {} : { DATABASE_URL: place.databaseUrl }
  const env = { PATH: process.env['PATH'] ?? '', DOORSTEP_DATA: folder, ...url }
  return spawn(process.execPath, [SCRIPT, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
}

async function doorstep(...args: string[]): Promise<Ended> {
  const child = start(...args)
  const said = { out: '', err: '' }
  child.stdout?.on('data', (chunk: Buffer) => (said.out += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (said.err += chunk.toString()))
  await once(child, 'close')
  return { code: child.exitCode, ...said }
}

async function write(notes: number): Promise<void> {
  const client = newId()
  const edits = Array.from({ length: notes }, () => createNote(newId(), client))
  await bareServiceOn(database, tenant).push(mo, change(createClient(client, teamA), ...edits))
}

async function records(): Promise<number> {
  return (await database.selectFrom('records').select('id').execute()).length
}

test('without a command, or with help, it says what there is', async () => {
  for (const args of [[], ['help'], ['--help']]) {
    const { code, out } = await doorstep(...args)
    expect([code, out]).toEqual([0, expect.stringContaining('restore FILE --replace')])
  }
})

test('imports a file of clients beside a server, or says what keeps it from being one', async () => {
  const csv = join(folder, 'clients.csv')
  await database.updateTable('services').set({ name: 'A service' }).execute()
  await database.insertInto('teams').values({ tenant, id: teamA, name: 'North' }).execute()
  writeFileSync(csv, 'reference,family name,date of birth\nA,Fenn,1/2/1941\nB,Marsh,31/2/1941\n')
  const bad = await doorstep('import', 'clients', csv)
  expect([bad.code, bad.err]).toEqual([
    1,
    expect.stringMatching(/^line 3: date of birth: .*\nNothing was imported/),
  ])
  expect(await records()).toBe(0)
  writeFileSync(csv, 'reference,family name,date of birth\nA,Fenn,1/2/1941\nB,Marsh,28/2/1941\n')
  expect(await doorstep('import', 'clients', csv, '--dry-run')).toMatchObject({ code: 0 })
  expect(await records()).toBe(0)
  expect((await doorstep('import', 'clients', csv, '--json')).out).toContain('"written":2')
  expect((await doorstep('import', 'clients', '--template')).out).toMatch(/^reference,first name,family name/)
  expect(await doorstep('import', 'clients', join(folder, 'nowhere.csv'))).toMatchObject({ code: 1 })
})

test('takes a directory in, beside a server', async () => {
  await database.updateTable('services').set({ name: 'A service' }).execute()
  const from = join(folder, 'feed.json')
  writeFileSync(from, JSON.stringify(page([full(1), full(2, { email: 'nobody' })])))
  const dry = await doorstep('import', 'directory', from, '--dry-run')
  expect([dry.code, dry.out]).toEqual([
    0,
    expect.stringMatching(/would be new: Lunch club 1[\s\S]*Nothing was written/),
  ])
  expect(await records()).toBe(0)
  const taken = await doorstep('import', 'directory', from)
  expect([taken.code, taken.err]).toEqual([0, ''])
  expect(taken.out).toContain('service 2 “Lunch club 2” (')
  expect(taken.out).toContain('), email: “nobody” is no email address; left out')
  expect(taken.out).toContain('services: 2 new, 0 changed, 0 opened again, 0 closed, 0 as before.')
  const again = await doorstep('import', 'directory', from, '--json')
  expect(JSON.parse(again.out)).toMatchObject({
    ok: true,
    written: 0,
    same: 2,
    problems: [{ field: 'email' }],
  })
  writeFileSync(from, '{')
  const bad = await doorstep('import', 'directory', from)
  expect([bad.code, bad.err]).toEqual([
    1,
    expect.stringContaining('breaks off at line 1, column 2. Nothing was imported.'),
  ])
})

test('scores a file onto stdout without a database, and ends by whether every line has its score', async () => {
  const csv = join(folder, 'answers.csv')
  const items = Array.from({ length: 14 }, (_, i) => `item${i + 1}`).join(',')
  writeFileSync(csv, `id,${items}\nA,${'3,'.repeat(13)}3\n`)
  const well = await doorstep('score', 'wemwbs', csv)
  expect(well).toMatchObject({
    code: 0,
    out: 'id,wemwbs,swemwbs_raw,swemwbs_metric,reason\nA,42,21,19.25,\n',
  })
  writeFileSync(csv, `id,${items}\nA,${'3,'.repeat(13)}6\n`)
  const wrong = await doorstep('score', 'wemwbs', csv)
  expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('1 line without a score')])
  expect(wrong.out).toBe(
    'id,wemwbs,swemwbs_raw,swemwbs_metric,reason\nA,,21,19.25,item 14: 6 is not an answer of the scale\n',
  )
  const pack = join(folder, 'pack.json')
  writeFileSync(pack, JSON.stringify(examplePack))
  writeFileSync(csv, 'id,1,2,3\nA,2,0,1\n')
  expect(await doorstep('score', '--pack', pack, csv)).toMatchObject({
    code: 0,
    out: 'id,garden-ease_raw,garden-ease_metric,reason\nA,5,8.20,\n',
  })
  writeFileSync(pack, '{ "format": 1 }')
  expect(await doorstep('score', '--pack', pack, csv)).toMatchObject({ code: 1, out: '' })
  expect((await doorstep('score', 'ons4', '--template')).out).toBe('id,item1,item2,item3,item4\n')
  expect(await doorstep('score', 'ons4', join(folder, 'nowhere.csv'))).toMatchObject({ code: 1, out: '' })
  expect((await doorstep('import', 'responses', '--measure', 'ucla3', '--template')).out).toBe(
    'reference,client,date,how,purpose,item1,item2,item3\n',
  )
})

test.each([
  [['bakcup'], 'There is no command bakcup'],
  [['backup'], 'needs the file'],
  [['restore'], 'needs the file'],
  [['import'], 'takes clients or referrals'],
  [['import', 'directory'], 'takes one address, file or folder'],
  [['import', 'directory', 'a', '--template'], 'goes with clients or referrals'],
  [['import', 'directory', 'a', '--as', ' '], 'needs a name'],
  [['import', 'clients', 'a', '--as', 'x'], '--as goes with import directory'],
  [['verify', '--as', 'x'], '--as goes with import directory'],
  [['import', 'responses', 'a.csv'], 'needs --measure'],
  [['import', 'responses', 'a.csv', '--measure', 'mood'], 'There is no measure “mood”'],
  [['score', 'wemwbs'], 'score takes the measure'],
  [['score', 'mood', 'a.csv'], 'There is no measure “mood”'],
  [['backup', 'a', '--pack', 'b'], '--pack goes with'],
  [['import', 'clients'], 'takes one file'],
  [['backup', 'a', '--dry-run'], 'go with import'],
  [['backup', 'a', 'b'], 'takes one file'],
  [['verify', '--replace'], '--replace goes with restore'],
  [['verify', '--loud'], 'loud'],
])('%o is not understood, and said', async (args, sentence) => {
  const { code, err } = await doorstep(...args)
  expect([code, err]).toEqual([2, expect.stringContaining(sentence)])
})

test('a backup is for its owner, is told in words and for programs, and knows whose secret it belongs to', async () => {
  await write(3)
  writeFileSync(join(folder, 'secret'), 'a secret that is long enough to be one')
  const { code, out } = await doorstep('backup', file)
  expect([code, out]).toEqual([0, expect.stringContaining('4 records, 1 change')])
  expect(out).toContain(join(folder, 'secret'))
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readFileSync(file).includes('a secret that')).toBe(false)
  const json = await doorstep('backup', file, '--json')
  expect(JSON.parse(json.out)).toMatchObject({ ok: true, records: 4, changes: 1, file })
  writeFileSync(join(folder, 'secret'), 'another secret that is long enough as well')
  expect((await doorstep('restore', file)).out).toContain('The secret here is another')
  expect(existsSync(`${file}.partial`)).toBe(false)
})

test('what is newer is replaced only by somebody who says so', async () => {
  await write(3)
  await doorstep('backup', file)
  await write(5)
  const refused = await doorstep('restore', file)
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('2 changes, the backup 1 change')])
  expect(await records()).toBe(10)
  const done = await doorstep('restore', file, '--replace')
  expect([done.code, done.out]).toEqual([0, expect.stringContaining('Replaced what was there: 2 changes')])
  expect(await records()).toBe(4)
})

test('a restore beside a running server: what it writes next goes on from what was restored', async () => {
  await write(3)
  await doorstep('backup', file)
  await write(5)
  await doorstep('restore', file, '--replace')
  await write(7)
  expect(await records()).toBe(12)
  await addAccount()
  const { code, out } = await doorstep('verify')
  expect([code, out]).toEqual([0, expect.stringContaining('all well')])
})

test('verify says what is wrong in a database and in a backup, and ends accordingly', async () => {
  await write(3)
  await addAccount()
  await doorstep('backup', file)
  expect((await doorstep('verify', file)).code).toBe(0)
  await database.updateTable('history').set({ by: 'somebody else' }).execute()
  const here = await doorstep('verify')
  expect([here.code, here.err]).toEqual([1, expect.stringContaining('history 1 was altered')])
  await doorstep('backup', file)
  const there = await doorstep('verify', file, '--json')
  const found = z.object({ services: z.array(z.object({ findings: z.array(z.unknown()) })) })
  expect([there.code, found.parse(JSON.parse(there.out)).services[0]?.findings.length]).toEqual([1, 1])
})

test('where there is no database, or no backup, it says so and makes none', async () => {
  const { code, err } = await doorstep('restore', join(folder, 'nothing'))
  expect([code, err]).toEqual([1, expect.stringContaining('There is no file')])
  if (place.databaseUrl !== null) return
  const elsewhere = join(folder, 'elsewhere')
  const child = spawn(process.execPath, [SCRIPT, 'verify'], {
    env: { ...process.env, DOORSTEP_DATA: elsewhere },
  })
  await once(child, 'close')
  expect([child.exitCode, existsSync(elsewhere)]).toEqual([1, false])
})

test('backed up while somebody writes: as of one moment', async () => {
  await write(NOTES)
  const ended = { yet: false }
  const backup = doorstep('backup', file).finally(() => (ended.yet = true))
  while (!ended.yet) {
    await write(2)
    // SQLite answers at once: the process that was started needs a turn too.
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  expect((await backup).code).toBe(0)
  const { out } = await doorstep('verify', file, '--json')
  const { services } = z
    .object({
      services: z.array(
        z.object({
          records: z.number(),
          changes: z.number(),
          findings: z.array(z.object({ place: z.string() })),
        }),
      ),
    })
    .parse(JSON.parse(out))
  // Each change after the first makes a client and two notes: any other number is a change of which only a part is there.
  expect(services[0]?.records).toBe(NOTES + 1 + 3 * ((services[0]?.changes ?? 0) - 1))
  expect(services[0]?.findings.map((finding) => finding.place)).toEqual(['member mo'])
})

test('killed anywhere in a restore: what was there is there, whole', async () => {
  // Before the backup: one that is restored just before the kill is to be well too.
  await addAccount()
  for (let i = 0; i < BATCHES; i += 1) await write(NOTES)
  await doorstep('backup', file)
  await write(1)
  const [old, restored] = [await records(), BATCHES * (NOTES + 1)]
  const whole = await timed(() => doorstep('verify', file))
  let interrupted = 0
  for (let round = 0; round < 6; round += 1) {
    const child = start('restore', file, '--replace')
    setTimeout(() => child.kill('SIGKILL'), (0.2 + 0.16 * round) * whole)
    await once(child, 'close')
    if (child.signalCode === null) break
    interrupted += 1
    await settled()
    const there = await records()
    expect([old, restored]).toContain(there)
    expect((await doorstep('verify', '--json')).code).toBe(0)
  }
  expect(interrupted).toBeGreaterThan(0)
  const { code } = await doorstep('restore', file, '--replace')
  expect([code, await records()]).toEqual([0, restored])
})

/** PostgreSQL takes a moment to notice that somebody has gone. */
async function settled(): Promise<void> {
  if (place.databaseUrl !== null) await new Promise((resolve) => setTimeout(resolve, 300))
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

/** The member's own, without which nobody could sign in as them. */
async function addAccount(): Promise<void> {
  await database.updateTable('members').set({ user_id: 'mo' }).execute()
  const at = '2026-03-02T10:00:00.000Z'
  const no = place.databaseUrl === null ? sql.lit(0) : sql.lit(false)
  await sql`insert into auth_user (id, name, email, "emailVerified", "createdAt", "updatedAt")
    values ('mo', 'Mo', 'mo@example.org', ${no}, ${at}, ${at}) on conflict do nothing`.execute(database)
}
