import type { Row } from '../store/row.ts'

export const idOf = (row: Row): string => row.id
