import type { History, Step } from './steps.ts'
import type { Breach } from './witness.ts'

/** What broke, after what, in plain words. */
export function describeFailure(history: History, breaches: readonly Breach[]): string {
  const [first, ...more] = breaches
  return [
    `Seed ${history.seed} breaks a law: ${first?.law}`,
    `  ${first?.found}`,
    ...more.slice(0, 4).map(({ law, found }) => `  also: ${law}: ${found}`),
    `Devices: ${history.devices.map((person, at) => `${at} ${person}'s`).join(', ')}`,
    `The shortest history that still breaks it (${history.steps.length} steps):`,
    ...history.steps.map((step) => `  ${momentOf(step)} ${sentenceOf(step)}`),
  ].join('\n')
}

function momentOf({ at }: Step): string {
  const seconds = Math.floor(at / 1000)
  const two = (n: number) => String(n).padStart(2, '0')
  const clock = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((n, i) =>
    i === 0 ? two(Math.floor(n) % 24) : two(Math.floor(n)),
  )
  return `day ${Math.floor(seconds / 86400)} +${clock.join(':')}.${String(at % 1000).padStart(3, '0')}`
}

function sentenceOf(step: Step): string {
  const who = 'device' in step ? `device ${step.device}` : 'elsewhere'
  switch (step.do) {
    case 'save':
      return `${who} saves: ${step.act}`
    case 'sync':
      return `${who} syncs, signal: ${step.weather}`
    case 'disk':
      return step.fault ? `${who}'s disk: ${step.fault}` : `${who}'s disk is well again`
    case 'clock':
      return `${who}'s clock is off by ${Math.round(step.skew / 86_400_000)} days`
    case 'build':
      return `${who} runs an app that is ${step.build}`
    case 'killServer':
      return `the server dies after ${step.statements} statements, for ${step.down} ms`
    default:
      return `${who}: ${step.do}`
  }
}
