import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

const handedOut = new Set<number>()

/**
 * Where any port is taken from: below those that a system gives to its own connections, one of which could take a port
 * before its server is up.
 */
const ANY = { from: 10_000, to: 32_000 }
const TRIES = 200

/** The wanted port of this computer when nobody uses it, else the next free one. 0 asks for any free port. */
export async function freePort(wanted = 0): Promise<number> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const port = wanted === 0 ? randomInt(ANY.from, ANY.to) : wanted + attempt
    if (handedOut.has(port) || !(await isFree(port))) continue
    handedOut.add(port)
    return port
  }
  throw new Error(wanted === 0 ? 'No free port' : `No free port between ${wanted} and ${wanted + TRIES - 1}`)
}

/** A port for each of `count` servers: the wanted one and those after it, or any. */
export async function freePorts(count: number, wanted?: number): Promise<readonly number[]> {
  const ports: number[] = []
  for (let i = 0; i < count; i++) ports.push(await freePort(wanted === undefined ? 0 : wanted + i))
  return ports
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}
