import { Drawer } from '@mantine/core'
import { SectionList, type SectionListProps } from './SectionList.tsx'
import { WorriedCard } from './WorriedCard.tsx'

export interface PartsDrawerProps extends SectionListProps {
  opened: boolean
  close: () => void
}

/** The places of the visit where they have no room beside it. */
export function PartsDrawer({ opened, close, sections, current, goTo }: PartsDrawerProps) {
  return (
    <Drawer
      opened={opened}
      onClose={close}
      position="bottom"
      size="85%"
      title="Parts of the visit"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <SectionList
        sections={sections}
        current={current}
        goTo={(section) => {
          close()
          goTo(section)
        }}
      />
      <WorriedCard />
    </Drawer>
  )
}
