import { type LoadFnOutput, registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Patch } from './plant.ts'
import { plants } from './plants.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

/** Plants a bug into everything that this thread loads from here on. */
export function plantBug(name: string): { checkAllIsIn: () => void } {
  const plant = plants.find((one) => one.name === name)
  if (!plant) throw new Error(`There is no plant called ${name}; --plant list names them`)
  const left = new Set(plant.patches)
  registerHooks({
    load: (url, context, nextLoad) => {
      const loaded = nextLoad(url, context)
      const patches = plant.patches.filter(({ file }) => url === new URL(file, `file://${ROOT}`).href)
      if (patches.length === 0) return loaded
      const source = patches.reduce(planted, textOf(loaded.source))
      for (const patch of patches) left.delete(patch)
      return { ...loaded, source }
    },
  })
  return {
    checkAllIsIn: () => {
      if (left.size > 0) throw new Error(`Nothing loads ${[...left].map(({ file }) => file).join(', ')}`)
    },
  }
}

function textOf(source: LoadFnOutput['source']): string {
  if (source === undefined) throw new Error('A file without text cannot be planted in')
  return typeof source === 'string' ? source : new TextDecoder().decode(source)
}

/** A plant that no longer fits is a test that no longer tests: it fails loudly. */
function planted(source: string, { file, find, put }: Patch): string {
  const pieces = source.split(find)
  if (pieces.length !== 2)
    throw new Error(`${file} holds ${pieces.length - 1} times what is to be patched: ${find}`)
  return pieces.join(put)
}
