import { useState } from 'react'
import type { KnownPerson, SessionState } from '#sync/session.ts'
import { ChoosePin } from './ChoosePin.tsx'
import { EnterPin } from './EnterPin.tsx'
import { SignIn } from './SignIn.tsx'
import { WhoIsHere } from './WhoIsHere.tsx'

type Locked = Extract<SessionState, { state: 'locked' }>

type Step = { at: 'who' } | { at: 'pin'; person: string } | { at: 'signIn'; closed?: string }

/** What stands before the lock. A device with nobody on it asks for a sign-in at once. */
export function UnlockScreen({ people, signedIn }: Pick<Locked, 'people' | 'signedIn'>) {
  const [step, setStep] = useState<Step>(() => firstStep(people))
  const [setAside, setSetAside] = useState<Locked['signedIn']>(null)
  if (signedIn && signedIn !== setAside) {
    return <ChoosePin {...signedIn} onStartAgain={() => setSetAside(signedIn)} />
  }
  const toSignIn = () => setStep({ at: 'signIn' })
  const back = people.length > 0 ? () => setStep(firstStep(people)) : undefined
  const person = step.at === 'pin' ? people.find(({ id }) => id === step.person) : undefined
  if (person?.pinOpen) {
    const others = people.length > 1 ? () => setStep({ at: 'who' }) : undefined
    return (
      <EnterPin
        key={person.id}
        person={person}
        onSignIn={toSignIn}
        {...(others ? { onOthers: others } : {})}
      />
    )
  }
  if (step.at === 'who' && people.length > 0) {
    return (
      <WhoIsHere
        people={people}
        onChoose={({ id }) => setStep({ at: 'pin', person: id })}
        onSignIn={toSignIn}
      />
    )
  }
  return <SignIn closed={person ? person.name : null} {...(back && !person ? { onBack: back } : {})} />
}

function firstStep(people: KnownPerson[]): Step {
  const [first, second] = people
  if (!first) return { at: 'signIn' }
  return second ? { at: 'who' } : { at: 'pin', person: first.id }
}
