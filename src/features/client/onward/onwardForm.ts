import { z } from 'zod'
import type { Edit } from '#domain/change/change.ts'
import { createRecord } from '#domain/change/write.ts'
import { askerOf } from '#domain/onwardReferral/asker.ts'
import { sharing, type ToShare } from '#domain/onwardReferral/shared.ts'
import { scoreSeries } from '#domain/response/scoreSeries.ts'
import type { ServiceBody } from '#domain/service/service.ts'
import { dayOf } from '#ui/dates.ts'
import type { FieldProblem } from '#ui/ErrorSummary.tsx'
import type { ClientFile } from '../useClientFile.ts'

/** A referral or a signpost as it is filled in. `id` is the one of the record that it will be. */
export const onwardFormSchema = z.object({
  id: z.uuid(),
  service: z.string(),
  as: z.enum(['referral', 'signpost']),
  consent: z.enum(['', 'yes', 'no']),
  agreedToShare: z.array(z.string()),
  reason: z.string(),
})
export type OnwardForm = z.infer<typeof onwardFormSchema>

/** Agreeing to a referral agrees to the least that it needs; everything else is ticked by hand. */
export function beginOnward(id: string): OnwardForm {
  return {
    id,
    service: '',
    as: 'referral',
    consent: '',
    agreedToShare: ['contact', 'communication-needs', 'reason'],
    reason: '',
  }
}

/** What there is to be shared of a file today. */
export function toShareOf(file: ClientFile, reason: string): ToShare {
  const score = scoreSeries(file.responses, 'wemwbs').at(-1)
  const plan = file.plans.toSorted((a, b) => (b.body.agreedOn ?? '').localeCompare(a.body.agreedOn ?? ''))[0]
  return {
    client: file.client.body,
    plan: plan?.body ?? null,
    reason,
    wellbeing: score ? { total: score.total, on: dayOf(score.at) } : null,
  }
}

export function problemsOf({ as, service, consent }: OnwardForm): FieldProblem[] {
  return [
    ...(service === '' ? [{ field: 'field-service', text: 'Choose a service.' }] : []),
    ...(as === 'referral' && consent !== 'yes'
      ? [
          {
            field: 'field-consent',
            text: 'Without a yes this cannot be a referral. The details can still be given.',
          },
        ]
      : []),
  ]
}

interface Asking {
  person: { id: string; name: string; service: string; phone?: string | undefined }
  service: ServiceBody
  today: string
}

/** What the form comes to: a request that somebody must answer, or a line that the details were given. */
export function editOf(form: OnwardForm, file: ClientFile, { person, service, today }: Asking): Edit {
  const about = file.client.id
  if (form.as === 'signpost') {
    const note = form.reason.trim()
    return createRecord('signpost', form.id, about, {
      service: form.service,
      givenOn: today,
      givenBy: person.id,
      ...(note ? { note } : {}),
    })
  }
  return createRecord('onwardReferral', form.id, about, {
    service: form.service,
    serviceName: service.name,
    organisation: service.organization_id,
    madeOn: today,
    madeBy: person.id,
    from: askerOf(person),
    consent: true,
    ...sharing(form.agreedToShare, toShareOf(file, form.reason)),
    status: 'sent',
    statusOn: today,
    ...(service.waiting_time === undefined ? {} : { expectedWait: service.waiting_time }),
  })
}
