import { useRecord } from '#store/react.ts'
import { Section } from '#ui/Section.tsx'
import { freshnessWords } from '#words/directory/serviceWords.ts'
import classes from '../Directory.module.css'
import type { ServicePartProps } from '../ServiceDetail.tsx'

/** How old the entry is, and whose word it is. */
export function CheckedPart({ service: { body }, now }: ServicePartProps) {
  const { words } = freshnessWords(body, now.slice(0, 10))
  const staff = useRecord('staff', body.assured_by ?? '')
  const by = staff?.body.name ?? body.assured_by
  return (
    <Section title="How sure this is">
      <p className={classes['description']}>{words}</p>
      {by && <p className={classes['description']}>Last checked by {by}.</p>}
      {body.feed && <p className={classes['description']}>It comes from {body.feed.source}.</p>}
    </Section>
  )
}
