import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

interface Asked {
  readonly refresh_token?: string
  readonly code?: string
}

/**
 * Shopify's token endpoint, in small: a refresh token gives a new pair and stays good until its replacement is used.
 * `mood` plays what goes wrong.
 */
export async function startTokenEndpoint() {
  const good = new Map<string, string | undefined>([['shprt_0', undefined]])
  let held: Promise<void> | undefined
  const state = { mood: 'good' as 'good' | 'broken' | 'refuses' | 'hangs up', asked: 0, given: 0, pauseMs: 0 }
  const pair = (replaces?: string) => {
    state.given += 1
    good.set(`shprt_${state.given}`, replaces)
    return {
      access_token: `shpat_${state.given}`,
      scope: 'write_payment_gateways,write_payment_sessions',
      expires_in: 3600,
      refresh_token: `shprt_${state.given}`,
      refresh_token_expires_in: 7_776_000,
    }
  }
  const answer = ({ refresh_token: token }: Asked) => {
    if (token === undefined) return pair()
    if (!good.has(token)) return undefined
    const replaced = good.get(token)
    if (replaced) good.delete(replaced)
    return pair(token)
  }
  const server = createServer(async (request, response) => {
    state.asked += 1
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const given =
      state.mood === 'refuses' || state.mood === 'broken'
        ? undefined
        : answer(JSON.parse(Buffer.concat(parts).toString()))
    await held
    if (state.pauseMs > 0) await new Promise((done) => setTimeout(done, state.pauseMs))
    if (state.mood === 'hangs up') return void request.socket.destroy()
    const status = given ? 200 : state.mood === 'broken' ? 503 : 400
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(given ?? { error: 'invalid_grant', error_description: 'shprt_0 is no good' }))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    state,
    /** Refresh tokens that Shopify would take. */
    good,
    /** Answers wait until what this returns is called. */
    hold() {
      let release = () => {}
      held = new Promise((resolve) => {
        release = resolve
      })
      return () => release()
    },
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise<void>((done) => server.close(() => done())),
  }
}

export type TokenEndpoint = Awaited<ReturnType<typeof startTokenEndpoint>>
