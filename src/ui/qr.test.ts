import jsQR from 'jsqr'
import { describe, expect, test } from 'vitest'
import { qrMatrix, qrPath } from './qr.ts'

const SCALE = 4

/** The pixels that a screen would show. */
function drawn(matrix: readonly (readonly boolean[])[]) {
  const width = matrix.length * SCALE
  const pixels = new Uint8ClampedArray(width * width * 4)
  for (let at = 0; at < width * width; at += 1) {
    const [x, y] = [Math.floor((at % width) / SCALE), Math.floor(at / width / SCALE)]
    const shade = matrix[y]?.[x] ? 0 : 255
    pixels.set([shade, shade, shade, 255], at * 4)
  }
  return { pixels, width }
}

describe('a QR code', () => {
  test.each([
    'https://doorstep.example.org/services/019a8f00-0000-7000-8000-000000000008',
    'http://127.0.0.1:8080/services/019a8f00-0000-7000-8000-000000000008',
  ])('is read as the very address: %s', (address) => {
    const { pixels, width } = drawn(qrMatrix(address))
    expect(jsQR(pixels, width, width)?.data).toBe(address)
  })

  test('has its quiet zone', () => {
    const matrix = qrMatrix('x')
    expect(matrix.slice(0, 4).flat().includes(true)).toBe(false)
    expect(matrix.every((row) => !row.slice(-4).includes(true))).toBe(true)
  })

  test('is drawn as bars, each as long as it is dark', () => {
    expect(
      qrPath([
        [true, true, false],
        [false, false, true],
      ]),
    ).toBe('M0 0h2v1h-2zM2 1h1v1h-1z')
  })
})
