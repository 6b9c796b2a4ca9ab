import { keepFaultWords } from './keepFaultWords.ts'
import type { Kept } from './formKeeper.ts'

/** Where what was typed is now. Quiet; only a fault raises its voice. */
export function KeptWords({ kept, resumed = false }: { kept: Kept; resumed?: boolean }) {
  switch (kept) {
    case 'untouched':
      return resumed ? <Quiet words="Taken up where it was left." /> : null
    case 'keeping':
      return <Quiet words="Keeping…" />
    case 'kept':
      return <Quiet words="Kept on this tablet, not saved to the file yet." />
    default:
      return <span role="alert">{keepFaultWords(kept)}</span>
  }
}

function Quiet({ words }: { words: string }) {
  return <span style={{ color: 'var(--quiet)', fontSize: '1rem' }}>{words}</span>
}
