import type { KeepFault } from '#store/faults.ts'

/** Why something could not be kept, and what to do. What was typed is still on the screen when these are shown. */
export function keepFaultWords(fault: KeepFault): string {
  switch (fault) {
    case 'full':
      return 'This device is full, so this is not saved yet. Free some space, then try again.'
    case 'lost':
      return 'The browser lost its storage, so this is not saved yet. Close Doorstep and open it again.'
    case 'outdated':
      return 'A newer Doorstep is open in another window, so this is not saved yet. Close this one and go on there.'
    case 'locked':
      return 'Doorstep was locked meanwhile, so this is not saved yet. Unlock it, then try again.'
  }
}
