import { useCallback, useEffect, useState } from 'react'

interface Asked<Answer> {
  of: unknown
  answer: Answer
}

/**
 * Asks once the screen is there, and whenever `ask` is another one; `undefined` until the answer has come. `ask` must
 * stay the same function while the same is meant. `again` asks anew, showing the last answer meanwhile.
 */
export function useAsked<Answer>(ask: () => Promise<Answer>): {
  answer: Answer | undefined
  again: () => Promise<void>
} {
  const [asked, setAsked] = useState<Asked<Answer> | null>(null)
  useEffect(() => {
    let wanted = true
    void ask().then((answer) => wanted && setAsked({ of: ask, answer }))
    return () => {
      wanted = false
    }
  }, [ask])
  const again = useCallback(async () => setAsked({ of: ask, answer: await ask() }), [ask])
  return { answer: asked?.of === ask ? asked.answer : undefined, again }
}
