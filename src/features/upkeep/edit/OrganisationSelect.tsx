import { NativeSelect } from '@mantine/core'
import { Link } from 'react-router'
import { useRecords } from '#store/react.ts'
import { FieldGroup } from '#ui/FieldGroup.tsx'

interface OrganisationSelectProps {
  value: string
  onChange: (organisation: string) => void
  error: string | undefined
}

/** Who runs it. What is typed meanwhile is kept while somebody adds an organisation. */
export function OrganisationSelect({ value, onChange, error }: OrganisationSelectProps) {
  const organisations = (useRecords('organisation') ?? [])
    .map(({ id, body }) => ({ value: id, label: body.name }))
    .toSorted((a, b) => a.label.localeCompare(b.label))
  const isKnown = value === '' || organisations.some((each) => each.value === value)
  return (
    <FieldGroup legend="Who runs it">
      <NativeSelect
        id="field-organisation"
        label="Organisation"
        value={value}
        error={error}
        data={[
          { value: '', label: 'Choose one' },
          ...organisations,
          ...(isKnown ? [] : [{ value, label: 'An organisation that is not on this device' }]),
        ]}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <p>
        {value !== '' && isKnown && (
          <>
            <Link to={`/directory/organisations/${value}`}>Edit this organisation</Link>
            {' · '}
          </>
        )}
        <Link to="/directory/organisations/new">Add an organisation</Link>
      </p>
    </FieldGroup>
  )
}
