import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Heard {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** A merchant's server for tests: writes down every post and answers with the given statuses, then 200. */
export class MerchantServer {
  readonly heard: Heard[] = []
  /** Answers of the next requests. */
  answers: number[] = []
  private constructor(private readonly server: Server) {}

  static async start(): Promise<MerchantServer> {
    const server = createServer()
    const merchant = new MerchantServer(server)
    server.on('request', async (request, response) => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(Buffer.from(chunk))
      const body = Buffer.concat(chunks).toString('utf8')
      merchant.heard.push({ path: request.url ?? '', headers: request.headers, body })
      response.statusCode = merchant.answers.shift() ?? 200
      response.end('ok')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return merchant
  }

  get url(): string {
    const { port } = this.server.address() as AddressInfo
    return `http://127.0.0.1:${port}`
  }

  at(path: string): readonly Heard[] {
    return this.heard.filter((heard) => heard.path === path)
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.server.close(() => resolve())
      this.server.closeAllConnections()
    })
  }
}
