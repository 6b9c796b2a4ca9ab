import { IconInfoCircle } from '@tabler/icons-react'
import { useWorkspace } from '#store/react.ts'
import { build } from '#ui/build.ts'
import { Facts } from '#ui/Facts.tsx'
import { Section } from '#ui/Section.tsx'
import { role, wordFor } from '#words/codes.ts'

export function AboutSection() {
  const { person } = useWorkspace()
  return (
    <Section title="About" icon={<IconInfoCircle size={24} stroke={1.75} />}>
      <Facts
        facts={[
          { label: 'You', value: `${person.name}, ${wordFor(role, person.role)?.toLowerCase()}` },
          { label: 'Email', value: person.email },
          { label: 'Service', value: person.service },
          { label: 'Doorstep', value: `Version ${build}` },
        ]}
      />
    </Section>
  )
}
