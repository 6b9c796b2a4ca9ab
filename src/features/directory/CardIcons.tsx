import {
  IconClock,
  IconCurrencyPound,
  IconHourglass,
  IconMapPin,
  IconQuestionMark,
  IconUserPlus,
} from '@tabler/icons-react'

const drawn = {
  where: IconMapPin,
  when: IconClock,
  cost: IconCurrencyPound,
  wait: IconHourglass,
  join: IconUserPlus,
  ask: IconQuestionMark,
} as const
export type CardIconName = keyof typeof drawn

/** The icons of all cards, drawn once: cards come and go with every letter that is typed. */
export function CardIcons() {
  return (
    <svg width="0" height="0" aria-hidden style={{ position: 'absolute' }}>
      {Object.entries(drawn).map(([name, Icon]) => (
        <symbol key={name} id={`card-${name}`} viewBox="0 0 24 24">
          <Icon size={24} />
        </symbol>
      ))}
    </svg>
  )
}

export function CardIcon({ name }: { name: CardIconName }) {
  return (
    <svg width="18" height="18" aria-hidden>
      <use href={`#card-${name}`} />
    </svg>
  )
}
