// Two merchants over the real wire against the emulator: `shop`, whose members have wallets, and the marketplace `market`.
import { randomUUID } from 'node:crypto'
import { type FaultInput, MARKETPLACE_SEED, type Sandbox, startSandbox } from '@craftgate-commerce/sandbox'
import { type CraftgateClient, createClient } from '../../client'
import { silentLogger } from '../../logger'
import { createMembers, type Members } from '../../members'
import type { MerchantOptions } from '../../options/options'
import { MemoryPlatform } from '../../testing'
import { createWallets, type WalletsParts } from '..'
import type { Wallets } from '../wallets'

const deadlines = { readMs: 5000, startMs: 5000, moneyMs: 5000 }
const webhookKey = 'hook'

/** Members of the seed. */
export const AYSE = 11
export const WITHOUT_WALLET = 12
export const SELLER = 1
export const OTHER_SELLER = 2

export class WalletShop {
  platform = new MemoryPlatform()
  private clients: Record<string, CraftgateClient> = {}

  private constructor(readonly sandbox: Sandbox) {}

  static async start(): Promise<WalletShop> {
    const merchants = MARKETPLACE_SEED.merchants.map((merchant) => ({ ...merchant, webhookKey }))
    const clock = new Date('2026-03-02T09:00:00Z')
    return new WalletShop(await startSandbox({ clock, timeScale: 0, seed: { merchants } }))
  }

  async reset(): Promise<void> {
    await this.closeClients()
    this.sandbox.control.reset()
    this.platform = new MemoryPlatform({ clock: this.clock })
    const [market, shop] = MARKETPLACE_SEED.merchants.map(({ apiKey, secretKey }) =>
      createClient(
        { apiKey, secretKey, webhookKey, environment: this.sandbox.url },
        { deadlines, retry: { firstDelayMs: 1, longestDelayMs: 1 } },
      ),
    )
    if (market && shop) this.clients = { market, shop }
  }

  async close(): Promise<void> {
    await this.closeClients()
    await this.sandbox.close()
  }

  /** Of `market`, as the emulator's controls name it. */
  readonly marketKey = MARKETPLACE_SEED.merchants[0]?.apiKey

  readonly clock = (): Date => this.sandbox.control.clock.now()

  /** By the name of the merchant, or by its account. */
  readonly clientFor = (name: string): CraftgateClient => {
    const client = this.clients[name.split(':')[0] ?? '']
    if (client === undefined) throw new Error(`There is no merchant ${name}`)
    return client
  }

  parts(platform: WalletsParts['platform'] = this.platform): WalletsParts {
    const keys: MerchantOptions = { apiKey: 'k', secretKey: 's', webhookKey, environment: 'sandbox' }
    return {
      ...{ platform, clientFor: this.clientFor, fingerprintOf: () => 'first', logger: silentLogger },
      options: {
        ...{ merchants: { market: keys, shop: keys }, deadlines },
        ...{ publicUrl: 'https://shop.example.com', basePath: '/craftgate' },
        ...{ partialRefunds: 'proportional', reconcileAfterSeconds: 0 },
      },
      ...{ clock: this.clock, newKey: randomUUID, pause: async () => {} },
    }
  }

  wallets(platform?: WalletsParts['platform']): Wallets {
    return createWallets(this.parts(platform))
  }

  /** Of the shop of this name; of one without wallets when there is none. */
  members(shop: string | undefined): Members {
    return createMembers({ clientFor: this.clientFor, shop, clock: this.clock })
  }

  /** The next POST to a path that starts so. */
  breakNext(path: string, kind: FaultInput['kind']): void {
    this.sandbox.control.faults.add({ match: { method: 'POST', path }, kind, times: 1 })
  }

  /** Nothing but a question tells then what became of a request. */
  forgetKeys(): void {
    this.sandbox.control.idempotency.set({ forgetAfterSeconds: 0 })
  }

  /** How many POSTs arrived at paths that end so. */
  sentTo(path: string): number {
    const posts = this.sandbox.control.requests().filter(({ method }) => method === 'POST')
    return posts.filter((request) => request.path.endsWith(path)).length
  }

  private async closeClients(): Promise<void> {
    await Promise.all(Object.values(this.clients).map((client) => client.close()))
  }
}
