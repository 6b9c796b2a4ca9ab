import { Button, Group } from '@mantine/core'
import { IconDevices, IconLockQuestion } from '@tabler/icons-react'
import { useWorkspace } from '#store/react.ts'
import type { OtherCopy } from '#store/workspace.ts'
import { since } from '#ui/dates.ts'
import { Notice } from '#ui/Notice.tsx'
import { offerUndo } from '#ui/offerUndo.tsx'
import classes from './Today.module.css'
import type { BegunWork } from './useToday.ts'

/** The same work went on in two places, or was ended in another: both are here until a person has chosen. */
export function BegunElsewhere({ work, title }: { work: BegunWork; title: string }) {
  const { standing } = work
  const open = standing?.others.filter(({ setAside }) => !setAside) ?? []
  if (!standing || (open.length === 0 && !standing.closed)) return null
  return (
    <div className={classes['elsewhere']}>
      {open.map((copy) => (
        <Choice key={`${copy.line} ${copy.device}`} work={work} copy={copy} title={title} />
      ))}
      {standing.closed && open.length === 0 && <Closed work={work} title={title} />}
    </div>
  )
}

function Choice({ work: { draft }, copy, title }: { work: BegunWork; copy: OtherCopy; title: string }) {
  const { drafts } = useWorkspace()
  const choose = (take: 'copy' | 'mine') => void drafts.choose(draft.id, copy, take)
  return (
    <Notice
      tone="amber"
      icon={<IconDevices size={24} />}
      title={`${title}: which one do you want to go on with?`}
      action={
        <Group>
          <Button variant="default" onClick={() => choose('mine')}>
            The one on this tablet
          </Button>
          <Button variant="default" onClick={() => choose('copy')}>
            The one from the other device
          </Button>
        </Group>
      }
    >
      It also went on on another device. Here it was last kept {since(draft.savedAt)}, there{' '}
      {since(copy.draft.savedAt)}. The one that you do not take is set aside until you finish.
    </Notice>
  )
}

function Closed({ work: { draft, standing }, title }: { work: BegunWork; title: string }) {
  const { drafts } = useWorkspace()
  const letGo = async () => {
    const kept = await drafts.read(draft.id)
    const gone = await drafts.discard(draft.id)
    if (gone.ok && kept)
      offerUndo('Let go of what was left here', async () => void (await drafts.write(kept)))
  }
  return (
    <Notice
      icon={<IconDevices size={24} />}
      title={title}
      action={
        <Button variant="default" onClick={() => void letGo()}>
          Let go of what is left here
        </Button>
      }
    >
      This was {standing?.closed === 'discarded' ? 'let go' : 'finished'} on another device. What is kept here
      has something that was not in it. Open it to see, and finish it here if it belongs in the file.
    </Notice>
  )
}

/** Something lies at the service that this device cannot open. It is left there. */
export function NotOpening({ copies }: { copies: number }) {
  return (
    <Notice
      icon={<IconLockQuestion size={24} />}
      title="Something begun on another device does not open here"
    >
      {copies === 1 ? 'It is' : `${copies} of them are`} still kept at the service. Finish on the other device
      if you can, and tell whoever looks after Doorstep.
    </Notice>
  )
}
