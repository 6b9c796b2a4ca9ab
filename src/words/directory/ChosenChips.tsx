import { IconX } from '@tabler/icons-react'
import { type Choice, noChoice } from '#domain/directory/wish.ts'
import classes from './Filters.module.css'
import { chosenIn } from './wishWords.ts'

export interface ChosenChipsProps {
  choice: Choice
  placeName: string | null
  onChange: (part: Partial<Choice>) => void
}

/** What was chosen, always in sight: a tap takes it away. */
export function ChosenChips({ choice, placeName, onChange }: ChosenChipsProps) {
  const chips = chosenIn(choice, placeName)
  if (chips.length === 0) return null
  return (
    <ul className={classes['chips']} aria-label="Chosen">
      {chips.map(({ key, words, without }) => (
        <li key={key}>
          <button
            type="button"
            className={classes['chip']}
            aria-label={`Take away: ${words}`}
            onClick={() => onChange(without)}
          >
            {words}
            <IconX size={18} aria-hidden />
          </button>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <button
            type="button"
            className={`${classes['chip']} ${classes['all']}`}
            onClick={() => onChange(noChoice)}
          >
            Take all away
          </button>
        </li>
      )}
    </ul>
  )
}
