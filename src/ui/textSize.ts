/** How large text is, on this device: kept in the browser, because it has to hold before anybody has unlocked. */
export const textSizes = ['normal', 'large', 'largest'] as const
export type TextSize = (typeof textSizes)[number]

const scale: Record<TextSize, string> = { normal: '100%', large: '115%', largest: '135%' }
const key = 'doorstep-text-size'

export function readTextSize(): TextSize {
  const kept = localStorage.getItem(key)
  return textSizes.find((size) => size === kept) ?? 'normal'
}

export function chooseTextSize(size: TextSize) {
  localStorage.setItem(key, size)
  applyTextSize()
}

export function applyTextSize() {
  document.documentElement.style.setProperty('--text-size', scale[readTextSize()])
}
