import { useCallback, useEffect, useState } from 'react'
import { useLocation, useSearchParams } from 'react-router'
import { addressOf, type Wish, wishIn, withWish } from '#domain/directory/wish.ts'

/** The address follows what is typed once the hand rests, so that no letter waits for it. */
const REST_MS = 400

interface Kept {
  wish: Wish
  /** What the address said when the wish was last taken from it, or had last arrived in it. */
  said: string
  /** What is on its way into the address. */
  sent: readonly string[]
}

export interface Wishing {
  wish: Wish
  change: (part: Partial<Wish>) => void
  /** What leads to a service and back to this list, to be put behind a path. */
  search: string
  /** The same as it stands in the address: it does not change with every letter, and what is typed goes along anyway. */
  settled: string
}

/**
 * What is looked for lives in the address: going back finds it again, and so does a reload or a lock. It names services
 * and needs, never a person. Where the address is changed from elsewhere, that counts.
 */
export function useWish(): Wishing {
  const [params, setParams] = useSearchParams()
  const said = inWords(wishIn(params))
  const [kept, setKept] = useState<Kept>(() => ({ wish: wishIn(params), said, sent: [] }))
  const arrived = kept.sent.indexOf(said)
  if (kept.said !== said) {
    setKept(
      arrived >= 0
        ? { ...kept, said, sent: kept.sent.slice(arrived + 1) }
        : { wish: wishIn(params), said, sent: [] },
    )
  }
  const wanted = inWords(kept.wish)
  const { pathname } = useLocation()
  const rest = kept.wish.words === wishIn(params).words ? 0 : REST_MS
  useEffect(() => {
    if (wanted === said) return
    const timer = setTimeout(() => {
      // Somebody is on their way to another screen: this address is not written over that one.
      if (window.location.pathname !== pathname) return
      setKept((before) => ({ ...before, sent: [...before.sent, wanted] }))
      setParams((before) => withWish(before, wishIn(new URLSearchParams(wanted))), {
        replace: true,
        preventScrollReset: true,
      })
    }, rest)
    return () => clearTimeout(timer)
  }, [wanted, said, rest, pathname, setParams])
  const change = useCallback(
    (part: Partial<Wish>) => setKept((before) => ({ ...before, wish: { ...before.wish, ...part } })),
    [],
  )
  const search = withWish(params, kept.wish).toString()
  return { wish: kept.wish, change, search: behind(search), settled: behind(params.toString()) }
}

function behind(search: string): string {
  return search === '' ? '' : `?${search}`
}

function inWords(wish: Wish): string {
  return new URLSearchParams(addressOf(wish)).toString()
}
