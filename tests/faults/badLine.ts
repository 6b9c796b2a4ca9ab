import { connect, createServer, type Server, type Socket } from 'node:net'

/**
 * What a bad line does to one connection: everything on it is `late` by so many milliseconds, and it ends for good once
 * `after` bytes went over one of its sides, in the middle of a sentence or not. None lasts.
 */
interface Trouble {
  late: number
  side: 'asked' | 'answered'
  after: number
}

export interface BadLine {
  /** Where browsers and devices reach the server through the line. */
  readonly url: string
  /** From now on trouble, or none. Connections that are open are ended, so that it is felt at once. */
  bad: (is: boolean) => void
  /** How many connections have met trouble so far. */
  troubles: () => number
  end: () => Promise<void>
}

/** A line to a server on this machine that delays, cuts and halves. `random` decides: 0 to 1, from a seed. */
export async function badLine(serverUrl: string, random: () => number): Promise<BadLine> {
  const open = new Set<Socket>()
  const to = Number(new URL(serverUrl).port)
  let isBad = false
  let troubles = 0
  const server = createServer((asking) => {
    if (isBad) troubles += 1
    const answering = connect(to, '127.0.0.1')
    for (const socket of [asking, answering]) keep(open, socket)
    join(asking, answering, isBad ? troubleFrom(random) : null)
  })
  const port = await listening(server)
  const cutAll = () => {
    for (const socket of open) socket.destroy()
  }
  return {
    url: `http://127.0.0.1:${port}`,
    bad: (is) => {
      isBad = is
      cutAll()
    },
    troubles: () => troubles,
    end: async () => {
      cutAll()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function troubleFrom(random: () => number): Trouble {
  return {
    late: random() < 0.3 ? 50 + random() * 400 : 0,
    side: random() < 0.5 ? 'asked' : 'answered',
    after: Math.floor(random() ** 2 * 6_000),
  }
}

function keep(open: Set<Socket>, socket: Socket): void {
  open.add(socket)
  socket.on('close', () => open.delete(socket))
  // A line that is cut is an error on both ends; that is what is wanted here.
  socket.on('error', () => socket.destroy())
}

function join(asking: Socket, answering: Socket, trouble: Trouble | null): void {
  const late = trouble?.late ?? 0
  const end = () => {
    asking.destroy()
    answering.destroy()
  }
  const limit = (side: Trouble['side']) => (trouble?.side === side ? trouble.after : Infinity)
  carry(asking, answering, limit('asked'), late, end)
  carry(answering, asking, limit('answered'), late, end)
}

/** Passes bytes on; those beyond the limit never arrive, and the line is dead from then on. */
function carry(from: Socket, to: Socket, limit: number, late: number, end: () => void): void {
  let passed = 0
  from.on('data', (bytes) => {
    const left = Math.min(bytes.length, Math.max(0, limit - passed))
    passed += bytes.length
    setTimeout(() => {
      if (!to.destroyed) to.write(bytes.subarray(0, left))
      if (left < bytes.length) setTimeout(end, 5)
    }, late)
  })
  from.on('close', () => setTimeout(end, late + 5))
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (address === null || typeof address === 'string') throw new Error('The line has no port')
      resolve(address.port)
    })
  })
}
