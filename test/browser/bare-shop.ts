import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createClient } from '@craftgate-commerce/core/client'
import type { Sandbox } from '@craftgate-commerce/sandbox'
import type { Page } from 'playwright-core'

/** A shop that is nothing but the address that a shopper goes back to. */
export class BareShop {
  private constructor(private readonly server: Server) {}

  /** Takes the shopper's return and leads on to the order, as every shop does. */
  static async start(): Promise<BareShop> {
    const server = createServer((request, answer) => {
      request.resume()
      if (request.method === 'POST') answer.writeHead(303, { location: '/order' }).end()
      else
        answer
          .setHeader('content-type', 'text/html')
          .end('<!doctype html><title>A shop</title><h1>Order</h1>')
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    return new BareShop(server)
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  close(): void {
    this.server.close()
  }

  /** Starts a payment page for one carpet. */
  async startPayment(
    { apiKey, secretKey, webhookKey, url }: Sandbox,
    enabledPaymentMethods?: NonNullable<InitRequest['enabledPaymentMethods']>,
  ): Promise<string> {
    const client = createClient({ apiKey, secretKey, webhookKey, environment: url })
    const { pageUrl } = await client.call('initCheckoutPayment', {
      body: {
        price: 1249.9,
        paidPrice: 1249.9,
        currency: 'TRY',
        paymentGroup: 'PRODUCT',
        callbackUrl: `${this.url}/callback`,
        masterpassGsmNumber: '905321112233',
        items: [{ name: 'Halı', price: 1249.9 }],
        ...(enabledPaymentMethods ? { enabledPaymentMethods } : {}),
      },
    })
    await client.close()
    return String(pageUrl)
  }
}

type InitRequest = import('@craftgate-commerce/openapi/operations').RequestBody<'initCheckoutPayment'>

/** The shopper is back at the shop. */
export const orderPage = (page: Page): Promise<void> => page.getByRole('heading', { name: 'Order' }).waitFor()
