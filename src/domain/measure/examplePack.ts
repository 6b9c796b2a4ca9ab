import type { Pack } from './pack.ts'

/** A pack to begin from: plainly made up, with everything that a pack can say. */
export const examplePack: Pack = {
  format: 'doorstep-instrument-1',
  measure: 'garden-ease',
  version: '1',
  name: 'Garden',
  title: 'Ease in the garden (example)',
  licence: {
    holder: 'The name of your service',
    reference: 'The number of your licence',
    notice: '© Nobody. Made up as an example.',
  },
  recall: 'the last four weeks',
  instructions: 'Think of your garden in the last four weeks.',
  answers: [
    { score: 0, words: 'Not once' },
    { score: 1, words: 'Now and then' },
    { score: 2, words: 'Most days' },
  ],
  items: [
    { words: 'The spade felt light' },
    { words: 'The weeds had the upper hand', reverse: true },
    { words: 'The robin stayed to watch' },
  ],
  caution: 'From 0 to 10. It says nothing about your roses.',
  scores: [
    {
      name: 'Ease',
      how: 'sum',
      items: [1, 2, 3],
      mayMiss: 0,
      conversion: { 0: 0, 1: 1.5, 2: 3.1, 3: 4.8, 4: 6.6, 5: 8.2, 6: 10 },
      direction: 'higher-is-better',
      bands: [
        { from: 0, words: 'hard going' },
        { from: 5, words: 'easy going' },
      ],
      bandNote: 'The bands are made up too.',
      change: { group: 1, individual: { low: 2, high: 3 }, source: 'Made up' },
    },
  ],
}
