import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { fetchReplySchema, pullPageSchema } from '#protocol/sync.ts'
import { personSchema } from '#protocol/account.ts'
import { demoServer, type ServerProcess } from '#tests/fixtures/serverProcess.ts'
import { AtWork, PIN } from '../atWork.ts'
import { launchBrowser } from '../browser.ts'
import { Profiles } from '../profiles.ts'
import { foundInStorage, foundOnDisk } from '../storedBytes.ts'
import { recordsOnDevice } from '../unsealed.ts'

const profiles = new Profiles()
let server: ServerProcess

beforeAll(async () => {
  server = await demoServer()
  await server.start()
})

afterAll(async () => {
  await server.end()
  profiles.remove()
})

/** What the server answers this device, with its cookies and headers. */
async function answerTo(who: AtWork, path: string): Promise<unknown> {
  const text = await who.page.evaluate(async (asked) => {
    const answer = await fetch(asked)
    return answer.text()
  }, path)
  return z.json().parse(JSON.parse(text))
}

async function heldBy(email: string) {
  const who = await AtWork.arrive(server.url, email, profiles.another())
  const { id } = personSchema.parse(await answerTo(who, '/api/account/me'))
  const sent = [
    ...pullPageSchema.parse(await answerTo(who, '/api/sync/records?limit=2000')).records,
    ...fetchReplySchema.parse(await answerTo(who, '/api/sync/ready')).records,
  ]
  const held = await recordsOnDevice(who.page, id, PIN)
  const places = await who.page.getByRole('navigation', { name: 'Main' }).getByRole('link').allInnerTexts()
  await who.leave()
  return { sent, held, places }
}

test('a volunteer’s device never receives a case file, on the wire or in its storage', async () => {
  const val = await heldBy('val@demo.test')
  expect(val.held.length).toBe(val.sent.length)
  expect(val.held.filter((record) => record.kind === 'service').length).toBeGreaterThan(50)
  expect([...val.sent, ...val.held].filter((record) => record.file !== null)).toEqual([])
  expect(val.places).not.toContain('Caseload')
})

test('a co-ordinator’s device, looked at the same way, does hold files: the look can fail', async () => {
  const grace = await heldBy('grace@demo.test')
  expect(grace.held.filter((record) => record.kind === 'client').length).toBeGreaterThan(70)
})

test('the scan of stored bytes finds what was left readable: it can fail', async () => {
  const profile = profiles.another()
  const browser = await launchBrowser({ userDataDir: profile })
  await browser.page.goto(server.url)
  await browser.page.evaluate(() => {
    localStorage.setItem('left', 'Plantedlocalword')
    return new Promise<void>((resolve) => {
      const opening = indexedDB.open('left', 1)
      opening.onupgradeneeded = () => opening.result.createObjectStore('rows')
      opening.onsuccess = () => {
        const writing = opening.result.transaction('rows', 'readwrite', { durability: 'strict' })
        writing.objectStore('rows').put(new TextEncoder().encode('Plantedbytesword'), 1)
        writing.oncomplete = () => {
          opening.result.close()
          resolve()
        }
      }
    })
  })
  const planted = ['Plantedlocalword', 'Plantedbytesword', 'Neverplantedword']
  expect(await foundInStorage(browser.page, planted)).toEqual(planted.slice(0, 2))
  await browser.close()
  expect(await foundOnDisk(profile, planted)).toEqual(planted.slice(0, 2))
})
