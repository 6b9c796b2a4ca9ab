import { referIn } from '#domain/referral/referIn.ts'
import type { Ground } from '../accounts/ground.ts'
import { serviceDay } from '../http/days.ts'
import { idFrom, type Pass, referenceOf } from './pass.ts'
import type { ServiceFacts } from './serviceFacts.ts'
import { takeReferral, type Taken } from './takeReferral.ts'
import { type About, asReferIn, type Typed } from './typed.ts'

interface Place {
  ground: Ground
  tenant: string
  secret: string
}

interface Sent {
  about: About
  facts: ServiceFacts
  typed: Typed
  pass: Pass
}

/** A form without faults becomes a referral. Everything in it follows from the form, so that twice is once. */
export async function sendIn(
  { ground, tenant, secret }: Place,
  { about, facts, typed, pass }: Sent,
): Promise<{ reference: string; taken: Taken }> {
  const ids = {
    client: idFrom(secret, pass, 'client'),
    referral: idFrom(secret, pass, 'referral'),
    progress: idFrom(secret, pass, 'progress'),
  }
  const reference = referenceOf(ids.referral)
  const shown = new Date(pass.issued)
  const edits = referIn(asReferIn(withKnown(typed, facts), about, serviceDay(shown)), {
    ids,
    by: null,
    team: facts.team,
    service: facts.name,
    externalReference: reference,
  })
  return {
    reference,
    taken: await takeReferral(ground, { tenant, id: pass.id, at: shown.toISOString(), edits }),
  }
}

/** A practice that the page did not offer is left out. */
function withKnown(typed: Typed, { practices }: ServiceFacts): Typed {
  if (practices.some(({ id }) => id === typed.texts.practice)) return typed
  return { ...typed, texts: { ...typed.texts, practice: '' } }
}
