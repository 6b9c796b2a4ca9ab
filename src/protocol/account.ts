import { z } from 'zod'
import { isPlainText } from '#domain/json.ts'
import { roles } from '#domain/staff/staff.ts'

/**
 * Who is signed in, as the device needs to know it. `id` is the id of the staff record. `active` is false for somebody
 * whose access has ended: all that is left to them is to hand over what they had written.
 */
export const personSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  team: z.uuid().nullable(),
  /** Of a referrer the practice, of a provider the organisation; null for everybody else. */
  organisation: z.object({ id: z.uuid(), name: z.string() }).nullable().optional(),
  /** Where the file of somebody goes whom this person refers. */
  intakeTeam: z.uuid().nullable().optional(),
  service: z.string(),
  active: z.boolean().optional(),
})
export type Person = z.infer<typeof personSchema>

const name = z.string().min(1).max(200).refine(isPlainText, 'holds a character that cannot be kept')
const password = z.string().min(12).max(200)

/** `POST /api/account/sign-in` answers a Person and sets the session cookie. */
export const signInSchema = z.object({ email: z.email(), password: z.string().min(1).max(200) })

/** `PUT /api/account/recovery/:device`: the key of the recovery slot of this person on this device, 32 bytes in base64. */
export const recoverySchema = z.object({ key: z.string() })

/** `POST /api/account/invitations`, managers only; answers the link to hand over, once. */
export const invitationRequestSchema = z.object({
  name,
  email: z.email(),
  role: z.enum(roles),
  team: z.uuid().nullable(),
  organisation: z.uuid().nullable().optional(),
})
export const invitationReplySchema = z.object({ link: z.string(), expiresAt: z.string() })

/** `GET /api/account/invitations/:token`: for whom a link is. `first` marks the set-up link of a new service. */
export const invitationSchema = z.object({
  first: z.boolean(),
  service: z.string(),
  name: z.string(),
  email: z.string(),
})

/** `POST /api/account/join`: uses up the link and answers a Person, signed in. The first one names the service too. */
export const joinSchema = z.object({
  token: z.string(),
  name,
  email: z.email(),
  password,
  service: name.optional(),
})

/** What every 4xx and 5xx answers: a code for the app, a sentence for a person who reads the log. */
export const problemSchema = z.object({
  code: z.enum([
    'invalid',
    'unauthenticated',
    'forbidden',
    'ended',
    'lastManager',
    'nameTaken',
    'alreadyDecided',
    'notFound',
    'tooMany',
    'tooLarge',
    'outdated',
    'serverOlder',
    'unavailable',
    'fault',
  ]),
  message: z.string(),
})
export type Problem = z.infer<typeof problemSchema>
