/** How large text is, on this device: kept in the browser, because it has to hold before anybody has unlocked. */
export const textSizes = ['normal', 'large', 'largest'] as const
export type TextSize = (typeof textSizes)[number]

const scale: Record<TextSize, number> = { normal: 1, large: 1.15, largest: 1.35 }
const key = 'doorstep-text-size'

export function readTextSize(): TextSize {
  const kept = localStorage.getItem(key)
  return textSizes.find((size) => size === kept) ?? 'normal'
}

/** How much larger than usual. Media queries do not know of it: multiply what they ask for. */
export function textScale(): number {
  return scale[readTextSize()]
}

export function chooseTextSize(size: TextSize) {
  localStorage.setItem(key, size)
  applyTextSize()
}

export function applyTextSize() {
  document.documentElement.style.setProperty('--text-size', `${textScale() * 100}%`)
}
