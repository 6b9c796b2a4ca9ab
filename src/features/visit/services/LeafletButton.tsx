import { Button } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useNavigate } from 'react-router'
import { useVisitWork } from '../VisitWork.tsx'

/** To what is left with the person, and back: the visit is kept before it is left, and read there. */
export function LeafletButton() {
  const { keeper, draft } = useVisitWork()
  const navigate = useNavigate()
  const open = async () => {
    await keeper.flush()
    if (keeper.work().kept.state === 'kept') await navigate(`/visits/${draft.seen.visit.id}/leaflet`)
  }
  return (
    <Button
      variant="default"
      mt="md"
      leftSection={<IconFileText size={20} aria-hidden />}
      onClick={() => void open()}
    >
      Leaflet, QR code, share
    </Button>
  )
}
