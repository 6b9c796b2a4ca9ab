import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { randomBytes, toBase64 } from '#vault/bytes.ts'
import { draftSealer } from './draftSeal.ts'

const place = { line: v7(), device: v7() }
const draftOf = (words: string) => ({
  draft: { id: v7(), about: v7(), begunAt: 'then', savedAt: 'now', content: { words } },
  versions: { [place.device]: 7 },
})

test('what was sealed opens at its place with its key, and nowhere else', async () => {
  const key = toBase64(randomBytes(32))
  const [sealer, other] = [await draftSealer(key), await draftSealer(toBase64(randomBytes(32)))]
  const copy = draftOf('Mornings with the radio on')
  const sealed = await sealer.seal(place, copy)
  expect(await sealer.open(place, sealed)).toEqual(copy)
  const opened = [
    await other.open(place, sealed),
    await sealer.open({ ...place, line: v7() }, sealed),
    await sealer.open({ ...place, device: v7() }, sealed),
    await sealer.openEnd(place, sealed),
    await sealer.open(place, `${sealed.slice(0, -8)}AAAAAAA=`),
    await sealer.open(place, 'nonsense!'),
    await sealer.open(place, ''),
  ]
  expect(opened).toEqual(opened.map(() => null))
})

test('its length does not tell how much was answered', async () => {
  const sealer = await draftSealer(toBase64(randomBytes(32)))
  const lengths = await Promise.all(
    ['', 'A walk', 'x'.repeat(2000)].map(async (words) => (await sealer.seal(place, draftOf(words))).length),
  )
  const end = await sealer.sealEnd(place, { how: 'finished', versions: { [place.device]: 7 } })
  expect(new Set([...lengths, end.length]).size).toBe(1)
})
