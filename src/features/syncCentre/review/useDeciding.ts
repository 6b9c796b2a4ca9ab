import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Decision, ReviewItem } from '#protocol/review.ts'
import { decideReview } from '#sync/review.ts'
import { offerUndo, tell } from '#ui/offerUndo.tsx'
import { notTakenWords, reviewFaultWords } from './reviewWords.ts'

/** A manager's decision about a change, on its way to the service. What was typed stays where it does not go through. */
export function useDeciding({ hash }: ReviewItem) {
  const navigate = useNavigate()
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const run = async (decision: Decision['decision']) => {
    setBusy(true)
    const answer = await decideReview(hash, decision, note)
    setBusy(false)
    if (!answer.ok) return setProblem(reviewFaultWords(answer.error))
    if (answer.value.notTaken !== null) return setProblem(notTakenWords(answer.value.notTaken))
    if (decision === 'take') tell('Taken in.')
    else offerUndo('Left out. Its author will be told.', reopen)
    return navigate('/review')
  }
  const reopen = async () => {
    const answer = await decideReview(hash, 'reopen')
    if (!answer.ok) return tell(`Not undone. ${reviewFaultWords(answer.error)}`)
    tell('It waits for a decision again.')
    return navigate(`/review/${hash}`)
  }
  return { note, setNote, busy, problem, decide: (decision: Decision['decision']) => void run(decision) }
}
