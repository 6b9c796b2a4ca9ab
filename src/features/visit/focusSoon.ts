const PATIENCE_MS = 2000

/** Moves the focus to what is about to be drawn, which may still have to be fetched. */
export function focusSoon(id: string): void {
  const until = performance.now() + PATIENCE_MS
  const look = () => {
    const target = document.getElementById(id)
    if (target) focusOn(target)
    else if (performance.now() < until) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

function focusOn(target: HTMLElement): void {
  const field = target.matches('input, select, textarea, button, [tabindex]')
    ? target
    : target.querySelector<HTMLElement>('input, select, textarea, button')
  ;(field ?? target).focus()
  target.scrollIntoView({ block: 'center' })
}
