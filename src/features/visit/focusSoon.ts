/** Moves the focus to what is about to be drawn. */
export function focusSoon(id: string): void {
  requestAnimationFrame(() => {
    const target = document.getElementById(id)
    const field = target?.matches('input, select, textarea, button, [tabindex]')
      ? target
      : target?.querySelector<HTMLElement>('input, select, textarea, button')
    ;(field ?? target)?.focus()
    target?.scrollIntoView({ block: 'center' })
  })
}
