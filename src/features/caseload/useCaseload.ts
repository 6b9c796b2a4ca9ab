import { useMemo } from 'react'
import { type NextStep, nextSteps } from '#domain/caseload/nextStep.ts'
import { clientName, sortName } from '#domain/client/name.ts'
import { type SearchFields, searchFields } from '#domain/client/searchFields.ts'
import { byFile } from '#domain/record/held.ts'
import { openQuestions } from '#domain/record/record.ts'
import { type Wait, waitsOf } from '#domain/waiting/waiting.ts'
import { useRecords } from '#store/react.ts'
import type { View } from '#store/view.ts'

/** One case file as the list shows it. `steps`: what is to be done, the most pressing first. */
export interface CaseEntry {
  client: View<'client'>
  name: string
  sort: string
  fields: SearchFields
  steps: NextStep[]
  questions: number
  /** How long each step took since the referral. */
  waits: Wait[]
}

/** Every case file on this device, unsorted; undefined until all of it is there. */
export function useCaseload(today: string): CaseEntry[] | undefined {
  const clients = useRecords('client')
  const visits = useRecords('visit')
  const plans = useRecords('plan')
  const referrals = useRecords('referral')
  const onwardReferrals = useRecords('onwardReferral')
  const contacts = useRecords('contact')
  const messages = useRecords('message')
  return useMemo(() => {
    if (!clients || !visits || !plans || !referrals || !onwardReferrals || !contacts || !messages)
      return undefined
    const of = {
      visits: byFile(visits),
      plans: byFile(plans),
      referrals: byFile(referrals),
      onwardReferrals: byFile(onwardReferrals),
      contacts: byFile(contacts),
      messages: byFile(messages),
    }
    return clients.map((client) => asEntry(client, of, today))
  }, [clients, visits, plans, referrals, onwardReferrals, contacts, messages, today])
}

interface Files {
  visits: Map<string, View<'visit'>[]>
  plans: Map<string, View<'plan'>[]>
  referrals: Map<string, View<'referral'>[]>
  onwardReferrals: Map<string, View<'onwardReferral'>[]>
  contacts: Map<string, View<'contact'>[]>
  messages: Map<string, View<'message'>[]>
}

function asEntry(client: View<'client'>, of: Files, today: string): CaseEntry {
  const file = {
    client,
    visits: of.visits.get(client.id) ?? [],
    plans: of.plans.get(client.id) ?? [],
    referrals: of.referrals.get(client.id) ?? [],
    onwardReferrals: of.onwardReferrals.get(client.id) ?? [],
    contacts: of.contacts.get(client.id) ?? [],
    messages: of.messages.get(client.id) ?? [],
  }
  const all: View[] = [client, ...file.visits, ...file.plans, ...file.referrals, ...file.onwardReferrals]
  return {
    client,
    name: clientName(client.body),
    sort: sortName(client.body),
    fields: searchFields(client.body),
    steps: nextSteps(file, today),
    questions: all.filter((record) => openQuestions(record).length > 0).length,
    waits: waitsOf(file, today),
  }
}
