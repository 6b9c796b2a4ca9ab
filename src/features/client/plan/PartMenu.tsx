import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import classes from './Plan.module.css'

type MenuEntry = readonly [words: string, act: () => void]

/** What is done with a part less often than read: behind one button, so that the plan stays calm. */
export function PartMenu({ name, items }: { name: string; items: readonly MenuEntry[] }) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" size={44} aria-label={`Change or take out: ${name}`}>
          <IconDots size={22} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {items.map(([words, act]) => (
          <Menu.Item key={words} className={classes['menuItem']} onClick={act}>
            {words}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
