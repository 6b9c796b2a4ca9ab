import { z } from 'zod'
import { type Bytes, fromBase64, fromUtf8, toBase64, utf8 } from '#vault/bytes.ts'
import { aesKey, openBytes, sealBytes } from '#vault/seal.ts'
import { draftEnds } from './draftAsides.ts'
import { draftSchema, type KeptDraft } from './drafts.ts'
import { versionsSchema } from './draftVersions.ts'

/** Where a sealed draft lies at the service. It opens there and nowhere else. */
export interface CopyPlace {
  line: string
  device: string
}

const copySchema = z.object({ draft: draftSchema, versions: versionsSchema })
const endSchema = z.object({ how: z.enum(draftEnds), versions: versionsSchema })
type End = z.infer<typeof endSchema>

/** Seals for the service and opens from there, with the key that only the drafts' author is given. */
export interface DraftSealer {
  seal: (place: CopyPlace, copy: Pick<KeptDraft, 'draft' | 'versions'>) => Promise<string>
  /** Null where it was altered or moved, was sealed with another key, or is of a shape that is not known. */
  open: (place: CopyPlace, sealed: string) => Promise<z.infer<typeof copySchema> | null>
  sealEnd: (place: CopyPlace, end: End) => Promise<string>
  openEnd: (place: CopyPlace, sealed: string) => Promise<End | null>
}

/** Sealed drafts are as long as the next full step, so that their length does not tell how much was answered. */
const STEP = 4096

export async function draftSealer(rawKey: string): Promise<DraftSealer> {
  const key = await aesKey(fromBase64(rawKey))
  const seal = async (place: string, value: unknown) =>
    toBase64(await sealBytes(key, place, padded(utf8(JSON.stringify(value)))))
  return {
    seal: (place, { draft, versions }) => seal(placeOf('begun', place), { draft, versions }),
    open: (place, sealed) => opened(copySchema, key, placeOf('begun', place), sealed),
    sealEnd: (place, end) => seal(placeOf('ended', place), end),
    openEnd: (place, sealed) => opened(endSchema, key, placeOf('ended', place), sealed),
  }
}

/** With spaces, which JSON ignores. */
function padded(text: Bytes): Bytes {
  const whole = new Uint8Array(Math.ceil(text.length / STEP) * STEP).fill(0x20)
  whole.set(text)
  return whole
}

async function opened<T>(
  schema: z.ZodType<T>,
  key: CryptoKey,
  place: string,
  sealed: string,
): Promise<T | null> {
  try {
    const parsed: unknown = JSON.parse(fromUtf8(await openBytes(key, place, fromBase64(sealed))))
    return schema.safeParse(parsed).data ?? null
  } catch (error) {
    // Not base64, not sealed by this key, not UTF-8, not JSON: whatever it is, it is no copy of ours.
    if (error instanceof DOMException || error instanceof TypeError || error instanceof SyntaxError)
      return null
    throw error
  }
}

function placeOf(what: 'begun' | 'ended', { line, device }: CopyPlace): string {
  return `draft ${what} ${line} ${device}`
}
