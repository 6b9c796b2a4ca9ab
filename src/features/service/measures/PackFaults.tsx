import { IconAlertTriangle } from '@tabler/icons-react'
import type { FileFault } from '#domain/measure/packFile.ts'
import { Section } from '#ui/Section.tsx'
import { Notice } from '#ui/Notice.tsx'
import classes from './Packs.module.css'

/** Everything that keeps a file from being loaded, each with its line, as it stands there, and what to do about it. */
export function PackFaults({
  name,
  text,
  faults,
}: {
  name: string
  text: string
  faults: readonly FileFault[]
}) {
  const lines = text.split(/\r\n|\r|\n/u)
  return (
    <>
      <Notice
        tone="amber"
        live
        icon={<IconAlertTriangle size={24} />}
        title={`${name} cannot be loaded yet: ${faults.length === 1 ? '1 thing' : `${faults.length} things`} to mend`}
      >
        Nothing was published. Mend the file, or send this list to whoever made it, and choose it again.
      </Notice>
      <Section title="To mend">
        <ol className={classes['faults']}>
          {faults.map(({ line, column, where, what, mend }, i) => (
            <li key={`${line} ${column} ${i}`}>
              <p className={classes['place']}>
                Line {line}, column {column}
                {where && <> · {where}</>}
              </p>
              <p className={classes['what']}>
                {what}. {mend}.
              </p>
              {lines[line - 1]?.trim() && (
                <code className={classes['line']}>{lines[line - 1]?.trim().slice(0, 160)}</code>
              )}
            </li>
          ))}
        </ol>
      </Section>
    </>
  )
}
