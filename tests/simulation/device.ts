import { people, type PersonName, type Somebody } from './cast.ts'
import { type Disk, emptyDisk } from './disk.ts'
import type { Line } from './network.ts'
import { idFrom, type Random, randomOf } from './random.ts'
import type { Build, Weather } from './steps.ts'
import { Tab } from './tab.ts'

type Around = Pick<Line, 'clockwork' | 'server' | 'witness'>

/** A device of one person: a disk that lasts, and the tabs that are open over it. */
export class Device {
  readonly at: number
  readonly id: string
  readonly person: Somebody
  readonly disk: Disk
  readonly line: Omit<Line, 'isAlive'>
  readonly app = 'simulated'
  random: Random = randomOf(0)
  weather: Weather = 'calm'
  build: Build = 'current'
  skew = 0
  tabs: Tab[] = []
  #made = 0

  constructor(at: number, person: PersonName, seed: number, around: Around) {
    this.at = at
    this.id = idFrom('device', seed, at)
    this.person = people[person]
    const random = () => this.random
    this.disk = emptyDisk(random)
    this.line = {
      ...around,
      device: at,
      person: this.person.id,
      random,
      weather: () => this.weather,
      build: () => this.build,
    }
  }

  clock = (): Date => new Date(this.line.clockwork.now + this.skew)

  newId = (): string => idFrom(this.id, (this.#made += 1))

  get leader(): Tab | undefined {
    return this.tabs.find((tab) => tab.alive)
  }

  /** One of the tabs that are open, as chance has it. */
  anyTab(): Tab | undefined {
    return this.random.pick(this.tabs.filter((tab) => tab.open))
  }

  async openTab(): Promise<boolean> {
    const tab = new Tab(this)
    this.tabs = [...this.tabs.filter(({ alive }) => alive), tab]
    const started = await tab.start()
    if (!started) tab.kill()
    return started
  }
}
