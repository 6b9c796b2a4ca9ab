import { pokeSchema } from '#protocol/sync.ts'
import type { Device } from './service.ts'

/** Reads a stream as it comes; `next` waits for the next poke, `ended` for the end. */
export async function listen(device: Device) {
  const response = await device.call('/api/sync/pokes', { headers: { 'accept-encoding': 'br, gzip' } })
  if (response.status !== 200) throw new Error(`The stream answered ${response.status}`)
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (!reader) throw new Error('The stream has no body')
  let text = ''
  let read = 0
  const pokes = () =>
    [...text.matchAll(/^data: (.*)$/gm)].map(([, json = '']) => pokeSchema.parse(JSON.parse(json)))
  const more = async (): Promise<boolean> => {
    const { done, value } = await reader.read()
    text += value ?? ''
    return !done
  }
  return {
    response,
    text: () => text,
    next: async () => {
      while (pokes().length <= read && (await more()));
      return pokes()[read++]
    },
    ended: async () => {
      while (await more());
    },
  }
}
