import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Browser profiles of one journey, each a device of its own; `remove` takes them all away. */
export class Profiles {
  readonly folders: string[] = []

  another(): string {
    const folder = mkdtempSync(join(tmpdir(), 'doorstep-journey-'))
    this.folders.push(folder)
    return folder
  }

  remove(): void {
    for (const folder of this.folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
