import { Button } from '@mantine/core'
import { IconListCheck } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useWorkspace } from '#store/react.ts'

/** For those who keep the directory. */
export function UpkeepLink() {
  const { role } = useWorkspace().person
  if (role !== 'manager') return null
  return (
    <Button
      component={Link}
      to="/directory/upkeep"
      variant="default"
      leftSection={<IconListCheck size={20} aria-hidden />}
    >
      Upkeep
    </Button>
  )
}
