import { Button } from '@mantine/core'
import { IconArchive, IconClipboardList, IconFileImport } from '@tabler/icons-react'
import { Link } from 'react-router'
import { editRecord } from '#domain/change/write.ts'
import { offeredMeasures, packOf, putBack } from '#domain/measure/inForce.ts'
import { useRecords } from '#store/react.ts'
import type { View } from '#store/view.ts'
import { formatFullDay } from '#ui/dates.ts'
import { keepFaultWords } from '#ui/keepFaultWords.ts'
import { List, ListRow } from '#ui/ListRow.tsx'
import { Loading } from '#ui/Loading.tsx'
import { offerUndo } from '#ui/offerUndo.tsx'
import { Page } from '#ui/Page.tsx'
import { Pill } from '#ui/Pill.tsx'
import { Section } from '#ui/Section.tsx'
import { useSave } from '#ui/useSave.ts'

/** What can be taken, in whose words, and every wording that was ever loaded. */
export function MeasuresScreen() {
  const packs = useRecords('instrument')
  return (
    <Page
      title="Measures"
      lead="Doorstep knows how these are built and scored. The wording belongs to their publishers: load the file that your licence covers, and it is used on every visit from then on. Until then people see short cues."
      back={{ to: '/service', label: 'Service' }}
      actions={
        <Button
          component={Link}
          to="/service/measures/new"
          leftSection={<IconFileImport size={20} aria-hidden />}
        >
          Load wording
        </Button>
      }
    >
      {packs ? <Measures packs={packs} /> : <Loading />}
    </Page>
  )
}

function Measures({ packs }: { packs: View<'instrument'>[] }) {
  const published = packs.filter(({ body }) => body.status === 'published')
  const retired = packs.filter(({ body }) => body.status !== 'published')
  return (
    <>
      <Section title="Can be taken now" look="plain">
        <List label="Can be taken now">
          {offeredMeasures(packs).map(({ instrument, loaded }) => (
            <ListRow
              key={instrument.code}
              icon={<IconClipboardList size={26} stroke={1.75} />}
              title={instrument.title}
              detail={
                loaded
                  ? `Licensed to ${loaded.pack.licence.holder}, ${loaded.pack.licence.reference}`
                  : 'In cue words: no wording is loaded'
              }
              aside={
                <Pill tone={loaded ? 'accent' : 'plain'}>
                  {loaded ? `Wording, version ${loaded.pack.version}` : 'Cues'}
                </Pill>
              }
            />
          ))}
        </List>
      </Section>
      {published.length > 0 && (
        <Section title="Loaded wording" look="plain">
          <List label="Loaded wording">
            {published.map((pack) => (
              <PackRow key={pack.id} pack={pack} all={packs} />
            ))}
          </List>
        </Section>
      )}
      {retired.length > 0 && (
        <Section title="No longer used" look="plain">
          <List label="No longer used">
            {retired.map((pack) => (
              <PackRow key={pack.id} pack={pack} all={packs} />
            ))}
          </List>
        </Section>
      )}
    </>
  )
}

function PackRow({ pack, all }: { pack: View<'instrument'>; all: View<'instrument'>[] }) {
  const { title, packVersion, publishedOn } = pack.body
  const detail = packOf(pack.body)
    ? `Loaded on ${formatFullDay(publishedOn)}`
    : 'This version of Doorstep cannot read it, and shows cues instead. Bring Doorstep up to date.'
  return (
    <ListRow
      title={`${title}, version ${packVersion}`}
      detail={detail}
      aside={pack.body.status === 'published' ? <Retire pack={pack} /> : <PutBack pack={pack} all={all} />}
    />
  )
}

function Retire({ pack }: { pack: View<'instrument'> }) {
  const { save, saving, fault } = useSave()
  const { title, packVersion } = pack.body
  const retired = { ...pack.body, status: 'retired' }
  const retire = async () => {
    if ((await save([editRecord(pack, retired)])) === null) return
    offerUndo(`${title}, version ${packVersion} is no longer used.`, async () => {
      await save([editRecord({ ...pack, body: retired }, pack.body)])
    })
  }
  return (
    <>
      <Button
        variant="default"
        loading={saving}
        leftSection={<IconArchive size={20} aria-hidden />}
        aria-label={`Retire ${title}, version ${packVersion}`}
        onClick={() => void retire()}
      >
        Retire
      </Button>
      {fault && <span role="alert">{keepFaultWords(fault)}</span>}
    </>
  )
}

function PutBack({ pack, all }: { pack: View<'instrument'>; all: View<'instrument'>[] }) {
  const { save, saving, fault } = useSave()
  const { title, packVersion } = pack.body
  return (
    <>
      <Button
        variant="default"
        loading={saving}
        aria-label={`Use ${title}, version ${packVersion} again`}
        onClick={() => void save(putBack(all, pack))}
      >
        Use again
      </Button>
      {fault && <span role="alert">{keepFaultWords(fault)}</span>}
    </>
  )
}
