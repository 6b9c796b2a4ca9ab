import type { LookupAddress, LookupOptions } from 'node:dns'
import { expect, test } from 'vitest'
import { full, page } from '#domain/feed/feed.fixture.ts'
import { addressesFor, isPublic, type Look } from './addresses.ts'
import { serve } from './feedServer.fixture.ts'
import { openFetching } from './fetching.ts'
import { LIMITS } from './limits.ts'

test.each([
  ['8.8.8.8', true],
  ['2001:4860:4860::8888', true],
  ['127.0.0.1', false],
  ['127.9.9.9', false],
  ['0.0.0.0', false],
  ['10.1.2.3', false],
  ['172.16.0.1', false],
  ['172.31.255.255', false],
  ['192.168.0.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::', false],
  ['::1', false],
  ['fe80::1', false],
  ['fd12::1', false],
  ['ff02::1', false],
  ['::ffff:10.0.0.1', false],
  ['64:ff9b::a00:1', false],
  ['2002:a00:1::', false],
  ['nonsense', false],
])('%s is open to everybody: %s', (address, expected) => {
  expect(isPublic(address)).toBe(expected)
})

const at = (address: string): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 })

function asked(lookup: Awaited<ReturnType<typeof addressesFor>>['lookup'], url: string): Promise<unknown> {
  const options: LookupOptions & { all: true } = { all: true }
  return new Promise((resolve) => {
    lookup(new URL(url))(new URL(url).hostname, options, (fault, found) => resolve(fault?.message ?? found))
  })
}

test('of several addresses of a name only those that may be are connected to', async () => {
  const look: Look = (_host, answer) => answer(null, [at('10.0.0.1'), at('8.8.8.8')])
  const { lookup } = await addressesFor(new URL('https://feed.example.org'), (_host, answer) =>
    answer(null, [at('8.8.4.4')]),
  )
  const other = await addressesFor(new URL('https://feed.example.org'), look)
  expect(await asked(other.lookup, 'https://elsewhere.example.org')).toEqual([at('8.8.8.8')])
  expect(await asked(other.lookup, 'https://feed.example.org')).toEqual([at('10.0.0.1'), at('8.8.8.8')])
  expect(await asked(lookup, 'http://nowhere.invalid')).toEqual([at('8.8.4.4')])
})

test('a name that leads elsewhere from one look to the next is not followed into the network', async () => {
  const server = await serve((_request, response) => response.end(JSON.stringify(page([full(1)]))))
  const { port } = new URL(server.url)
  let looks = 0
  // The first look is at a public address, every later one at this machine.
  const rebinding: Look = (_host, answer) => answer(null, [at(looks++ === 0 ? '8.8.8.8' : '127.0.0.1')])
  const named = new URL(`http://feed.example.org:${port}`)
  const fetching = await openFetching(named, LIMITS, rebinding)
  await expect(fetching.get(new URL('/services', named), 1_000_000)).rejects.toThrow(
    /at 127.0.0.1: not a public address/,
  )
  expect([server.asked, looks]).toEqual([[], 2])
  fetching.close()
  await server.close()
})

test('a private host that the operator has named is read, at its own port alone', async () => {
  const server = await serve((_request, response) => response.end('[]'))
  const { port } = new URL(server.url)
  const inside: Look = (_host, answer) => answer(null, [at('127.0.0.1')])
  const named = new URL(`http://intranet:${port}`)
  const fetching = await openFetching(named, LIMITS, inside)
  expect((await fetching.get(named, 1000)).json).toEqual([])
  await expect(fetching.get(new URL('http://intranet:1/'), 1000)).rejects.toThrow(/not a public address/)
  await expect(fetching.get(new URL(`http://other:${port}/`), 1000)).rejects.toThrow(/not a public address/)
  fetching.close()
  await server.close()
})

test('the step to https of a private host is no step elsewhere', async () => {
  const { check } = await addressesFor(new URL('http://10.0.0.1/feed'))
  expect(() => check(new URL('https://10.0.0.1/feed'))).not.toThrow()
  expect(() => check(new URL('http://10.0.0.1:8080/feed'))).toThrow(/not a public address/)
  expect(() => check(new URL('http://10.0.0.2/feed'))).toThrow(/not a public address/)
})
