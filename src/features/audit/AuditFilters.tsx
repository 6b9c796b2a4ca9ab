import { Button, NativeSelect } from '@mantine/core'
import { useSearchParams } from 'react-router'
import { useRecords } from '#store/react.ts'
import { DayField } from '#ui/DayField.tsx'
import classes from './Audit.module.css'
import { actsOffered, actWords } from './auditWords.ts'
import type { NamedFile } from './useFileNames.ts'

/** Narrows the audit. What is chosen lies in the address, by ids, so that going back leads back to it. */
export function AuditFilters({ files }: { files: NamedFile[] }) {
  const [params, setParams] = useSearchParams()
  const staff = (useRecords('staff', { removed: true }) ?? []).toSorted((a, b) =>
    a.body.name.localeCompare(b.body.name),
  )
  const given = (name: string) => params.get(name) ?? ''
  const set = (name: string, value: string) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before)
        if (value === '') after.delete(name)
        else after.set(name, value)
        return after
      },
      { replace: true, preventScrollReset: true },
    )
  return (
    <div className={classes['filters']}>
      <NativeSelect
        label="Whose file"
        value={given('file')}
        onChange={(event) => set('file', event.currentTarget.value)}
        data={[
          { value: '', label: 'Everybody’s' },
          ...files.map(({ id, name }) => ({ value: id, label: name })),
          ...unknownChoice(given('file'), files),
        ]}
      />
      <NativeSelect
        label="Who did it"
        value={given('by')}
        onChange={(event) => set('by', event.currentTarget.value)}
        data={[
          { value: '', label: 'Anybody' },
          ...staff.map(({ id, body }) => ({ value: id, label: body.name })),
        ]}
      />
      <NativeSelect
        label="What they did"
        value={given('act')}
        onChange={(event) => set('act', event.currentTarget.value)}
        data={[
          { value: '', label: 'Anything' },
          ...actsOffered.map((act) => ({ value: act, label: actWords(act) })),
        ]}
      />
      <div>
        {params.size > 0 && (
          <Button variant="default" mt="xl" onClick={() => setParams({}, { replace: true })}>
            Show all
          </Button>
        )}
      </div>
      <DayField label="From" value={given('from')} onChange={(day) => set('from', day)} />
      <DayField label="Until" value={given('until')} onChange={(day) => set('until', day)} />
    </div>
  )
}

/** A file that was destroyed, or that this device does not hold, stays chosen. */
function unknownChoice(file: string, files: NamedFile[]): { value: string; label: string }[] {
  if (file === '' || files.some(({ id }) => id === file)) return []
  return [{ value: file, label: 'A file that is not here any more' }]
}
