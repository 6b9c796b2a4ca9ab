import { Button, Group } from '@mantine/core'
import { IconDevices } from '@tabler/icons-react'
import { useDraftStandings, useWorkspace } from '#store/react.ts'
import type { Draft, OtherCopy } from '#store/workspace.ts'
import { since } from '#ui/dates.ts'
import { Notice } from '#ui/Notice.tsx'
import { useVisitWork } from './VisitWork.tsx'
import classes from './Visit.module.css'

/** The visit went on in two places, or was ended in another. Neither is taken away before a person has chosen. */
export function OtherCopies() {
  const { draft } = useVisitWork()
  const standing = useDraftStandings()?.get(draft.seen.visit.id)
  if (!standing || (standing.others.length === 0 && !standing.closed)) return null
  return (
    <div className={classes['fault']}>
      {standing.closed && <Closed how={standing.closed} />}
      {standing.others.map((copy) => (
        <Copy key={`${copy.line} ${copy.device}`} copy={copy} />
      ))}
    </div>
  )
}

function Copy({ copy }: { copy: OtherCopy }) {
  const { draft, keeper, reopen } = useVisitWork()
  const { drafts } = useWorkspace()
  const choose = async (take: 'copy' | 'mine') => {
    await keeper.flush()
    const chosen = await drafts.choose(draft.seen.visit.id, copy, take)
    if (chosen.ok && take === 'copy') reopen()
  }
  const there = `${answersInWords(copy.draft)}, last kept ${since(copy.draft.savedAt)}`
  const useIt = (
    <Button variant="default" onClick={() => void choose('copy')}>
      Go on with the other one
    </Button>
  )
  if (copy.setAside) {
    return (
      <Notice icon={<IconDevices size={24} />} action={useIt}>
        Another copy of this visit is set aside until you finish: {there}.
      </Notice>
    )
  }
  return (
    <Notice
      tone="amber"
      live
      icon={<IconDevices size={24} />}
      title="This visit was also begun on another device"
      action={
        <Group>
          <Button onClick={() => void choose('mine')}>Go on with this one</Button>
          {useIt}
        </Group>
      }
    >
      There: {there}. Nothing is mixed: you go on with one, and the other is set aside until you finish.
    </Notice>
  )
}

function Closed({ how }: { how: 'finished' | 'discarded' }) {
  return (
    <Notice
      icon={<IconDevices size={24} />}
      title={`This visit was ${how === 'finished' ? 'finished' : 'let go'} on another device`}
    >
      What is here has something that was not in it. Finish it here if it belongs in the file, or let go of it
      on Today.
    </Notice>
  )
}

/** How much was answered, as far as this version of the app can tell. */
function answersInWords({ content }: Draft): string {
  const { answers } = content
  if (typeof answers !== 'object' || answers === null || Array.isArray(answers)) return 'Some answers'
  const given = Object.values(answers).filter((values) => Array.isArray(values) && values.length > 0).length
  return given === 1 ? '1 answer' : `${given} answers`
}
