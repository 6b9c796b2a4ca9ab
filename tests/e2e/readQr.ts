import jsQR from 'jsqr'
import type { Locator } from 'playwright-core'

/** What a telephone's camera reads off the screen: the picture of a part of it, decoded. Null where there is no code. */
export async function readQr(shown: Locator): Promise<string | null> {
  const png = (await shown.screenshot()).toString('base64')
  // The browser unpacks the picture, on an empty page that knows nothing of the app.
  const page = await shown.page().context().newPage()
  try {
    const { width, height, pixels } = await page.evaluate(unpack, `data:image/png;base64,${png}`)
    return jsQR(Uint8ClampedArray.from(pixels), width, height)?.data ?? null
  } finally {
    await page.close()
  }
}

async function unpack(address: string) {
  const picture = new Image()
  picture.src = address
  await picture.decode()
  const { width, height } = picture
  const drawing = new OffscreenCanvas(width, height).getContext('2d')
  if (!drawing) throw new Error('No canvas')
  drawing.drawImage(picture, 0, 0)
  return { width, height, pixels: [...drawing.getImageData(0, 0, width, height).data] }
}
