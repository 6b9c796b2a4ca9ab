import { useMemo } from 'react'
import { shippedForms } from '#domain/assessment/shippedForms.ts'
import { bodyOf, type Edition, openEdition } from '#domain/form/editions.ts'
import { jsonObjectSchema } from '#domain/json.ts'
import { useRecords } from './react.ts'

/** Every edition of every form: published here, or come with the app. Undefined until what was published is there. */
export function useEditions(): Edition[] | undefined {
  const records = useRecords('form')
  return useMemo(() => {
    if (!records) return undefined
    const published = records.flatMap(({ id, body }) => openEdition(id, body) ?? [])
    return [...published, ...shipped().filter((own) => !published.some((one) => isSame(one, own)))]
  }, [records])
}

let opened: Edition[] | undefined

function shipped(): Edition[] {
  opened ??= shippedForms.map((form) => ({
    record: null,
    form,
    body: { ...bodyOf(form, jsonObjectSchema.parse(form)), status: 'active' },
  }))
  return opened
}

function isSame({ body: a }: Edition, { body: b }: Edition): boolean {
  return a.url === b.url && a.formVersion === b.formVersion
}
