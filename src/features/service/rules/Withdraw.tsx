import { Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { createRecord, editRecord } from '#domain/change/write.ts'
import type { RuleSet } from '#domain/eligibility/inForce.ts'
import { newId } from '#store/ids.ts'
import { useRecords } from '#store/react.ts'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { offerUndo } from '#ui/offerUndo.tsx'
import { useSave } from '#ui/useSave.ts'

/** Takes a version out of force. One that came with the app is withdrawn by a record that stands in its place. */
export function Withdraw({ ruleSet }: { ruleSet: RuleSet }) {
  const { save, saving, fault } = useSave()
  const published = useRecords('ruleSet') ?? []
  const { name, version } = ruleSet.body
  const withdraw = async () => {
    const seen = published.find(({ id }) => id === ruleSet.record)
    const body = { ...ruleSet.body, status: 'withdrawn' }
    const target = seen ?? { id: newId(), kind: 'ruleSet' as const, version: 1, contested: {} }
    const edit = seen ? editRecord(seen, body) : createRecord('ruleSet', target.id, null, body)
    if ((await save([edit])) === null) return
    offerUndo(`${name}, version ${version} is withdrawn.`, async () => {
      await save([editRecord({ ...target, body }, { ...body, status: 'published' })])
    })
  }
  return (
    <>
      <Button
        variant="default"
        loading={saving}
        leftSection={<IconX size={20} aria-hidden />}
        aria-label={`Withdraw ${name}, version ${version}`}
        onClick={() => void withdraw()}
      >
        Withdraw
      </Button>
      {fault && <span role="alert">{keepFaultWords(fault)}</span>}
    </>
  )
}
