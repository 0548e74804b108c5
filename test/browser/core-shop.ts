import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  type CraftgateCommerce,
  type CraftgateOptions,
  createCraftgateCommerce,
  type OrderSnapshot,
} from '@craftgate-commerce/core'
import { type MethodName, serveNode, silentLogger } from '@craftgate-commerce/core/adapter'
import { MemoryPlatform } from '@craftgate-commerce/core/testing'
import type { Sandbox } from '@craftgate-commerce/sandbox'

const BUYER = 'customer-7'

const ORDER: OrderSnapshot = {
  number: 'T-1001',
  currency: 'TRY',
  total: 124_990,
  pricesIncludeTax: true,
  locale: 'tr',
  lines: [{ externalId: 'line-1', name: 'Halı', quantity: 1, unitPrice: 124_990 }],
  shipping: [],
  fees: [],
  discounts: [],
  credits: [],
  buyer: { id: BUYER, hasAccount: true, email: 'ada@example.com', phone: '+905551112233' },
}

type Merchant = CraftgateOptions['merchants'][string]

interface ShopPage {
  readonly body: string
  readonly headers?: Readonly<Record<string, string>>
}

const ORDER_PAGE: ShopPage = { body: '<!doctype html><html lang="tr"><title>Dükkân</title><h1>Order</h1>' }

/** A shop of one order that is core and an HTTP server, and nothing of a shop platform. Its buyer is logged in. */
export class CoreShop {
  platform = new MemoryPlatform()
  /** Of the shop's own, by path; every other path is the page that a shopper comes back to. */
  readonly pages = new Map<string, ShopPage>()
  private commerce: CraftgateCommerce | undefined

  private constructor(
    private readonly server: Server,
    private readonly sandbox: Sandbox,
  ) {
    server.on('request', (request, response) => {
      if (!request.url?.startsWith('/craftgate/')) {
        const page = this.pages.get(request.url ?? '') ?? ORDER_PAGE
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...page.headers })
        response.end(page.body)
        return
      }
      if (this.commerce)
        void serveNode(this.commerce, { request, response, mountUrl: this.url, shopper: BUYER }, silentLogger)
    })
  }

  static async start(sandbox: Sandbox): Promise<CoreShop> {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    return new CoreShop(server, sandbox)
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  /** A pay link of a new order, in a shop whose merchant has these options too. */
  async linkBy(
    method: MethodName | undefined,
    more: Partial<Merchant>,
    checkout: CraftgateOptions['checkout'] = {},
  ): Promise<string> {
    await this.commerce?.close()
    this.platform = new MemoryPlatform({ returnUrl: `${this.url}/order` })
    this.platform.addOrder('o1', ORDER)
    const { apiKey, secretKey, webhookKey, callbackKey, url: environment } = this.sandbox
    const merchant = { apiKey, secretKey, webhookKey, callbackKey, environment, ...more }
    this.commerce = createCraftgateCommerce({
      options: {
        publicUrl: this.url,
        linkSecret: 'a secret of at least thirty-two characters',
        merchants: { tr: merchant },
        returnOrigins: [this.url],
        checkout,
      },
      platform: this.platform,
    })
    const expected = { minor: ORDER.total, currency: ORDER.currency }
    const sale = { reference: 's1', merchant: 'tr', order: 'o1', expected }
    const begun = await this.commerce.begin(sale)
    return method === undefined ? begun.payLink : begun.payLinkBy(method)
  }

  async close(): Promise<void> {
    await this.commerce?.close()
    this.server.close()
  }
}
