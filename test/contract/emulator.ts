import { fromDecimal, money, toDecimal } from '@craftgate-commerce/core'
import { createClient, type RequestBody } from '@craftgate-commerce/core/client'
import type { Duration, PaymentRow, RefundRow, Sandbox } from '@craftgate-commerce/sandbox'
import { client } from './craftgate-client'

export interface EmulatedPayment {
  readonly id: number
  /** Craftgate's name of the way that it was paid by. */
  readonly method: string
  readonly currency: string
  /** Minor units, as all amounts here. */
  readonly price: number
  readonly paidPrice: number
  readonly refunded: number
  readonly phase: string
  readonly threeDS: boolean
  readonly installment: number
  readonly refundType?: 'CANCEL' | 'REFUND'
  readonly refunds: readonly { readonly amount: number; readonly status: string }[]
  readonly items: readonly EmulatedItem[]
}

export interface EmulatedItem {
  readonly id: number
  /** Names the line of the order in it. */
  readonly externalId: string
  readonly price: number
  readonly refunded: number
  readonly seller?: { readonly memberId: number; readonly share: number }
  /** WAITING_FOR_APPROVAL, APPROVED, PAYOUT_STARTED */
  readonly status: string
}

export interface TransferSpec {
  readonly senderName: string
  readonly description: string
  readonly amount: number
  /** Of the merchant whose account it came to; the first one's without it. */
  readonly apiKey?: string
}

/** A merchant of Craftgate who has nothing to do with the store. */
export const ANOTHER_MERCHANT = 'another-api-key'

/** The store's merchant, and another. Neither names a webhook key, so each has its own. */
export const MERCHANTS = {
  merchants: [
    { name: 'Zerdali', apiKey: 'contract-api-key', secretKey: 'contract-secret-key' },
    { name: 'Another', apiKey: ANOTHER_MERCHANT, secretKey: 'another-secret-key' },
  ],
}

/** Moves the emulator's time; shared with `startSandbox({ clock: shift.clock })`. */
export class ClockShift {
  private shift = 0
  readonly clock = (): number => Date.now() + this.shift

  /** Does the work while Craftgate's clock stands this far in the past. */
  async inThePast<T>({ days = 0, hours = 0 }: Duration, work: () => Promise<T>): Promise<T> {
    this.shift = -(days * 24 + hours) * 3_600_000
    try {
      return await work()
    } finally {
      this.shift = 0
    }
  }
}

/** Craftgate's side of the contract: what it holds, and what can go wrong there. */
export class Emulator {
  private mark = 0
  /** What the store's merchant asks Craftgate without the store. */
  readonly client: ReturnType<typeof client>

  constructor(
    private readonly sandbox: Sandbox,
    private readonly time: ClockShift,
  ) {
    this.client = client(sandbox)
  }

  /** Everything honest again; what happened before is out of sight. */
  reset(): void {
    const { control } = this.sandbox
    control.reset()
    this.mark = Math.max(0, ...control.payments().map(({ id }) => id))
  }

  /** Nothing goes wrong any more; what happened stays in sight. */
  calm(): void {
    this.sandbox.control.faults.clear()
  }

  inThePast<T>(by: Duration, work: () => Promise<T>): Promise<T> {
    return this.time.inThePast(by, work)
  }

  async paymentsSinceMark(): Promise<readonly EmulatedPayment[]> {
    const refunds = this.sandbox.control.refunds()
    return this.succeeded().map((payment) => paymentOf(payment, refunds))
  }

  /** Minor units in the orders' own prices: instalment interest is left out. */
  async heldSinceMark(): Promise<number> {
    const held = (await this.paymentsSinceMark()).map(heldOf)
    return held.reduce((sum, each) => sum + each, 0)
  }

  async loseWebhooks(): Promise<void> {
    this.sandbox.control.webhooks.lose()
  }

  /** Sends what waits, now; returns the HTTP statuses that the store answered. */
  async deliverWebhooks({ copies = 1 } = {}): Promise<readonly number[]> {
    this.sandbox.control.webhooks.duplicate(copies)
    const events = await this.sandbox.control.webhooks.flush()
    this.sandbox.control.webhooks.duplicate(1)
    return events.flatMap(({ deliveries }) =>
      deliveries.flatMap(({ status }) => (status === undefined ? [] : [status])),
    )
  }

  /** The type of the newest event that Craftgate told, or tried to. */
  newestWebhook(): string | undefined {
    return this.sandbox.control.webhooks.list().at(-1)?.eventType
  }

  async signWebhooksAs(apiKey: string | undefined): Promise<void> {
    this.sandbox.control.webhooks.signAs(apiKey)
  }

  /** Instead of where the row's store hears them. */
  sendWebhooksTo(url: string | undefined): void {
    this.sandbox.control.webhooks.setUrl(url)
  }

  /** Craftgate does not know the store's API key any more, and knows it again. */
  revokeKeys(): void {
    this.sandbox.control.apiKeys.revoke()
  }

  restoreKeys(): void {
    this.sandbox.control.apiKeys.restore()
  }

  /** Craftgate's watch finds the bank of a POS on autopilot out of order, or well again. */
  watchPos(alias: string, found: { readonly threeDS: boolean }): void {
    this.sandbox.control.pos.watch(alias, found)
  }

  async loseAnswer(path: string, { afterMs = 0 } = {}): Promise<void> {
    this.sandbox.control.faults.add({
      match: { method: 'POST', pathRegex: path },
      kind: 'drop-after-commit',
      ms: afterMs,
    })
  }

  /** Resolves as soon as Craftgate has made a refund since the mark. */
  async refundHappened(): Promise<void> {
    while ((await this.paymentsSinceMark()).every(({ refunds }) => refunds.length === 0)) {
      await new Promise((resolve) => setImmediate(resolve))
    }
  }

  async loseRequest(path: string): Promise<void> {
    this.sandbox.control.faults.add({ match: { method: 'POST', pathRegex: path }, kind: 'drop-before' })
  }

  /** Craftgate takes no such request until `up`. */
  async refuseRequests(path: string): Promise<void> {
    const match = { method: 'POST', pathRegex: path }
    this.sandbox.control.faults.add({ match, kind: 'status', status: 503, times: 1_000_000 })
  }

  /** Nobody can be told of refunds until `up`. */
  async hideRefunds(): Promise<void> {
    const match = { method: 'GET', path: '/payment-reporting/v1/refund-transactions' }
    this.sandbox.control.faults.add({ match, kind: 'status', status: 503, times: 1_000_000 })
  }

  async down(): Promise<void> {
    this.sandbox.control.faults.add({ match: {}, kind: 'status', status: 503, times: 1_000_000 })
  }

  async up(): Promise<void> {
    this.sandbox.control.faults.clear()
  }

  /** A transfer of lira, in minor units, came to the merchant's bank account an hour ago; Craftgate's number of it. */
  receiveTransfer({ amount, ...from }: TransferSpec): Promise<number> {
    const transfer = {
      ...from,
      senderIban: 'TR870006400000111351052758',
      amount: toDecimal(money(amount, 'TRY')),
    }
    return this.inThePast({ hours: 1 }, async () => this.sandbox.control.bankAccounts.receive(transfer))
  }

  /** A page whose token has died takes money all the same. */
  takeLatePayments(): void {
    this.sandbox.control.payments.payAfterExpiry()
  }

  /** What the shopper did his part for, and waits for a bank or a lender, is paid. */
  async moneyComes(): Promise<void> {
    this.sandbox.control.payments.release('SUCCESS')
  }

  async moneyNeverComes(): Promise<void> {
    this.sandbox.control.payments.release('FAILURE')
  }

  nextLenderDecidesLater(): void {
    this.sandbox.control.loans.nextGrant('WAIT_FOR_WEBHOOK')
  }

  async nextRefundWaits(): Promise<void> {
    this.sandbox.control.refunds.nextStatus('WAITING')
  }

  /** The bank refuses it. */
  async nextRefundFails(): Promise<void> {
    this.sandbox.control.refunds.nextStatus('FAILURE')
  }

  async settleWaitingRefunds(): Promise<void> {
    this.sandbox.control.refunds.finishWaiting()
  }

  async nextPaymentFraud(action: 'REVIEW' | 'BLOCK'): Promise<void> {
    this.sandbox.control.fraud.nextPayment(action)
  }

  /** The merchant's decision in Craftgate's panel about the newest suspicious payment. */
  async decideFraud(decision: 'APPROVE' | 'REJECT'): Promise<void> {
    const id = this.succeeded().at(-1)?.fraudId
    if (id === undefined) throw new Error('No payment is under fraud review')
    this.sandbox.control.fraud.decide(id, decision === 'APPROVE' ? 'NOT_FRAUD' : 'FRAUD')
  }

  /** How many decisions about suspicious payments the shop sent, in this row. */
  fraudDecisionsSent(): number {
    return this.sandbox.control.requests().filter(({ path }) => path.endsWith('/check-status')).length
  }

  /** Makes Craftgate tell another price or currency of the newest payment, as a payment for something else would. */
  async tamperNewest(change: { readonly price?: number; readonly currency?: string }): Promise<void> {
    this.sandbox.control.tamper(this.newest().id, change)
  }

  /** The merchant cancels the newest payment in Craftgate's own panel, past the shop. */
  async cancelInPanel(): Promise<void> {
    this.sandbox.control.panel.cancel(this.newest().id)
  }

  /** A part of the newest payment, in minor units. */
  async refundInPanel(amount: number): Promise<void> {
    const { id, currency } = this.newest()
    this.sandbox.control.panel.refund(id, { amount: toDecimal(money(amount, currency)) })
  }

  /** The merchant makes a payout file in Craftgate's panel: minor units of what each seller gets for these items. */
  async payOut(items: readonly EmulatedItem[]): Promise<ReadonlyMap<number, number>> {
    const ids = new Set(items.map(({ id }) => id))
    const rows = this.sandbox.control.payouts
      .create()
      .filter(({ payee, transactionIds }) => payee !== 'MERCHANT' && transactionIds.some((id) => ids.has(id)))
    return new Map(rows.map(({ memberId, amount, currency }) => [memberId, minor(amount, currency)]))
  }

  /** The merchant sends what sellers want to draw to the bank, in Craftgate's panel, and the bank pays. */
  async payWithdrawals(): Promise<void> {
    this.payFile('WITHDRAW')
  }

  /** What sellers earned and what the merchant keeps go to the bank, which pays them. */
  payEarnings() {
    return this.payFile('SETTLEMENT')
  }

  /** What the seller drew came back from a bank; another payout is completed after it. */
  async bouncePayout(seller: number): Promise<void> {
    await this.draw(seller)
    const [payout] = this.payFile('WITHDRAW')
    this.sandbox.control.payouts.bounce(payout?.id ?? 0)
    await this.draw(seller)
    this.payFile('WITHDRAW')
  }

  /** The seller's bank details are corrected, and what bounced is paid again. */
  async payBouncedAgain(seller: number): Promise<void> {
    const path = { memberId: seller }
    await this.asMerchant(async (client) => {
      const { id: _id, ...member } = await client.call('retrieveMember', { path })
      const iban = 'TR870006400000111351052758'
      await client.call('updateMember', { path, body: { ...member, iban } as RequestBody<'updateMember'> })
    })
    this.payFile('BOUNCED_SETTLEMENT')
  }

  private async draw(memberId: number): Promise<void> {
    const money = { memberId, price: 10, currency: 'TRY' as const, description: 'Deneme' }
    const remittanceReasonType = 'SUBMERCHANT_SEND_RECEIVE'
    await this.asMerchant(async (client) => {
      await client
        .call('createMemberWallet', { path: { memberId }, body: { currency: 'TRY' } })
        .catch(() => {})
      await client.call('sendRemittance', { body: { ...money, remittanceReasonType } })
      await client.call('createWithdraw', { body: money })
    })
  }

  /** By the API, past the shop. */
  private async asMerchant(work: (client: ReturnType<typeof createClient>) => Promise<void>): Promise<void> {
    const [{ apiKey, secretKey } = { apiKey: '', secretKey: '' }] = MERCHANTS.merchants
    const client = createClient({ apiKey, secretKey, webhookKey: '-', environment: this.sandbox.url })
    try {
      await work(client)
    } finally {
      await client.close()
    }
  }

  private payFile(type: 'SETTLEMENT' | 'WITHDRAW' | 'BOUNCED_SETTLEMENT') {
    const { payouts } = this.sandbox.control
    const made = payouts.create(type)
    for (const fileId of new Set(made.map((payout) => payout.fileId))) {
      payouts.upload(fileId)
      payouts.approve(fileId)
    }
    return made
  }

  private newest(): PaymentRow {
    const newest = this.succeeded().at(-1)
    if (!newest) throw new Error('There is no payment')
    return newest
  }

  private succeeded(): readonly PaymentRow[] {
    const made = this.sandbox.control
      .payments()
      .filter(({ id, status }) => id > this.mark && status === 'SUCCESS')
    return made.filter(({ transactions }) => transactions.length > 0) // what fills a wallet pays no order
  }
}

const minor = (text: string, currency: string) => fromDecimal(text, currency).minor

function paymentOf(row: PaymentRow, all: readonly RefundRow[]): EmulatedPayment {
  const amount = (text: string) => minor(text, row.currency)
  const refunds = all.filter(({ paymentId }) => paymentId === row.id)
  return {
    id: row.id,
    method: row.method,
    currency: row.currency,
    price: amount(row.price),
    paidPrice: amount(row.paidPrice),
    refunded: amount(row.refunded),
    phase: row.phase,
    threeDS: row.threeDS,
    installment: row.installment,
    refundType: refunds[0]?.type,
    refunds: refunds.map(({ amount: text, status }) => ({ amount: amount(text), status })),
    items: row.transactions.map((item) => itemOf(item, refunds, amount)),
  }
}

function itemOf(
  { id, externalId = '', price, status, ...seller }: PaymentRow['transactions'][number],
  refunds: readonly RefundRow[],
  amount: (text: string) => number,
): EmulatedItem {
  const { subMerchantMemberId: memberId, subMerchantMemberPrice: share = '0' } = seller
  return {
    ...{ id, externalId, status, price: amount(price), refunded: refundedOf(id, refunds, amount) },
    ...(memberId !== undefined && { seller: { memberId, share: amount(share) } }),
  }
}

function refundedOf(
  transactionId: number,
  refunds: readonly RefundRow[],
  amount: (text: string) => number,
): number {
  return refunds
    .filter((refund) => refund.transactionId === transactionId && refund.status === 'SUCCESS')
    .reduce((sum, refund) => sum + amount(refund.amount), 0)
}

/** Only instalments carry interest; without them the card's money is the order's, whatever was captured. */
const heldOf = ({ price, paidPrice, refunded, installment }: EmulatedPayment): number =>
  installment > 1 ? Math.round((price * (paidPrice - refunded)) / paidPrice) : paidPrice - refunded
