/** How often something is said, in milliseconds. */
const EVERY = 1000

/** Says every so often what is being done, where somebody is looking on. `clock`: milliseconds from some beginning. */
export function progressOn(
  stream: { isTTY?: boolean | undefined; write: (text: string) => unknown },
  clock: () => number,
): (sentence: string) => void {
  let last = clock()
  return (sentence) => {
    if (!stream.isTTY || clock() - last < EVERY) return
    last = clock()
    stream.write(`${sentence}\n`)
  }
}
