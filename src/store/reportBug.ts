/** A bug is thrown where nothing catches it, so that it is seen; the work of others goes on. */
export function reportBug(error: unknown): void {
  queueMicrotask(() => {
    throw error
  })
}
