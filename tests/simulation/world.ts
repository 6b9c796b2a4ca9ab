import { Clockwork } from './clockwork.ts'
import { Device } from './device.ts'
import type { RealWork } from './realWork.ts'
import { alterMember, review } from './managing.ts'
import { readHistory } from './laws/stored.ts'
import { randomOf } from './random.ts'
import { Server } from './server.ts'
import type { History, Step } from './steps.ts'
import { save } from './saving.ts'
import { decideRefused } from './refused.ts'
import { discardDraft, finishDraft, writeDraft } from './drafting.ts'
import { Witness } from './witness.ts'

/** `template`: the database that every history begins with. */
export interface Beginning {
  template: Buffer
  realWork: RealWork
}

/** Everything that a history happens to. */
export class World {
  readonly clockwork: Clockwork
  readonly witness = new Witness()
  readonly server: Server
  readonly devices: Device[]
  /** Saves begun so far: each writes something of its own. */
  saves = 0

  private constructor(history: History, server: Server, clockwork: Clockwork) {
    this.clockwork = clockwork
    this.server = server
    const around = { clockwork, server, witness: this.witness }
    this.devices = history.devices.map((person, at) => new Device(at, person, history.seed, around))
  }

  static async begin(history: History, { template, realWork }: Beginning): Promise<World> {
    const clockwork = new Clockwork(realWork)
    const world = new World(history, await Server.start(template, clockwork, history.seed), clockwork)
    for (const device of world.devices) void device.openTab()
    await clockwork.runDry()
    return world
  }

  /** Begins what the step says. What takes its time goes on by itself, while the clock runs. */
  async play(step: Step): Promise<void> {
    if ('device' in step) {
      const device = this.devices[step.device]
      if (device) void this.#playOn(device, step)
      return
    }
    switch (step.do) {
      case 'killServer':
        return this.server.killAt(step.statements, step.down)
      case 'alterMember':
        return alterMember(this, step)
      case 'review':
        return review(this, step)
      case 'backup':
        return this.server.backUp()
      case 'restoreBackup':
        return this.#restoreBackup()
    }
  }

  async #restoreBackup(): Promise<void> {
    const replaced = await this.server.restore()
    if (replaced) this.witness.forgotten(readHistory(replaced))
  }

  async #playOn(device: Device, step: Extract<Step, { device: number }>): Promise<void> {
    device.random = randomOf(step.salt)
    switch (step.do) {
      case 'save':
        return save(this, device, step.act)
      case 'writeDraft':
        return writeDraft(this, device)
      case 'finishDraft':
        return finishDraft(this, device)
      case 'discardDraft':
        return discardDraft(this, device)
      case 'sendAgain':
      case 'discard':
        return decideRefused(this, device, step.do)
      case 'sync':
        device.weather = step.weather
        if (!device.leader) await device.openTab()
        await device.leader?.round()
        return
      case 'kill':
        device.anyTab()?.kill()
        await device.openTab()
        return
      case 'lock':
        await device.anyTab()?.lock()
        await device.openTab()
        return
      case 'secondTab':
        if (device.tabs.filter(({ alive }) => alive).length < 2) await device.openTab()
        return
      case 'disk':
        device.disk.fault = step.fault
        return
      case 'clock':
        device.skew = step.skew
        return
      case 'build':
        device.build = step.build
    }
  }
}
