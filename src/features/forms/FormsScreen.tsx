import { IconClipboardText } from '@tabler/icons-react'
import { type Edition, editionsInUse } from '#domain/form/editions.ts'
import { useEditions } from '#store/editions.ts'
import { List, ListRow } from '#ui/ListRow.tsx'
import { Loading } from '#ui/Loading.tsx'
import { Page } from '#ui/Page.tsx'
import { Section } from '#ui/Section.tsx'
import { pathOfEdition, standing } from './edition.ts'
import { ImportSection } from './ImportSection.tsx'

/** The forms of the service: those in use, and every edition that ever was. */
export function FormsScreen() {
  const editions = useEditions()
  return (
    <Page
      title="Forms"
      lead="What is asked on visits and beside them. Answers name the version they were given to, so a version never changes: import a new one instead."
      back={{ to: '/service', label: 'Service' }}
    >
      {editions ? <Forms editions={editions} /> : <Loading />}
    </Page>
  )
}

function Forms({ editions }: { editions: readonly Edition[] }) {
  const inUse = editionsInUse(editions)
  const drafts = editions.filter(({ body }) => body.status === 'draft')
  const others = editions.filter((edition) => !inUse.includes(edition) && !drafts.includes(edition))
  return (
    <>
      <Editions title="To be looked at" editions={drafts} />
      <Editions title="In use" editions={inUse} />
      <ImportSection editions={editions} />
      <Editions title="Earlier versions" editions={others} />
    </>
  )
}

function Editions({ title, editions }: { title: string; editions: readonly Edition[] }) {
  if (editions.length === 0) return null
  return (
    <Section title={title} look="plain">
      <List label={title}>
        {editions.map((edition) => (
          <ListRow
            key={pathOfEdition(edition)}
            to={pathOfEdition(edition)}
            icon={<IconClipboardText size={26} stroke={1.75} />}
            title={edition.body.title}
            detail={detailOf(edition)}
          />
        ))}
      </List>
    </Section>
  )
}

function detailOf({ record, body }: Edition): string {
  const words = [`Version ${body.formVersion}`, standing[body.status] ?? body.status]
  return [...words, ...(record === null ? ['came with Doorstep'] : [])].join(' · ')
}
