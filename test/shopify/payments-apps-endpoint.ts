import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface MutationAnswer {
  readonly status: number
  readonly body: string
}

const userErrors = (...errors: readonly object[]): MutationAnswer => ({
  status: 200,
  body: JSON.stringify({ data: { result: { session: null, userErrors: errors } } }),
})

export const ACCEPTED: MutationAnswer = {
  status: 200,
  body: JSON.stringify({ data: { result: { session: { id: 'gid' }, userErrors: [] } } }),
}

export const userError = (code: string): MutationAnswer => userErrors({ code, message: `It is ${code}` })

/** The Payments Apps API of every shop, in small: each call gets the next answer, the last one stays. */
export async function startPaymentsAppsEndpoint() {
  let answers: readonly MutationAnswer[] = [ACCEPTED]
  const calls: string[] = []
  const server = createServer(async (request, response) => {
    for await (const _ of request);
    calls.push(request.url ?? '')
    const [answer = ACCEPTED, ...rest] = answers
    if (rest.length > 0) answers = rest
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    /** Paths that were called. */
    calls,
    answerWith(...next: readonly MutationAnswer[]) {
      answers = next
    },
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

export type PaymentsAppsEndpoint = Awaited<ReturnType<typeof startPaymentsAppsEndpoint>>
