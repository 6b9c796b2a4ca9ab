import { encode } from 'uqr'

/** Light modules on every side, as ISO/IEC 18004 asks for: without them a camera doesn't find the code. */
const QUIET = 4

/** The modules of a QR code, row by row, true for dark, with the quiet zone around them. */
export function qrMatrix(text: string): boolean[][] {
  return encode(text, { ecc: 'M', border: QUIET }).data
}

/** The dark modules as one path of an SVG in which a module is one unit; neighbours in a row are one bar. */
export function qrPath(matrix: readonly (readonly boolean[])[]): string {
  return matrix
    .flatMap((row, y) => barsOf(row).map(({ x, width }) => `M${x} ${y}h${width}v1h-${width}z`))
    .join('')
}

function barsOf(row: readonly boolean[]): { x: number; width: number }[] {
  const bars: { x: number; width: number }[] = []
  for (const [x, dark] of row.entries()) {
    const last = bars.at(-1)
    if (!dark) continue
    if (last && last.x + last.width === x) last.width += 1
    else bars.push({ x, width: 1 })
  }
  return bars
}
