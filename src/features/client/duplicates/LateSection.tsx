import { Button, Group } from '@mantine/core'
import { type Late, leaveBe, takeOver } from '#domain/duplicates/mergeFiles.ts'
import type { Edit } from '#domain/change/change.ts'
import { takenBack } from '#domain/change/takeBack.ts'
import { valueOf } from '#domain/duplicates/seenClient.ts'
import type { View } from '#store/view.ts'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { Notice } from '#ui/Notice.tsx'
import { offerUndo } from '#ui/offerUndo.tsx'
import { useSave } from '#ui/useSave.ts'
import type { Names } from '../useClientFile.ts'
import { labelOf, readField } from './fieldWords.ts'
import classes from './Pair.module.css'

export interface LateSectionProps {
  head: View<'client'>
  file: View<'client'>
  late: readonly Late[]
  names: Names
}

/** What a colleague who did not know of the merge wrote into the merged file: taken over, or left there. */
export function LateSection({ head, file, late, names }: LateSectionProps) {
  const { save, saving, fault } = useSave()
  const done = async (edits: Edit[], words: string) => {
    if ((await save(edits)) !== 'saved') return
    offerUndo(words, async () => void (await save(takenBack(edits, 'Undone'))))
  }
  return (
    <Notice tone="amber" title="Written into the merged file since">
      {late.map((one) => (
        <div key={one.field} className={classes['late']} role="group" aria-label={labelOf(one.field)}>
          <p>
            <strong>
              {labelOf(one.field)}: {readField(one.field, one.now, names) || 'nothing any more'}
            </strong>
            <br />
            This file says: {readField(one.field, valueOf(head.body, one.field), names) || 'nothing'}
          </p>
          <Group gap="sm">
            <Button
              loading={saving}
              onClick={() => void done(takeOver(head, file, [one]), `${labelOf(one.field)}: taken over.`)}
            >
              Take over
            </Button>
            <Button
              variant="default"
              disabled={saving}
              onClick={() => void done(leaveBe(file, [one]), `${labelOf(one.field)}: left as it is.`)}
            >
              Leave as it is
            </Button>
          </Group>
        </div>
      ))}
      {fault && <span role="alert">{keepFaultWords(fault)}</span>}
    </Notice>
  )
}
