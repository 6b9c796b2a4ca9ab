import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'

export interface SearchFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  placeholder?: string
  /** What was found, in words; read out as it changes. */
  found?: string
}

export function SearchField({ label, value, onChange, placeholder, found }: SearchFieldProps) {
  return (
    <div role="search" aria-label={label}>
      <TextInput
        type="search"
        label={label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        placeholder={placeholder}
        leftSection={<IconSearch size={20} aria-hidden />}
        rightSection={
          value && <CloseButton size="lg" aria-label="Clear the search" onClick={() => onChange('')} />
        }
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="search"
      />
      <div
        role="status"
        aria-live="polite"
        style={{ color: 'var(--quiet)', fontSize: '1rem', minHeight: '1.5em' }}
      >
        {found}
      </div>
    </div>
  )
}
