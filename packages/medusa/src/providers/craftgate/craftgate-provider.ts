import { randomBytes } from 'node:crypto'
import type { CheckoutRecord, PaymentOutcome } from '@craftgate-commerce/core'
import { isHeld } from '@craftgate-commerce/core/adapter'
import type * as types from '@medusajs/framework/types'
import {
  AbstractPaymentProvider,
  MedusaError,
  PaymentActions,
  PaymentSessionStatus,
} from '@medusajs/framework/utils'
import { appContainer, craftgateIn } from '../../app-container'
import { asError } from '../../as-error'
import { collectionContext, methodsContext, moneyOf, Sessions } from '../../order'
import { paymentData, readPaymentData } from '../../payment'
import { notAllowed } from '../../refusals'
import { parseOptionsOfConfig, pluginOptionsOfConfig, requirePlugin } from '../../require-lines'
import { Acceptance } from './acceptance'
import { ProviderCards } from './cards'
import { OfflineEntry } from './offline-entry'
import { ProviderOperations } from './operations'
import { type CraftgateProviderOptions, parseProviderOptions } from './provider-options'

const STATUSES = {
  captured: PaymentSessionStatus.CAPTURED,
  authorized: PaymentSessionStatus.AUTHORIZED,
  review: PaymentSessionStatus.AUTHORIZED,
} as const

/**
 * Medusa's payment provider `craftgate`. It starts nothing at Craftgate: the pay link does, when the shopper really
 * goes to pay, because only then cart and address are known for sure. It never answers `error` or `canceled` for a
 * session, which would be dead then: a shopper whose card was declined tries again on the same page.
 */
export class CraftgateProvider extends AbstractPaymentProvider<CraftgateProviderOptions> {
  static override identifier = 'craftgate'
  private readonly settings: ReturnType<typeof parseProviderOptions>
  private readonly operations = new ProviderOperations()
  private readonly cards = new ProviderCards()
  private readonly acceptance = new Acceptance()
  /** Of an entry for bank transfer or cash on delivery. */
  private readonly offline?: OfflineEntry

  /** Throws a CraftgateError of kind `configuration`; also when the plugin's line is missing. */
  static override validateOptions(options: Record<string, unknown>): void {
    requirePlugin()
    // Medusa asks here before it starts the plugin, whose list of what is wrong holds this entry too.
    const plugin = pluginOptionsOfConfig()
    if (plugin !== undefined) parseOptionsOfConfig(plugin)
    parseProviderOptions(options)
  }

  constructor(cradle: Record<string, unknown>, options?: CraftgateProviderOptions) {
    super(cradle, options)
    this.settings = parseProviderOptions(options)
    const { offline: method, instructions = {} } = this.settings
    if (method) this.offline = new OfflineEntry({ method, instructions, merchant: () => this.merchant() })
  }

  async initiatePayment({
    data,
    amount,
    currency_code,
  }: types.InitiatePaymentInput): Promise<types.InitiatePaymentOutput> {
    const order = data?.session_id
    if (typeof order !== 'string')
      throw new MedusaError(MedusaError.Types.INVALID_DATA, 'data.session_id is missing')
    if (this.offline) {
      const begun = this.offline.initiate(order)
      return { ...begun, data: { ...without(data), ...begun.data } }
    }
    const reference = randomBytes(16).toString('hex')
    const context = collectionContext(await new Sessions(appContainer).collectionIdOf(order))
    const pay_link = await this.begin({ reference, order, amount, currency_code, context })
    const own = { reference, session_id: order, pay_link }
    return { id: reference, status: PaymentSessionStatus.REQUIRES_MORE, data: { ...without(data), ...own } }
  }

  /** Medusa calls this for a session whose amount changed; the page of the old amount is closed. */
  async updatePayment({
    data,
    amount,
    currency_code,
  }: types.UpdatePaymentInput): Promise<types.UpdatePaymentOutput> {
    if (this.offline) return this.offline.update(data)
    const record = await this.recordOf(data)
    if (!record) throw new MedusaError(MedusaError.Types.NOT_FOUND, 'This session has no Craftgate checkout')
    const { reference, order, context } = record
    const pay_link = await this.begin({ reference, order, amount, currency_code, context })
    return { status: PaymentSessionStatus.REQUIRES_MORE, data: { reference, session_id: order, pay_link } }
  }

  /**
   * The page is closed behind Medusa's back: a slow Craftgate must not slow the cart down, and a failure loses nothing.
   * Throws for a session that paid an order: Medusa lets a storefront delete it, and would lose sight of its money. When a
   * session could not be made, Medusa asks with the data that the client sent: who only knows a reference closes nothing.
   */
  async deletePayment({ data }: types.DeletePaymentInput): Promise<types.DeletePaymentOutput> {
    if (this.offline) return this.offline.delete(data)
    const found = await this.recordOf(data)
    const record = found && data?.session_id === found.order ? found : undefined
    if (record && (await this.acceptance.isPaid(record)))
      throw notAllowed(this.craftgate.options.language, 'paid-already')
    if (record) void this.close(record)
    return { data }
  }

  async authorizePayment({
    data,
    context,
  }: types.AuthorizePaymentInput): Promise<types.AuthorizePaymentOutput> {
    if (this.offline) return this.offline.authorize({ data, context })
    const record = await this.recordOf(data)
    if (!record || record.order !== context?.idempotency_key) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, 'This session has no Craftgate checkout')
    }
    const outcome = this.craftgate.knownOutcomes.of(record.order) ?? (await this.commerce.resolve(record))
    const taken = await this.acceptance.of(record, outcome)
    if (!taken) return { status: PaymentSessionStatus.REQUIRES_MORE, data: data ?? {} }
    return { status: STATUSES[taken.kind], data: paymentData(record, taken.facts, taken.kind) }
  }

  capturePayment(input: types.CapturePaymentInput): Promise<types.CapturePaymentOutput> {
    return this.operations.capture(input)
  }

  refundPayment(input: types.RefundPaymentInput): Promise<types.RefundPaymentOutput> {
    return this.operations.refund(input)
  }

  cancelPayment(input: types.CancelPaymentInput): Promise<types.CancelPaymentOutput> {
    return this.operations.cancel(input)
  }

  createAccountHolder(input: types.CreateAccountHolderInput): Promise<types.CreateAccountHolderOutput> {
    return this.cards.createHolder(input)
  }

  deleteAccountHolder(input: types.DeleteAccountHolderInput): Promise<types.DeleteAccountHolderOutput> {
    return this.cards.deleteHolder(input)
  }

  listPaymentMethods(input: types.ListPaymentMethodsInput): Promise<types.ListPaymentMethodsOutput> {
    return this.cards.list(input)
  }

  deletePaymentMethod(input: types.DeletePaymentMethodInput): Promise<types.DeletePaymentMethodOutput> {
    return this.cards.delete(input)
  }

  /** Always throws: cards are stored on the hosted page. */
  async savePaymentMethod(_input: types.SavePaymentMethodInput): Promise<types.SavePaymentMethodOutput> {
    return this.cards.refuseToSave()
  }

  /** The payment as Craftgate tells it now. */
  async retrievePayment({ data }: types.RetrievePaymentInput): Promise<types.RetrievePaymentOutput> {
    const record = await this.recordOf(data)
    const paymentId = readPaymentData(data)?.payment
    if (!record || paymentId === undefined) return { data }
    const facts = await this.commerce.payment({ account: record.account, paymentId })
    return { data: paymentData(record, facts, String(data?.outcome ?? '')) }
  }

  async getPaymentStatus({ data }: types.GetPaymentStatusInput): Promise<types.GetPaymentStatusOutput> {
    const record = await this.recordOf(data)
    const outcome: PaymentOutcome = record ? await this.commerce.resolve(record) : { kind: 'pending' }
    return { status: statusOf(outcome), data }
  }

  /**
   * A webhook at Medusa's own address is a notification like any other: it is verified and acted on here, and Medusa has
   * nothing left to do. Throws when it could not be handled now, so that Medusa's event bus tries again.
   */
  async getWebhookActionAndData({
    rawData,
    headers,
  }: types.ProviderWebhookPayload['payload']): Promise<types.WebhookActionResult> {
    const url = `${this.craftgate.options.mountUrl}/webhook`
    const body = Buffer.isBuffer(rawData) ? rawData.toString('utf8') : String(rawData)
    const signature = headers['x-cg-signature-v1']
    const answer = await this.commerce.handle(
      new Request(url, {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/json',
          'x-cg-signature-v1': typeof signature === 'string' ? signature : '',
        },
      }),
    )
    if (answer.status >= 500) throw new Error('The Craftgate webhook could not be handled now')
    return { action: PaymentActions.NOT_SUPPORTED }
  }

  private async begin(sale: {
    reference: string
    order: string
    amount: types.BigNumberInput
    currency_code: string
    context: CheckoutRecord['context']
  }): Promise<string> {
    const { payLink } = await this.commerce.begin({
      reference: sale.reference,
      order: sale.order,
      merchant: this.merchant(),
      phase: this.settings.paymentPhase,
      method: this.settings.method,
      context: { ...sale.context, ...methodsContext(this.settings.enabledPaymentMethods) },
      expected: moneyOf(sale.amount, sale.currency_code),
    })
    return payLink
  }

  private merchant(): string {
    const { defaultMerchant, merchantNames } = this.craftgate.options
    const merchant = this.settings.merchant ?? defaultMerchant
    if (merchant !== undefined) return merchant
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Name the merchant of this Craftgate provider in its options, or a defaultMerchant in the plugin's: ${merchantNames.join(', ')}`,
    )
  }

  private async recordOf(data: unknown): Promise<CheckoutRecord | undefined> {
    const reference = readPaymentData(data)?.reference
    return reference === undefined ? undefined : this.craftgate.checkouts.find({ reference })
  }

  private async close(record: CheckoutRecord): Promise<void> {
    try {
      await this.commerce.expire(record)
    } catch (error) {
      const { message: reason } = asError(error)
      this.craftgate.logger.warn('A page could not be closed yet; it expires by itself', {
        checkout: record.id,
        reason,
      })
    }
  }

  private get craftgate() {
    return craftgateIn(appContainer)
  }

  private get commerce() {
    return this.craftgate.commerce
  }
}

/** Medusa keeps what a client wrote into the data of its session, but for what the provider answers under the same name. */
const without = (data: Readonly<Record<string, unknown>> = {}): Record<string, undefined> =>
  Object.fromEntries(Object.keys(data).map((name) => [name, undefined]))

function statusOf(outcome: PaymentOutcome): PaymentSessionStatus {
  return isHeld(outcome) ? STATUSES[outcome.kind] : PaymentSessionStatus.REQUIRES_MORE
}
