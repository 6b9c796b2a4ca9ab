import type { Change, Edit } from '#domain/change/change.ts'
import type { Json, JsonObject } from '#domain/json.ts'
import { isKindName } from '#domain/kind/kinds.ts'
import { type Fact, Facts } from '#ui/Facts.tsx'
import { Section } from '#ui/Section.tsx'
import { editWords } from '../changeWords.ts'
import { useNames } from '../wording/names.ts'
import { isWholeRecord, type NameOf, readOut, shapeOfPath, wordsOfPath } from '#words/records/value.ts'

/** Everything that a change holds, readable, so that it can be entered again. */
export function WhatWasInIt({ change }: { change: Change }) {
  const nameOf = useNames()
  return change.edits.map((edit) => (
    <Section key={edit.id} title={capital(editWords(edit))}>
      <Facts facts={factsOf(edit, nameOf)} />
    </Section>
  ))
}

function factsOf(edit: Edit, nameOf: NameOf): Fact[] {
  switch (edit.op) {
    case 'create':
      return bodyFacts(edit.kind, edit.body, nameOf)
    case 'edit':
      return Object.entries(edit.fields)
        .filter(([path]) => !isWholeRecord(path))
        .map(([path, { from, to }]) => changed(edit.kind, path, from, to, nameOf))
    case 'remove':
      return [{ label: 'Reason', value: edit.reason }]
    case 'restore':
      return []
  }
}

function bodyFacts(kind: string, body: JsonObject, nameOf: NameOf): Fact[] {
  return Object.entries(body)
    .map(([field, value]) => ({ label: label(kind, field, body), value: said(kind, field, value, nameOf) }))
    .filter(({ value }) => value !== '')
}

function changed(kind: string, path: string, from: Json, to: Json, nameOf: NameOf): Fact {
  const before = said(kind, path, from, nameOf)
  const after = said(kind, path, to, nameOf) || 'Left empty'
  return {
    label: label(kind, path, {}),
    value: before && before !== after ? `${after}\n(before: ${before.replaceAll('\n', ', ')})` : after,
  }
}

function label(kind: string, path: string, body: JsonObject): string {
  return capital(isKindName(kind) ? wordsOfPath(kind, path, body) : path)
}

function said(kind: string, path: string, value: Json, nameOf: NameOf): string {
  return readOut(value, isKindName(kind) ? shapeOfPath(kind, path) : { as: 'text' }, nameOf)
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
