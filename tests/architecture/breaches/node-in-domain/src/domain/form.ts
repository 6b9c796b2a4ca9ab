import { readFileSync } from 'node:fs'
import words from './words.json' with { type: 'json' }

export const form = (path: string) => readFileSync(path, 'utf8') + words.end
