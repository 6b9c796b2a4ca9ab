import { useMemo } from 'react'
import { clientName } from '#domain/client/name.ts'
import { isObject, type Json } from '#domain/json.ts'
import { noticesOf } from '#domain/measure/overTime.ts'
import { useRecords, useWorkspace } from '#store/react.ts'
import type { Reading } from './fileHtml.ts'

/** The names that a file points to, and what its forms asked. */
export function useReading(name: string): Reading {
  const { person } = useWorkspace()
  const clients = useRecords('client', { removed: true, merged: true })
  const staff = useRecords('staff', { removed: true })
  const practices = useRecords('practice', { removed: true })
  const services = useRecords('service', { removed: true })
  const organisations = useRecords('organisation', { removed: true })
  const forms = useRecords('form', { removed: true })
  const packs = useRecords('instrument', { removed: true })
  return useMemo(() => {
    const names = new Map((clients ?? []).map(({ id, body }) => [id, clientName(body)]))
    for (const views of [staff, practices, services, organisations])
      for (const { id, body } of views ?? []) names.set(id, body.name)
    const questions = new Map((forms ?? []).flatMap(({ body }) => questionsIn(body.questionnaire)))
    for (const { id, body } of packs ?? []) names.set(id, body.title)
    return {
      title: `What is kept about ${name}`,
      service: person.service,
      nameOf: (_kind, id) => names.get(id) ?? null,
      questionOf: (linkId) => questions.get(linkId),
      noticesOf: (measures) => noticesOf(measures, packs ?? []),
    }
  }, [name, person, clients, staff, practices, services, organisations, forms, packs])
}

function questionsIn(item: Json): [linkId: string, text: string][] {
  if (!isObject(item)) return []
  const { linkId, text, item: inner } = item
  const own: [string, string][] =
    typeof linkId === 'string' && typeof text === 'string' ? [[linkId, text]] : []
  return [...own, ...(Array.isArray(inner) ? inner.flatMap(questionsIn) : [])]
}
