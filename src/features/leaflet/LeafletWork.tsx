import { useState } from 'react'
import type { Leaflet } from '#domain/leaflet/leaflet.ts'
import type { Offered } from '#domain/leaflet/offered.ts'
import { Loading } from '#ui/Loading.tsx'
import { PrintSheet } from '#ui/PrintSheet.tsx'
import { Section } from '#ui/Section.tsx'
import { type FormDraft, type FormDraftOptions, useFormDraft } from '#ui/useFormDraft.ts'
import type { Directory } from '#words/directory/DirectoryReader.ts'
import { useDirectory } from '#words/directory/useDirectory.ts'
import { Actions } from './Actions.tsx'
import { Choosing, type ChoosingProps } from './Choosing.tsx'
import { ForWhom } from './ForWhom.tsx'
import { Foot, type FootProps } from './Foot.tsx'
import classes from './Leaflet.module.css'
import { type OnPaper, Paper } from './Paper.tsx'
import { Recording, type RecordingProps } from './Recording.tsx'
import { useChoices, useOnPaper } from './useLeaflet.ts'

/** A leaflet in the making, wherever it was begun. */
export interface LeafletWorkProps
  extends
    Pick<OnPaper, 'from' | 'meeting'>,
    Pick<ChoosingProps, 'needs' | 'mayAdd'>,
    Pick<FootProps, 'done'> {
  draft: FormDraftOptions<Leaflet>
  offered: (leaflet: Leaflet) => readonly (readonly Offered[])[]
  /** What was chosen or typed, as it changes. */
  onChange?: (leaflet: Leaflet) => void
  /** Where it is for anybody so far, it may become a client's. */
  handTo?: (client: string, leaflet: Leaflet, form: FormDraft<Leaflet>) => Promise<void>
  /** What becomes of it in a file. */
  recording: RecordingProps['recording']
}

export function LeafletWork(props: LeafletWorkProps) {
  const directory = useDirectory()
  const draft = useFormDraft<Leaflet>(props.draft)
  if (!directory || !draft.state) return <Loading label="Laying out the leaflet…" />
  return <Laid {...props} directory={directory} form={draft} leaflet={draft.state} />
}

interface LaidProps extends LeafletWorkProps {
  directory: Directory
  form: FormDraft<Leaflet>
  leaflet: Leaflet
}

function Laid({ directory, form, leaflet, ...props }: LaidProps) {
  const choices = useChoices(directory, props.offered(leaflet), leaflet)
  const on = useOnPaper(choices, leaflet, props)
  const [given, setGiven] = useState(false)
  const change = (next: Partial<Leaflet>) => {
    form.change({ ...leaflet, ...next })
    props.onChange?.({ ...leaflet, ...next })
  }
  return (
    <div className={classes['panes']}>
      <div className={classes['choosing']}>
        <Actions on={on} onGiven={() => setGiven(true)} />
        {props.handTo && <ForWhom choose={(client) => void props.handTo?.(client, leaflet, form)} />}
        <Recording
          recording={props.recording}
          form={form}
          leaflet={leaflet}
          choices={choices}
          given={given}
        />
        <Choosing
          directory={directory}
          choices={choices}
          leaflet={leaflet}
          change={change}
          needs={props.needs}
          mayAdd={props.mayAdd}
        />
        <Foot form={form} done={props.done} />
      </div>
      <div className={classes['preview']}>
        <Section title="How it looks" look="plain">
          <Paper on={on} size={leaflet.size} codes={leaflet.codes} at="preview" />
        </Section>
      </div>
      <PrintSheet>
        <Paper on={on} size={leaflet.size} codes={leaflet.codes} at="print" />
      </PrintSheet>
    </div>
  )
}
