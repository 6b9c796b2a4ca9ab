import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { View } from '#store/view.ts'
import { NeedForm } from './NeedForm.tsx'

/** A need more, or the first of a plan. */
export function AddNeed({ file, plan }: { file: string; plan: View<'plan'> | null }) {
  const [adding, setAdding] = useState(false)
  if (adding) return <NeedForm file={file} plan={plan} onDone={() => setAdding(false)} />
  return (
    <Button
      variant="default"
      leftSection={<IconPlus size={20} aria-hidden />}
      onClick={() => setAdding(true)}
    >
      Add a need
    </Button>
  )
}
