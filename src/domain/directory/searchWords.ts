import type { ServiceBody } from '../service/service.ts'

/** How people ask for the areas of life: a service that helps with money is found by “debt”, though it never says so. */
const ASKED_AS: Readonly<Record<string, string>> = {
  people: 'people company friends lonely loneliness isolated isolation social',
  home: 'home housing repairs cleaning garden gardening',
  money: 'money debt benefits bills food bank budgeting',
  health: 'health exercise wellbeing condition daily living',
  caring: 'caring carer carers respite',
  work: 'work job jobs learning course courses volunteering training',
  'getting-about': 'getting about transport lift travel mobility',
  interests: 'interests hobby hobbies activities clubs',
  safety: 'safety safe abuse',
}

/** The words by which a service is found, the most telling field first. */
export function searchWords(
  body: ServiceBody,
  organisation: string,
): { name: string; organisation: string; about: string; rest: string } {
  return {
    name: joined(body.name, body.alternate_name),
    organisation,
    about: joined(...(body.categories ?? []), ...(body.needs ?? []).map((need) => ASKED_AS[need] ?? need)),
    rest: joined(
      body.description,
      body.eligibility_description,
      ...(body.service_areas ?? []).map(({ name }) => name),
      ...(body.locations ?? []).flatMap(({ name, address, postal_code }) => [name, address, postal_code]),
      ...(body.languages ?? []),
    ),
  }
}

function joined(...parts: (string | undefined)[]): string {
  return parts.filter(Boolean).join(' ')
}
