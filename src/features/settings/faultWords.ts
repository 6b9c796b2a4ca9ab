import type { PinFault, SignInFault } from '#sync/session.ts'

export function pinFaultWords(fault: PinFault): string {
  switch (fault.code) {
    case 'wrongPin':
      return `That is not your PIN. ${fault.left === 1 ? 'You have one more try.' : `You have ${fault.left} more tries.`}`
    case 'wait':
      return `That was tried too often. Wait ${fault.seconds} seconds, then try again.`
    case 'closed':
      return 'The PIN is closed after too many tries. Lock Doorstep and sign in to open it again: your work is kept.'
    case 'tooShort':
      return 'Use six digits or more, or a passphrase of at least eight characters.'
    case 'offline':
      return 'There is no signal. Try again when there is one.'
    case 'kept':
      return 'This device could not keep the new PIN. The old one still holds.'
  }
}

export function renewFaultWords(fault: SignInFault): string {
  switch (fault) {
    case 'wrongPassword':
      return 'The password is not right.'
    case 'tooMany':
      return 'That was tried too often. Wait a few minutes, then try again.'
    case 'offline':
      return 'There is no signal. Your work is kept; sign in when there is one.'
    case 'fault':
      return 'The service has a fault at the moment. Try again in a little while.'
  }
}
