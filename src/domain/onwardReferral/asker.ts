import type { OnwardReferralBody } from './onwardReferral.ts'

interface Asking {
  readonly name: string
  readonly service?: string
  readonly phone?: string | undefined
}

/** Who asks, as a provider is told. */
export function askerOf({ name, service, phone }: Asking): NonNullable<OnwardReferralBody['from']> {
  return { name, ...(service ? { service } : {}), ...(phone ? { phone } : {}) }
}
