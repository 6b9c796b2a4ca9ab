import { z } from 'zod'
import { isPlainText } from '#domain/json.ts'
import { roles } from '#domain/staff/staff.ts'

/** A member of the service as managers see them. What they may do follows from `role`, `team` and `active`. */
export const memberSchema = z.object({
  staff: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  team: z.uuid().nullable(),
  /** Of a referrer or provider: the practice or organisation that they are of. */
  organisation: z.uuid().nullable().optional(),
  active: z.boolean(),
})
export type MemberView = z.infer<typeof memberSchema>

/** `GET /api/account/members`, managers only, as are all of these. */
export const membersSchema = z.object({ members: z.array(memberSchema) })

/** `PATCH /api/account/members/:staff`: what is to be different. Answers the member as they are then. */
export const memberChangeSchema = z.object({
  role: z.enum(roles).optional(),
  team: z.uuid().nullable().optional(),
  organisation: z.uuid().nullable().optional(),
  active: z.boolean().optional(),
})
export type MemberChange = z.infer<typeof memberChangeSchema>

const teamName = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .refine(isPlainText, 'holds a character that cannot be kept')

export const teamSchema = z.object({ id: z.uuid(), name: z.string() })
export type TeamView = z.infer<typeof teamSchema>

/** `GET /api/account/teams` */
export const teamsSchema = z.object({ teams: z.array(teamSchema) })

/** `POST /api/account/teams` and `PATCH /api/account/teams/:team`. Answer the team. */
export const teamChangeSchema = z.object({ name: teamName })
