import { IconInfoCircle } from '@tabler/icons-react'
import { useWorkspace } from '#store/react.ts'
import { build } from '#ui/build.ts'
import { Facts } from '#ui/Facts.tsx'
import { Section } from '#ui/Section.tsx'

const roles = { manager: 'Manager', coordinator: 'Co-ordinator', volunteer: 'Volunteer' } as const

export function AboutSection() {
  const { person } = useWorkspace()
  return (
    <Section title="About" icon={<IconInfoCircle size={24} stroke={1.75} />}>
      <Facts
        facts={[
          { label: 'You', value: `${person.name}, ${roles[person.role].toLowerCase()}` },
          { label: 'Email', value: person.email },
          { label: 'Service', value: person.service },
          { label: 'Doorstep', value: `Version ${build}` },
        ]}
      />
    </Section>
  )
}
