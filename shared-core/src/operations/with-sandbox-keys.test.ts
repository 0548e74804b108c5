// Craftgate documents that a key gives the first result, and nothing else about keys. Each rule of execute.ts holds
// whatever it means by the rest: every combination of the emulator's settings, each with the same faults.
import { type IdempotencySettings, type Sandbox, startSandbox, testCards } from '@craftgate-commerce/sandbox'
import { type CraftgateClient, createClient } from '../client'
import type { OperationResult } from '../commerce'
import { silentLogger } from '../logger'
import { MemoryPlatform } from '../testing'
import { createOperations, type Operations } from '.'
import { tl } from './testing/operations-harness'

const PARTS = '/payment/v1/refund-transactions'
const deadlines = { readMs: 5000, startMs: 5000, moneyMs: 5000 }
const FURTHER = { apiKey: 'further-key', secretKey: 'further-secret' }
const OWN = { apiKey: 'own-key', secretKey: 'own-secret' }

const flags = [true, false]
const COMBINATIONS: readonly IdempotencySettings[] = (['execute', 'refuse', 'wait'] as const).flatMap(
  (concurrent) =>
    flags.flatMap((rememberRefusals) =>
      flags.flatMap((rememberServerErrors) =>
        (['api-key', 'merchant'] as const).flatMap((boundTo) =>
          (['replay', 'refuse'] as const).flatMap((differentRequest) =>
            [60, 86_400].map((forgetAfterSeconds) => ({
              ...{ concurrent, rememberRefusals, rememberServerErrors },
              ...{ boundTo, differentRequest, forgetAfterSeconds },
            })),
          ),
        ),
      ),
    ),
)

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({
    ...{ clock: new Date('2026-03-02T09:00:00Z'), timeScale: 0 },
    seed: { merchants: [{ name: 'A', ...OWN, furtherKeys: [FURTHER] }] },
  })
})
afterAll(() => sandbox.close())

/** A shop with a payment of 100.00 TRY in one item, and the keys that it signs with. */
class Shop {
  readonly platform = new MemoryPlatform({ clock: () => sandbox.control.clock.now() })
  paymentId = 0
  private signsWith = OWN
  private readonly clients: CraftgateClient[] = []

  async pay(): Promise<void> {
    const card = {
      ...testCards.success,
      cardHolderName: 'Ada',
      expireYear: '2044',
      expireMonth: '07',
      cvc: '000',
    }
    const items = [{ name: 'Item', price: 100, externalId: 'item-1' }]
    const body = {
      price: 100,
      paidPrice: 100,
      installment: 1,
      currency: 'TRY',
      paymentGroup: 'PRODUCT',
      items,
      card,
    } as const
    this.paymentId = (await this.client().call('createPayment', { body })).id
  }

  changeApiKey(): void {
    this.signsWith = FURTHER
  }

  refund(minor: number): Promise<OperationResult> {
    const request = { account: 'tr:sandbox', paymentId: this.paymentId, key: 'r', amount: tl(minor) }
    return this.operations().refund(request)
  }

  async later(seconds: number) {
    await sandbox.control.clock.advance({ seconds })
    return this.operations().resumeOperations()
  }

  get moved(): string | undefined {
    return sandbox.control.payments().find(({ id }) => id === this.paymentId)?.refunded
  }

  get state(): string | undefined {
    return this.platform.operations.all()[0]?.state
  }

  async close(): Promise<void> {
    for (const client of this.clients) await client.close()
  }

  private operations(): Operations {
    const client = this.client()
    return createOperations({
      platform: this.platform,
      clientFor: () => client,
      fingerprintOf: () => this.signsWith.apiKey,
      options: {
        partialRefunds: 'proportional',
        chargeRefundsFromMe: false,
        deadlines,
        reconcileAfterSeconds: 0,
      },
      logger: silentLogger,
      clock: () => sandbox.control.clock.now(),
      pause: async () => {},
    })
  }

  private client(): CraftgateClient {
    const keys = { ...this.signsWith, webhookKey: 'webhook', environment: sandbox.url }
    const client = createClient(keys, { deadlines, retry: { firstDelayMs: 1, longestDelayMs: 1 } })
    this.clients.push(client)
    return client
  }
}

const breakNext = (kind: 'drop-before' | 'drop-after-commit' | 'status' | 'status-after-commit', times = 1) =>
  sandbox.control.faults.add({ match: { path: PARTS }, kind, times })

interface Story {
  readonly name: string
  readonly play: (shop: Shop) => Promise<unknown>
}

const STORIES: readonly Story[] = [
  {
    name: 'a connection that is cut before the work',
    play: async (shop) => {
      breakNext('drop-before')
      await shop.refund(5000)
    },
  },
  {
    name: 'a connection that is cut after the work',
    play: async (shop) => {
      breakNext('drop-after-commit')
      await shop.refund(5000)
    },
  },
  {
    name: 'a 5xx in place of the work',
    play: async (shop) => {
      breakNext('status')
      await shop.refund(5000)
      await shop.later(61)
    },
  },
  {
    name: 'a 5xx after the work',
    play: async (shop) => {
      breakNext('status-after-commit')
      await shop.refund(5000)
    },
  },
  {
    name: 'a Craftgate that is that fails for a while',
    play: async (shop) => {
      breakNext('status', 4)
      await shop.refund(5000)
      await shop.later(61)
      await shop.later(61)
    },
  },
  {
    name: 'a change of the API key while the answer is lost',
    play: async (shop) => {
      breakNext('drop-before', 2)
      await shop.refund(5000)
      shop.changeApiKey()
      await shop.later(200)
      await shop.later(61)
    },
  },
  {
    name: 'a restart a day after the answer was lost',
    play: async (shop) => {
      breakNext('drop-before', 2)
      await shop.refund(5000)
      await shop.later(25 * 3600)
      await shop.later(61)
    },
  },
  {
    name: 'two clicks at once while the answer is lost',
    play: async (shop) => {
      breakNext('drop-after-commit')
      await Promise.all([shop.refund(5000), shop.refund(5000)])
    },
  },
]

test.each(STORIES)(
  'moves the money once, whatever keys mean: $name',
  async ({ play }) => {
    for (const settings of COMBINATIONS) {
      sandbox.control.reset()
      sandbox.control.idempotency.set(settings)
      const shop = new Shop()
      await shop.pay()
      await play(shop)
      expect({ settings, state: shop.state, moved: shop.moved }).toEqual({
        settings,
        state: 'done',
        moved: '50.00',
      })
      await shop.close()
    }
  },
  120_000,
)
