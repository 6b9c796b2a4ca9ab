import { useMemo } from 'react'
import type { KindName } from '#domain/kind/kinds.ts'
import { useFile, useRecord, useRecords } from '#store/react.ts'
import type { View } from '#store/view.ts'

/** Everything of one case file, by kind. */
export interface ClientFile {
  client: View<'client'>
  referrals: View<'referral'>[]
  /** What the referrers are told of them. */
  progress: View<'referralProgress'>[]
  visits: View<'visit'>[]
  responses: View<'response'>[]
  notes: View<'note'>[]
  plans: View<'plan'>[]
  onwardReferrals: View<'onwardReferral'>[]
  signposts: View<'signpost'>[]
  messages: View<'message'>[]
  contacts: View<'contact'>[]
}

/**
 * Undefined until it is there; null where this device does not hold it. Of a client whose file was merged into another:
 * they themselves, with all that the one file holds.
 */
export function useClientFile(clientId: string): ClientFile | null | undefined {
  const views = useFile(clientId)
  const client = useRecord('client', clientId)
  return useMemo(() => {
    if (!views || client === undefined) return undefined
    return client === null || client.deleted ? null : fileOf(client, views)
  }, [client, views])
}

function fileOf(client: View<'client'>, views: readonly View[]): ClientFile {
  return {
    client,
    referrals: ofKind(views, 'referral'),
    progress: ofKind(views, 'referralProgress'),
    visits: ofKind(views, 'visit'),
    responses: ofKind(views, 'response'),
    notes: ofKind(views, 'note'),
    plans: ofKind(views, 'plan'),
    onwardReferrals: ofKind(views, 'onwardReferral'),
    signposts: ofKind(views, 'signpost'),
    messages: ofKind(views, 'message'),
    contacts: ofKind(views, 'contact'),
  }
}

function ofKind<Name extends KindName>(views: readonly View[], kind: Name): View<Name>[] {
  return views.filter((view): view is View<Name> => view.kind === kind && view.deleted === null)
}

/** The names of colleagues, services, organisations and practices; the id's place is taken by words where unknown. */
export interface Names {
  staff: (id: string | undefined) => string
  service: (id: string) => string
  organisation: (id: string | undefined) => string | undefined
  practice: (id: string | undefined) => string | undefined
}

export function useNames(): Names {
  const staff = useRecords('staff', { removed: true })
  const services = useRecords('service', { removed: true })
  const organisations = useRecords('organisation', { removed: true })
  const practices = useRecords('practice', { removed: true })
  return useMemo(() => {
    const names = new Map<string, string>()
    for (const view of [
      ...(staff ?? []),
      ...(services ?? []),
      ...(organisations ?? []),
      ...(practices ?? []),
    ]) {
      if (view.body.name) names.set(view.id, view.body.name)
    }
    const nameOf = (id: string | undefined) => (id === undefined ? undefined : names.get(id))
    return {
      staff: (id) => nameOf(id) ?? 'A colleague',
      service: (id) => nameOf(id) ?? 'A service that is no longer listed',
      organisation: nameOf,
      practice: nameOf,
    }
  }, [staff, services, organisations, practices])
}
