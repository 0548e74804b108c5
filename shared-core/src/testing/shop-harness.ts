import type { OrderSnapshot } from '../basket/order-snapshot'
import { type Checkout, createCheckout } from '../checkout'
import type {
  BeginRequest,
  OperationRequest,
  OperationResult,
  ReconcilePart,
  SettleResult,
} from '../commerce'
import { createHttpHandler, type HttpHandler, payLink } from '../http'
import type { Logger } from '../logger'
import type { CraftgateOptions } from '../options/options'
import { parseOptions } from '../options/parse-configuration'
import type { CheckoutRecord, PaymentOperation, PaymentRef } from '../platform'
import { reconcile } from '../reconcile/reconcile'
import { Connections } from '../setup/connection'
import { createKnownPoses } from '../setup/known-poses'
import type { WalletOperation } from '../wallets/wallet-operation'
import { MemoryPlatform } from './memory-platform'
import { ScriptedCraftgate } from './scripted-craftgate'

export const harnessOptions: CraftgateOptions = {
  publicUrl: 'https://pay.shop.example.com',
  linkSecret: 'a secret of at least thirty-two characters',
  merchants: {
    tr: { apiKey: 'api', secretKey: 'secret', webhookKey: 'webhook-key-tr', environment: 'sandbox' },
    eu: { apiKey: 'api-eu', secretKey: 'secret-eu', webhookKey: 'webhook-key-eu', environment: 'sandbox' },
  },
  returnOrigins: ['https://shop.example.com'],
}

export const orderOf = (total: number, over: Partial<OrderSnapshot> = {}): OrderSnapshot => ({
  number: 'T-1001',
  currency: 'TRY',
  total,
  pricesIncludeTax: true,
  lines: [{ externalId: 'line-1', name: 'Bardak', quantity: 1, unitPrice: total }],
  shipping: [],
  fees: [],
  discounts: [],
  credits: [],
  buyer: { id: 'customer-7', email: 'ada@example.com', phone: '+905550000000' },
  locale: 'tr',
  ...over,
})

interface ResumeQuery {
  readonly before?: Date
  readonly payment?: PaymentRef
  readonly some?: (open: AsyncIterable<PaymentOperation>) => AsyncIterable<PaymentOperation>
}

/** A shop with one order, Craftgate as scripted, a clock that tests move, and everything that was logged. */
export class ShopHarness {
  now = new Date('2026-03-01T10:00:00Z')
  readonly logged: { readonly level: string; readonly message: string; readonly facts: unknown }[] = []
  readonly craftgate = new ScriptedCraftgate()
  readonly givenBack: OperationRequest[] = []
  giveBackAnswer: OperationResult['state'] | 'throws' = 'done'
  /** How often open money calls were followed. */
  resumed = 0
  resume = async (_query?: ResumeQuery): Promise<{ settled: number; problems: string[] }> => {
    this.resumed += 1
    return { settled: 0, problems: [] }
  }
  /** Transfers of which Craftgate knows. */
  readonly transfers: number[] = []
  readonly notedTransfers: number[] = []
  /** Operations of wallets that wait for their end, and the keys of those that were asked about. */
  readonly openWallets: WalletOperation[] = []
  readonly resumedWallets: string[] = []
  readonly platform: MemoryPlatform
  readonly checkout: Checkout
  readonly inbound: HttpHandler
  /** What the rooms were put together from. */
  readonly shared

  constructor(over: Partial<CraftgateOptions> = {}) {
    const options = parseOptions({ ...harnessOptions, ...over })
    const clock = () => this.now
    this.platform = new MemoryPlatform({ clock })
    this.platform.addOrder('order-1', orderOf(10_000))
    this.shared = {
      options,
      platform: this.platform,
      clock,
      logger: this.logger(),
      clientFor: () => this.craftgate.client,
      refundEverything: (request: OperationRequest) => this.giveBack(request),
      resumeOperations: (query?: ResumeQuery) => this.resume(query),
      noteTransfer: async (_account: string, id: number) => this.noteTransfer(id),
      payoutCompleted: async () => false,
      connections: new Connections(clock),
      pause: async (ms: number) => {
        this.now = new Date(this.now.getTime() + ms)
      },
    }
    this.checkout = createCheckout(this.shared)
    const { read: readPoses } = createKnownPoses(this.shared)
    this.inbound = createHttpHandler({
      ...{ ...this.shared, ...this.checkout, readPoses },
      resumeWallets: (isMeant) => this.resumeWallets(isMeant),
    })
  }

  private noteTransfer(id: number): boolean {
    if (!this.transfers.includes(id)) return false
    this.notedTransfers.push(id)
    return true
  }

  private async resumeWallets(isMeant: (operation: WalletOperation) => boolean) {
    const meant = this.openWallets.filter(isMeant)
    this.resumedWallets.push(...meant.map(({ key }) => key))
    return { found: meant.length, problems: [] }
  }

  reconcile(part?: ReconcilePart) {
    const resumeWallets = async () => ({ settled: 0, problems: [] })
    const approveDelivered = async () => {}
    return reconcile({ ...this.shared, ...this.checkout, resumeWallets, approveDelivered }, part)
  }

  sale(over: Partial<BeginRequest> = {}): BeginRequest {
    const { snapshot } = this.platform.order('order-1')
    const expected = { minor: snapshot.total, currency: snapshot.currency }
    return { reference: 'session-1', merchant: 'tr', order: 'order-1', expected, ...over }
  }

  link(reference = 'session-1'): string {
    return payLink(this.shared.options, reference)
  }

  /** A record whose page is open. */
  async opened(over: Partial<BeginRequest> = {}): Promise<CheckoutRecord & { readonly token: string }> {
    const record = await this.checkout.begin(this.sale(over))
    await this.checkout.start(record, { clientIp: '203.0.113.7' })
    return this.stored(record.reference)
  }

  async stored(reference = 'session-1'): Promise<CheckoutRecord & { readonly token: string }> {
    const record = await this.platform.findCheckout({ reference })
    if (record === undefined) throw new Error(`Nothing is stored for ${reference}`)
    return { ...record, token: record.token ?? '' }
  }

  settle(record: CheckoutRecord): Promise<SettleResult> {
    return this.checkout.settle(record)
  }

  pass(minutes: number): void {
    this.now = new Date(this.now.getTime() + minutes * 60_000)
  }

  private async giveBack(request: OperationRequest): Promise<OperationResult> {
    this.givenBack.push(request)
    const state = this.giveBackAnswer
    if (state === 'throws') throw new Error('Craftgate is away')
    if (state === 'failed') {
      return { state, error: { code: '5100' }, message: { tr: 'olmadı', en: 'it did not' } }
    }
    return { state, operation: this.operationOf(request) }
  }

  private operationOf({ key, account, paymentId }: OperationRequest) {
    const at = { createdAt: this.now, updatedAt: this.now }
    const amount = { minor: 10_000, currency: 'TRY' as const }
    return {
      key,
      kind: 'refund' as const,
      account,
      paymentId,
      amount,
      steps: [],
      state: 'done' as const,
      ...at,
      version: 1,
    }
  }

  private logger(): Logger {
    const at = (level: string) => (message: string, facts?: unknown) => {
      this.logged.push({ level, message, facts })
    }
    return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
  }
}
