import { useState } from 'react'
import type { MemberChange, MemberView } from '#protocol/members.ts'
import { alterMember } from '#sync/members.ts'
import { offerUndo, tell } from '#ui/offerUndo.tsx'
import { memberFaultWords } from './memberWords.ts'

export interface Altering {
  busy: boolean
  problem: string | null
  /** Changes what somebody may do, and offers to undo it. */
  alter: (change: MemberChange, done: string) => void
}

export function useAltering(member: MemberView, onAltered: () => void): Altering {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const { staff, role, team, organisation = null, active } = member
  const alter = async (change: MemberChange, done: string) => {
    setProblem(null)
    setBusy(true)
    const answer = await alterMember(staff, change)
    setBusy(false)
    if (!answer.ok) return setProblem(memberFaultWords(answer.error))
    onAltered()
    offerUndo(done, undo)
  }
  const undo = async () => {
    const answer = await alterMember(staff, { role, team, organisation, active })
    tell(answer.ok ? 'Undone.' : `Not undone. ${memberFaultWords(answer.error)}`)
    onAltered()
  }
  return { busy, problem, alter: (change, done) => void alter(change, done) }
}
