import { Button, Drawer } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { Filters, type FiltersProps } from './Filters.tsx'
import classes from './Filters.module.css'

export interface FilterSheetProps extends FiltersProps {
  opened: boolean
  close: () => void
  /** What is found by what is chosen so far, in words. */
  found: string
}

/** The filters where there is no room beside the list: from below on a phone, within reach of the thumb. */
export function FilterSheet({ opened, close, found, ...filters }: FilterSheetProps) {
  const phone = useMediaQuery('(max-width: 799px)', window.innerWidth < 800)
  return (
    <Drawer.Root
      opened={opened}
      onClose={close}
      position={phone ? 'bottom' : 'left'}
      size={phone ? '85%' : '24rem'}
    >
      <Drawer.Overlay />
      <Drawer.Content>
        <Drawer.Body>
          <div className={classes['sheetHead']}>
            <Drawer.Title>Filters</Drawer.Title>
            <Drawer.CloseButton aria-label="Close the filters" size="2.75rem" />
          </div>
          <Filters {...filters} />
          <div className={classes['foot']}>
            <Button fullWidth onClick={close}>
              Show {found}
            </Button>
          </div>
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  )
}
