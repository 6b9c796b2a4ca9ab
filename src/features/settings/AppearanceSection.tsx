import { Input, type MantineColorScheme, SegmentedControl, Stack, useMantineColorScheme } from '@mantine/core'
import { IconTextSize } from '@tabler/icons-react'
import { useState } from 'react'
import { Section } from '#ui/Section.tsx'
import { chooseTextSize, readTextSize, type TextSize } from '#ui/textSize.ts'

const schemes: { value: MantineColorScheme; label: string }[] = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'auto', label: 'As the device' },
]

const sizes: { value: TextSize; label: string }[] = [
  { value: 'normal', label: 'Normal' },
  { value: 'large', label: 'Large' },
  { value: 'largest', label: 'Largest' },
]

export function AppearanceSection() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const [size, setSize] = useState(readTextSize)
  const resize = (next: TextSize) => {
    chooseTextSize(next)
    setSize(next)
  }
  return (
    <Section title="How it looks" icon={<IconTextSize size={24} stroke={1.75} />}>
      <Stack gap="md">
        <Input.Wrapper label="Light or dark" labelElement="div" id="scheme">
          <SegmentedControl
            fullWidth
            aria-labelledby="scheme-label"
            data={schemes}
            value={colorScheme}
            onChange={(value) => setColorScheme(value)}
          />
        </Input.Wrapper>
        <Input.Wrapper label="Size of text" labelElement="div" id="size">
          <SegmentedControl
            fullWidth
            aria-labelledby="size-label"
            data={sizes}
            value={size}
            onChange={(value) => resize(value)}
          />
        </Input.Wrapper>
      </Stack>
    </Section>
  )
}
