import { Button } from '@mantine/core'
import { IconBuildingCommunity } from '@tabler/icons-react'
import { Link } from 'react-router'
import { ageOn } from '#domain/client/birthDate.ts'
import { districtOf } from '#domain/client/postcode.ts'
import { addressOf, asked, noChoice } from '#domain/directory/wish.ts'
import { useLocalNow } from '#ui/useNow.ts'
import type { ClientFile } from '../useClientFile.ts'

/** To the directory with what is known already: the needs that are not met, about where the person lives, their age. */
export function FindButton({ file }: { file: ClientFile }) {
  const { today } = useLocalNow()
  return (
    <Button
      component={Link}
      to={`/directory?${new URLSearchParams(wishFor(file, today))}`}
      variant="default"
      leftSection={<IconBuildingCommunity size={20} aria-hidden />}
    >
      Look in the directory
    </Button>
  )
}

/** The district, never the address: an address bar is read by others. */
function wishFor({ client: { body }, plans }: ClientFile, today: string): [string, string][] {
  const open = plans.flatMap(({ body: plan }) => plan.needs).filter(({ met }) => met !== true)
  const criteria = asked({
    needs: [...new Set(open.map(({ area }) => area))],
    age: ageOn(body.dateOfBirth, today) ?? undefined,
  })
  return addressOf({ ...noChoice, words: '', criteria, near: districtOf(body.address?.postcode) })
}
