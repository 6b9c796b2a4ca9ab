import { Button } from '@mantine/core'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import type { FiltersProps } from './Filters.tsx'
import { chosenIn } from './wishWords.ts'

const FilterSheet = lazy(async () => ({ default: (await import('./FilterSheet.tsx')).FilterSheet }))

export interface FilterButtonProps extends FiltersProps {
  /** What is found, in words. */
  found: string
  className?: string | undefined
}

/** Opens the filters where there is no room for them; they are fetched when they are first wanted. */
export function FilterButton({ found, className, ...filters }: FilterButtonProps) {
  const [opened, setOpened] = useState<boolean | null>(null)
  const chosen = chosenIn(filters.choice, null).length
  return (
    <>
      <Button
        variant="default"
        className={className}
        leftSection={<IconAdjustmentsHorizontal size={20} aria-hidden />}
        aria-haspopup="dialog"
        onClick={() => setOpened(true)}
      >
        {chosen === 0 ? 'Filters' : `Filters (${chosen})`}
      </Button>
      {opened !== null && (
        <Suspense>
          <FilterSheet {...filters} found={found} opened={opened} close={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  )
}
