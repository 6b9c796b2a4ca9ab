import { Group, Radio } from '@mantine/core'
import { answersIn, type FileRecord, type Mark } from '#domain/export/marks.ts'
import { own } from '#domain/json.ts'
import { isKindName } from '#domain/kind/kinds.ts'
import { fieldWords, wordOf } from '#words/records/fields.ts'
import { kindWords } from '#words/records/kinds.ts'
import classes from './Rights.module.css'
import { reasonWords } from './rightsWords.ts'
import { wholeWords } from './valueWords.ts'

interface MarkRowProps {
  mark: Mark
  record: FileRecord | undefined
  choice: 'keep' | 'withhold' | undefined
  onChoice: (choice: 'keep' | 'withhold') => void
}

/** One place that may be about somebody else: where it is, why, what it says, and what becomes of it in the copy. */
export function MarkRow({ mark, record, choice, onChoice }: MarkRowProps) {
  const title = titleOf(mark)
  return (
    <li className={classes['mark']} data-decided={choice !== undefined}>
      <p className={classes['markTitle']}>{title}</p>
      <p className={classes['why']}>{reasonWords[mark.why]}</p>
      {record && <Words text={textOf(mark, record)} said={mark.said} />}
      <Radio.Group
        aria-label={title}
        value={choice ?? ''}
        onChange={(value) => onChoice(value === 'keep' ? 'keep' : 'withhold')}
      >
        <Group gap="lg">
          <Radio value="keep" label="Give it" />
          <Radio value="withhold" label="Leave it out" />
        </Group>
      </Radio.Group>
    </li>
  )
}

function titleOf({ kind, field }: Mark): string {
  if (!isKindName(kind)) return 'Something newer'
  const { noun } = kindWords[kind]
  const label = field.startsWith('item/') ? 'an answer' : wordOf(fieldWords[kind], field).label
  return `${noun.charAt(0).toUpperCase()}${noun.slice(1)}: ${label}`
}

function textOf({ kind, field }: Mark, { body }: FileRecord): string {
  if (field.startsWith('item/')) {
    return answersIn(own(body, 'item'))
      .filter(({ linkId }) => `item/${linkId}` === field)
      .flatMap(({ texts }) => texts)
      .join('\n')
  }
  return isKindName(kind) ? wholeWords(kind, field, own(body, field), () => null) : ''
}

/** The words that led to the mark stand out. */
function Words({ text, said }: { text: string; said: string[] }) {
  const found = [...said].toSorted((a, b) => b.length - a.length)
  const at = firstOf(text, found)
  if (at === null) return <p className={classes['text']}>{text}</p>
  return <p className={classes['text']}>{pieces(text, found)}</p>
}

function pieces(text: string, said: string[]): React.ReactNode[] {
  const at = firstOf(text, said)
  if (at === null) return [text]
  const { start, word } = at
  const end = start + word.length
  return [
    text.slice(0, start),
    <mark key={`${text.length}`}>{text.slice(start, end)}</mark>,
    ...pieces(text.slice(end), said),
  ]
}

function firstOf(text: string, said: readonly string[]): { start: number; word: string } | null {
  return said.reduce<{ start: number; word: string } | null>((first, word) => {
    const start = text.indexOf(word)
    return start >= 0 && (first === null || start < first.start) ? { start, word } : first
  }, null)
}
