/** A known bug, as the change of a few lines of the real code. Each `find` occurs exactly once in its file. */
export interface Plant {
  name: string
  about: string
  patches: Patch[]
}

export interface Patch {
  /** From the root of the project. */
  file: string
  find: string
  put: string
}
