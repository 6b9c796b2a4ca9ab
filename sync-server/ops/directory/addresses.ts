import { lookup, type LookupAddress } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { UnusableFeed } from './limits.ts'

/**
 * Which addresses may be connected to.
 *
 * | asked for                                      | may be                                                   |
 * |------------------------------------------------|----------------------------------------------------------|
 * | the host and port that the operator has named  | whatever they were at the beginning, a private one too   |
 * | any other, by a redirect or a link             | public only                                              |
 *
 * It goes by the address that is connected to, not by the name: a name can lead elsewhere from one look to the next.
 */
export interface Addresses {
  /** Throws where an address is given by number that may not be connected to. */
  check: (url: URL) => void
  /** For the connection itself: answers none but addresses that may be. */
  lookup: (url: URL) => LookupFunction
  /** Throws where a connection came out at another. */
  checkConnected: (url: URL, address: string | undefined) => void
}

export async function addressesFor(named: URL, look: Look = lookUp): Promise<Addresses> {
  const trusted = new Set((await resolved(hostOf(named), look)).map(({ address }) => address))
  const mayBe = (url: URL, address: string) =>
    isPublic(address) || (isNamed(url, named) && trusted.has(address))
  return {
    check: (url) => {
      const at = hostOf(url)
      if (isIP(at) !== 0 && !mayBe(url, at)) throw refusal(url, at)
    },
    lookup: (url) => (hostname, options, callback) =>
      look(hostname, (fault, found) => {
        const allowed = found.filter(({ address }) => mayBe(url, address))
        const [first] = allowed
        if (fault) callback(fault, '')
        else if (!first) callback(refusal(url, found[0]?.address ?? 'no address'), '')
        else if (options.all) callback(null, allowed)
        else callback(null, first.address, first.family)
      }),
    checkConnected: (url, address) => {
      if (address === undefined || !mayBe(url, address)) throw refusal(url, address ?? 'an unknown address')
    },
  }
}

/** How a name is looked up: Node's own way, or a test's. */
export type Look = (host: string, answer: (fault: Error | null, found: LookupAddress[]) => void) => void

const lookUp: Look = (host, answer) =>
  lookup(host, { all: true }, (fault, found) => answer(fault, fault ? [] : found))

function resolved(host: string, look: Look): Promise<LookupAddress[]> {
  const family = isIP(host)
  if (family !== 0) return Promise.resolve([{ address: host, family }])
  return new Promise((resolve, reject) => {
    look(host, (fault, found) => (fault ? reject(fault) : resolve(found)))
  })
}

function refusal(url: URL, address: string): UnusableFeed {
  return new UnusableFeed(
    `The feed leads on to ${url.origin}, which is at ${address}: not a public address, so it was not followed.`,
  )
}

/** The same host and port; the step from http to https at their own ports is one and the same place. */
function isNamed(url: URL, named: URL): boolean {
  if (url.hostname !== named.hostname) return false
  const upgraded =
    named.protocol === 'http:' && url.protocol === 'https:' && named.port === '' && url.port === ''
  return url.origin === named.origin || upgraded
}

/** Without the brackets of IPv6. */
function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, '$1')
}

/** An address that anybody reaches: not loopback, private, link-local, shared, reserved or multicast. */
export function isPublic(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'
}
