import { IconCircle, IconCircleCheckFilled, IconCircleHalf2, IconFlag } from '@tabler/icons-react'
import type { VisitSection } from './sections.ts'
import classes from './Visit.module.css'

export interface SectionListProps {
  sections: readonly VisitSection[]
  current: string
  goTo: (section: string) => void
}

/** The places of the visit: each can be gone to at any time. */
export function SectionList({ sections, current, goTo }: SectionListProps) {
  return (
    <ul className={classes['parts']}>
      {sections.map((section, at) => (
        <li key={section.key}>
          {section.within !== undefined && section.within !== sections[at - 1]?.within && (
            <p className={classes['partsTitle']}>{section.within}</p>
          )}
          {section.within === undefined && sections[at - 1]?.within !== undefined && (
            <div style={{ height: '0.75rem' }} />
          )}
          <button
            type="button"
            className={classes['part']}
            data-state={section.state}
            {...(section.key === current ? { 'aria-current': 'step' as const } : {})}
            onClick={() => goTo(section.key)}
          >
            <span className={classes['partIcon']} aria-hidden>
              <StateIcon section={section} />
            </span>
            <span className={classes['partWords']}>{section.title}</span>
            {section.said && <span className={classes['partSaid']}>{section.said}</span>}
          </button>
        </li>
      ))}
    </ul>
  )
}

function StateIcon({ section }: { section: VisitSection }) {
  if (section.key === 'finish') return <IconFlag size={22} />
  switch (section.state) {
    case 'empty':
      return <IconCircle size={22} />
    case 'begun':
      return <IconCircleHalf2 size={22} />
    case 'done':
      return <IconCircleCheckFilled size={22} />
  }
}
