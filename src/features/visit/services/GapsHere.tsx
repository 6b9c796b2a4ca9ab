import { Button, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { VisitGap } from '#domain/visit/visitDraft.ts'
import { newId } from '#store/ids.ts'
import { useRecords } from '#store/react.ts'
import { Taps } from '#ui/Taps.tsx'
import * as codes from '#words/codes.ts'
import { areaInWords } from '../plan/areas.ts'
import { useVisitWork } from '../VisitWork.tsx'
import classes from './Services.module.css'

/** The gaps of this visit: a tap more takes one back. Finishing writes them down, each in the name of its own id. */
function useGaps() {
  const { draft, change } = useVisitWork()
  const gaps = draft.gaps ?? []
  const set = (next: (gaps: VisitGap[]) => VisitGap[]) =>
    change((now) => ({ ...now, gaps: next(now.gaps ?? []) }))
  return {
    gaps,
    toggle: (said: Omit<VisitGap, 'id'>) =>
      set((now) => {
        const others = now.filter((gap) => !isSame(gap, said))
        return others.length < now.length ? others : [...others, { id: newId(), ...said }]
      }),
    takeBack: (id: string) => set((now) => now.filter((gap) => gap.id !== id)),
    say: (id: string, wanted: string) =>
      change(
        (now) => ({
          ...now,
          gaps: (now.gaps ?? []).map((gap) => (gap.id === id ? { ...gap, wanted } : gap)),
        }),
        'typing',
      ),
    has: (said: Omit<VisitGap, 'id'>) => gaps.some((gap) => isSame(gap, said)),
  }
}

function isSame(gap: VisitGap, said: Omit<VisitGap, 'id'>): boolean {
  return (
    gap.service === said.service &&
    gap.why === said.why &&
    (said.service !== undefined || gap.need === said.need)
  )
}

/** For each area that the plan has needs in, or that is looked through: one tap says that nothing fits. */
export function NothingFitsNeed({ areas: looked, typed }: { areas: readonly string[]; typed: string }) {
  const { needs } = useVisitWork().draft.plan
  const { gaps, toggle } = useGaps()
  const areas = [...new Set([...needs.map((need) => need.area), ...looked])]
  if (areas.length === 0) return null
  const none = gaps.filter(({ service }) => service === undefined)
  const wanted = typed.trim()
  return (
    <fieldset className={classes['nothingFits']}>
      <legend>Nothing fits?</legend>
      <p className={classes['quiet']}>
        One tap writes it down, so that the gap is seen. Nothing in it says whose need it is.
      </p>
      <Taps
        label="Nothing fits"
        look="rows"
        taps={areas.map((each) => ({ key: each, label: `Nothing fits: ${areaInWords(each)}` }))}
        chosen={none.map(({ need }) => need)}
        onTap={(need) => toggle({ need, why: 'nothing-found', ...(wanted === '' ? {} : { wanted }) })}
      />
    </fieldset>
  )
}

/** A service that would have fitted: one tap says why it does not. */
export function WouldHaveFitted({ service, need, name }: { service: string; need: string; name: string }) {
  const { has, toggle } = useGaps()
  return (
    <div className={classes['buttons']}>
      {(['full', 'too-far'] as const).map((why) => {
        const said = { need, why, service }
        const pressed = has(said)
        return (
          <Button
            key={why}
            variant={pressed ? 'light' : 'subtle'}
            size="compact-md"
            aria-pressed={pressed}
            aria-label={`${shortly[why]}: ${name}`}
            onClick={() => toggle(said)}
          >
            {pressed ? `${shortly[why]} – written down` : shortly[why]}
          </Button>
        )
      })}
    </div>
  )
}

const shortly = { full: 'Full', 'too-far': 'Too far' } as const

/** What was missing on this visit, to be said more of, or taken back. */
export function GapsNoted() {
  const { gaps, takeBack, say } = useGaps()
  const services = useRecords('service')
  if (gaps.length === 0) return null
  const nameOf = (id: string) => services?.find((each) => each.id === id)?.body.name ?? 'A service'
  return (
    <section aria-labelledby="gaps-noted">
      <h2 id="gaps-noted" className={classes['heading']}>
        Missing today
      </h2>
      <ul className={classes['list']}>
        {gaps.map(({ id, need, why, service, wanted }) => {
          const title = `${areaInWords(need)}: ${codes.wordFor(codes.gapReason, why)?.toLowerCase() ?? why}`
          return (
            <li key={id} className={classes['card']}>
              <div className={classes['head']}>
                <div>
                  <strong>{title}</strong>
                  {service !== undefined && <p className={classes['quiet']}>{nameOf(service)}</p>}
                </div>
                <Button
                  variant="subtle"
                  size="compact-md"
                  leftSection={<IconTrash size={20} aria-hidden />}
                  aria-label={`Take back: ${title}`}
                  onClick={() => takeBack(id)}
                >
                  Take back
                </Button>
              </div>
              <TextInput
                label="What would have fitted"
                description="For example a gardening group. No names"
                value={wanted ?? ''}
                autoComplete="off"
                onChange={({ currentTarget: { value } }) => say(id, value)}
              />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
