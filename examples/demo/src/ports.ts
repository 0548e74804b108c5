import { createServer } from 'node:net'

const handedOut = new Set<number>()

/** The wanted port of this computer when nobody uses it, else the next free one. 0 asks for any free port. */
export async function freePort(wanted = 0): Promise<number> {
  for (let port = wanted; port < wanted + 200; port += wanted === 0 ? 0 : 1) {
    const free = await tryPort(port)
    if (free === undefined || handedOut.has(free)) continue
    handedOut.add(free)
    return free
  }
  throw new Error(`No free port between ${wanted} and ${wanted + 199}`)
}

/** A port for each of `count` servers: the wanted one and those after it, or any. */
export async function freePorts(count: number, wanted?: number): Promise<readonly number[]> {
  const ports: number[] = []
  for (let i = 0; i < count; i++) ports.push(await freePort(wanted === undefined ? 0 : wanted + i))
  return ports
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(undefined))
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : undefined))
    })
  })
}
