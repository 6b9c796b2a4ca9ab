import type { Push } from './push.ts'

export type Pull = { after: Push }
