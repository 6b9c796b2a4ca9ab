import type { PinFault, SignInFault } from '#sync/session.ts'

export function signInFaultWords(fault: SignInFault): string {
  switch (fault) {
    case 'wrongPassword':
      return 'The email or the password is not right.'
    case 'tooMany':
      return 'That was tried too often. Wait a few minutes, then try again.'
    case 'offline':
      return 'There is no signal. Signing in needs one; unlocking with a PIN does not.'
    case 'fault':
      return 'The service has a fault at the moment. Try again in a little while.'
  }
}

export function pinFaultWords(fault: PinFault): string {
  switch (fault.code) {
    case 'wrongPin':
      return `That is not the PIN. ${tries(fault.left)}`
    case 'wait':
      return `That was tried too often. Wait ${seconds(fault.seconds)}, then try again.`
    case 'closed':
      return 'The PIN is closed after too many tries. Sign in to open it again: your work is kept.'
    case 'tooShort':
      return 'Use six digits or more, or a passphrase of at least eight characters.'
    case 'offline':
      return 'There is no signal. A PIN can be set as soon as there is one.'
    case 'kept':
      return keptWords(fault.fault)
  }
}

function keptWords(fault: 'full' | 'lost' | 'outdated'): string {
  switch (fault) {
    case 'full':
      return 'This device is full. Free some space, then try again.'
    case 'lost':
      return 'The browser lost its storage. Close Doorstep and open it again; what you saved is kept.'
    case 'outdated':
      return 'A newer Doorstep is open in another window. Close this one and go on there.'
  }
}

function tries(left: number): string {
  if (left <= 0) return 'The PIN is closed now.'
  return left === 1 ? 'You have one more try.' : `You have ${left} more tries.`
}

function seconds(count: number): string {
  if (count < 60) return count === 1 ? 'a second' : `${count} seconds`
  const minutes = Math.ceil(count / 60)
  return minutes === 1 ? 'a minute' : `${minutes} minutes`
}
