import classes from './Bars.module.css'

export interface Bar {
  /** Told apart by it. */
  key: string
  label: string
  /** Null where the number is too small to be told. */
  count: number | null
}

/** Numbers to look at rather than to read: a row each, as long as its share of the largest. */
export function Bars({ bars, label }: { bars: readonly Bar[]; label: string }) {
  const most = Math.max(1, ...bars.map(({ count }) => count ?? 0))
  return (
    <ul className={classes['bars']} aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.key} className={classes['bar']}>
          <span className={classes['label']}>{bar.label}</span>
          <span className={classes['count']}>{bar.count ?? 'not told'}</span>
          <span className={classes['track']} aria-hidden>
            <span className={classes['fill']} style={{ inlineSize: `${(100 * (bar.count ?? 0)) / most}%` }} />
          </span>
        </li>
      ))}
    </ul>
  )
}
