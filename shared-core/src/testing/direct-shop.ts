// A shop whose shoppers pay by ways that core starts by API, over the real wire against the emulator.
import { createHmac } from 'node:crypto'
import {
  type Callback,
  type Sandbox,
  type SeedInput,
  Shopper,
  startSandbox,
  type TestCard,
} from '@craftgate-commerce/sandbox'
import type { BeginRequest, BeginResult, ClientInfo, CraftgateCommerce, SettleResult } from '../commerce'
import { createCraftgateCommerce } from '../create-craftgate-commerce'
import type { MethodName } from '../methods'
import type { CraftgateOptions } from '../options/options'
import type { CheckoutRecord } from '../platform'
import { MemoryPlatform } from './memory-platform'
import { harnessOptions, orderOf } from './shop-harness'

export class DirectShop {
  platform: MemoryPlatform
  commerce: CraftgateCommerce
  private options: Partial<CraftgateOptions> = {}
  /** Everything that was logged. */
  readonly logged: unknown[] = []

  private constructor(
    readonly sandbox: Sandbox,
    private readonly language: 'tr' | 'en',
  ) {
    this.platform = this.withOrder()
    this.commerce = this.openShop()
  }

  /** A shop whose shoppers read this language. */
  static async start(language: 'tr' | 'en' = 'tr', seed?: SeedInput): Promise<DirectShop> {
    const sandbox = await startSandbox({ clock: new Date('2026-03-02T09:00:00Z'), timeScale: 0, seed })
    return new DirectShop(sandbox, language)
  }

  /** One order of 1,249.90 in an empty shop at an empty Craftgate. */
  async reset(checkout: CraftgateOptions['checkout'] = {}): Promise<void> {
    await this.commerce.close()
    this.sandbox.control.reset()
    this.logged.length = 0
    this.platform = this.withOrder()
    this.options = { checkout }
    this.commerce = this.openShop()
  }

  /** The same shop with other options. */
  async reopen(over: Partial<CraftgateOptions>): Promise<void> {
    await this.commerce.close()
    this.options = over
    this.commerce = this.openShop()
  }

  async close(): Promise<void> {
    await this.commerce.close()
    await this.sandbox.close()
  }

  begin(over: Partial<BeginRequest> = {}): Promise<BeginResult> {
    const { total: minor, currency } = this.platform.order('o1').snapshot
    const sale = { reference: 's1', merchant: 'tr', order: 'o1', expected: { minor, currency } }
    return this.commerce.begin({ ...sale, ...over })
  }

  async linkBy(method?: MethodName, over: Partial<BeginRequest> = {}): Promise<string> {
    const { payLink, payLinkBy } = await this.begin(over)
    return method ? payLinkBy(method) : payLink
  }

  open(link: string, client: ClientInfo = {}): Promise<Response> {
    return this.commerce.handle(new Request(link, { headers: { 'accept-language': this.language } }), client)
  }

  /** What the form of a page of core's sends. */
  send(
    link: string,
    fields: Record<string, string>,
    client: ClientInfo = {},
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const own = { 'accept-language': this.language, 'sec-fetch-site': 'same-origin' }
    return this.commerce.handle(
      new Request(link, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { ...own, ...headers },
      }),
      client,
    )
  }

  deliver({ url, fields }: Callback): Promise<Response> {
    return this.commerce.handle(new Request(url, { method: 'POST', body: new URLSearchParams(fields) }))
  }

  /** The emulator's newest event as Craftgate signs it; under another name when one is given. */
  notify(name?: string): Promise<Response> {
    const event = this.sandbox.control.webhooks.list().at(-1)
    if (event === undefined) throw new Error('Nothing happened that a webhook tells')
    const {
      eventType = name,
      eventTimestamp,
      status,
      payloadId,
    } = { ...event, eventType: name ?? event.eventType }
    const signed = `${eventType}${eventTimestamp}${status}${payloadId}`
    const signature = createHmac('sha256', this.sandbox.webhookKey).update(signed).digest('base64')
    return this.commerce.handle(
      new Request(`${harnessOptions.publicUrl}/craftgate/webhook`, {
        method: 'POST',
        body: JSON.stringify({ eventType, eventTimestamp, status, payloadId }),
        headers: { 'content-type': 'application/json', 'x-cg-signature-v1': signature },
      }),
    )
  }

  /** The newest attempt, or the one of this number. */
  async attempt(attempt?: number): Promise<CheckoutRecord> {
    const record = await this.platform.findCheckout({ reference: 's1', attempt })
    if (record === undefined) throw new Error('There is no such attempt')
    return record
  }

  async settle(): Promise<SettleResult> {
    return this.commerce.settle(await this.attempt())
  }

  /** A customer whose card Craftgate's page stored with an earlier order, now the buyer of `o1`. Of a shop that stores cards. */
  async ofCustomer(id: string, card: TestCard): Promise<void> {
    const buyer = { id, hasAccount: true }
    this.platform.addOrder('o0', orderOf(1_000, { buyer }))
    const expected = { minor: 1_000, currency: 'TRY' } as const
    const { payLink } = await this.commerce.begin({ reference: 's0', merchant: 'tr', order: 'o0', expected })
    const shopper = new Shopper()
    await shopper.open(locationOf(await this.open(payLink, { shopper: id })))
    const { callback } = await shopper.pay({ card, deliver: false })
    if (callback) await this.deliver(callback)
    const { cardUserKey } = this.platform.order('o0').payment?.facts ?? {}
    if (cardUserKey === undefined) throw new Error('The card was not stored')
    this.platform.order('o1').snapshot = orderOf(124_990, { buyer: { ...buyer, cardUserKey } })
  }

  /** What Craftgate was asked under this path. */
  calls(path: string) {
    return this.sandbox.control.requests().filter(({ path: at }) => at.endsWith(path))
  }

  private withOrder(): MemoryPlatform {
    const platform = new MemoryPlatform({ clock: () => this.sandbox.control.clock.now() })
    platform.addOrder('o1', orderOf(124_990))
    return platform
  }

  /** Another server of this shop, with its database; the caller closes it. */
  openShop(): CraftgateCommerce {
    const { apiKey, secretKey, webhookKey, callbackKey, url: environment } = this.sandbox
    const merchants = { tr: { apiKey, secretKey, webhookKey, callbackKey, environment } }
    const log = (message: string, facts?: unknown) => void this.logged.push(message, facts)
    const logger = { debug: log, info: log, warn: log, error: log }
    return createCraftgateCommerce({
      options: { ...harnessOptions, merchants, ...this.options },
      platform: this.platform,
      clock: () => this.sandbox.control.clock.now(),
      logger,
    })
  }
}

export const locationOf = (response: Response): string => response.headers.get('location') ?? ''

type Answer = Exclude<Parameters<Shopper['answerProvider']>[0], undefined>

/** The shopper at the page that the answer leads to. */
export async function atProvider(response: Response): Promise<Shopper> {
  const shopper = new Shopper()
  await shopper.open(locationOf(response))
  return shopper
}

/** The shopper at the provider's page, until it sends him back. */
export async function answerAt(
  url: string,
  outcome: Answer,
  choice: { readonly installment?: number } = {},
): Promise<Callback> {
  const shopper = new Shopper()
  await shopper.open(url)
  const { callback } = await shopper.answerProvider(outcome, { deliver: false, ...choice })
  if (callback === undefined) throw new Error('The provider did not send the shopper back')
  return callback
}

/** The shopper at his bank, to whose page the answer leads, until the bank sends him back. */
export async function answerBank(response: Response, threeDS: 'ok' | 'wrong-code' = 'ok'): Promise<Callback> {
  const page =
    /https?:\/\/[^"'<>\s]+\/3ds\/[^"'<>\s]+/.exec(locationOf(response) || (await response.text()))?.[0] ?? ''
  const shopper = new Shopper()
  await shopper.open(page)
  const { callback } = await shopper.answerBank(threeDS, { deliver: false })
  if (callback === undefined) throw new Error('The bank did not send the shopper back')
  return callback
}
