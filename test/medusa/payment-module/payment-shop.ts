import type { OrderSnapshot } from '@craftgate-commerce/core'
import { type Callback, type PayChoice, type Sandbox, Shopper, testCards } from '@craftgate-commerce/sandbox'
import { container } from '@medusajs/framework'
import { asValue } from '@medusajs/framework/awilix'
import type { IPaymentModuleService, PaymentDTO, PaymentSessionDTO } from '@medusajs/framework/types'
import { ContainerRegistrationKeys, Modules } from '@medusajs/framework/utils'
import type { CraftgatePluginOptions } from '../../../packages/medusa/src/options'
import { moneyOf } from '../../../packages/medusa/src/order'
import { MemoryCraftgate } from './memory-craftgate'
import { ScriptedQuery } from './scripted-query'

export const AUTH = 'pp_craftgate_craftgate'
export const PRE_AUTH = 'pp_craftgate_on-provizyon'
/** Of the second merchant. */
export const EUROPE = 'pp_craftgate_europe'

export interface Sale {
  readonly amount: string
  readonly currency: string
  readonly provider: string
}

/** Who buys, and opens the page, logged in. */
const CUSTOMER = 'cus_1'

const PATIENCE_MS = 60_000

const SALE: Sale = { amount: '1249.90', currency: 'try', provider: AUTH }

/** A shop that is nothing but Medusa's payment module, with our provider in it and the emulator behind it. */
export class PaymentShop {
  readonly craftgate: MemoryCraftgate
  readonly query: ScriptedQuery

  constructor(
    readonly payments: IPaymentModuleService,
    readonly sandbox: Sandbox,
  ) {
    this.craftgate = new MemoryCraftgate(optionsFor(sandbox))
    this.query = new ScriptedQuery(payments)
    container.register({
      craftgate: asValue(this.craftgate),
      [Modules.PAYMENT]: asValue(payments),
      [ContainerRegistrationKeys.QUERY]: asValue(this.query),
    })
  }

  /** A cart and its payment session; what the shop says of the cart is what Craftgate's page asks for. */
  async begin(sale: Partial<Sale> = {}): Promise<PaymentSessionDTO> {
    const { amount, currency, provider } = { ...SALE, ...sale }
    const asked = { amount, currency_code: currency }
    const collection = await this.payments.createPaymentCollections(asked)
    this.query.carts.set(collection.id, { currency_code: currency, total: amount })
    const data = { provider_id: provider, data: {}, ...asked }
    const session = await this.payments.createPaymentSession(collection.id, data)
    this.craftgate.platform.addOrder(session.id, snapshotOf(amount, currency))
    return session
  }

  /** The shopper opens the pay link and pays; `deliver: false` leaves them before they come back to the shop. */
  async pay(session: PaymentSessionDTO, choice: PayChoice = { card: testCards.success }): Promise<void> {
    const { callback } = await this.attempt(session, choice)
    if (!callback) throw new Error('The shopper did not come back')
    if (choice.deliver !== false) await this.comeBack(callback)
  }

  async attempt(session: PaymentSessionDTO, choice: PayChoice = { card: testCards.success }) {
    const shopper = new Shopper({ lang: 'tr' })
    await shopper.open(await this.page(session))
    return shopper.pay({ ...choice, deliver: false })
  }

  async comeBack({ url, fields }: Callback): Promise<void> {
    const body = new URLSearchParams(fields)
    await this.craftgate.commerce.handle(new Request(url, { method: 'POST', body }))
  }

  /** Begun, paid, and taken by Medusa. */
  async sell(sale: Partial<Sale> = {}): Promise<PaymentDTO> {
    const session = await this.begin(sale)
    await this.pay(session, { card: cardFor(sale.currency) })
    return this.authorize(session)
  }

  async authorize({ id }: PaymentSessionDTO): Promise<PaymentDTO> {
    const payment = await this.payments.authorizePaymentSession(id, {})
    if (!payment) throw new Error('Medusa took no payment')
    return payment
  }

  /** Waits for what happens behind Medusa's back. */
  async until(happened: () => boolean): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS
    while (!happened()) {
      if (Date.now() > deadline) throw new Error('It did not happen')
      await new Promise((resolve) => setImmediate(resolve))
    }
  }

  /** Where the pay link leads. */
  private async page({ data }: PaymentSessionDTO): Promise<string> {
    const answer = await this.craftgate.commerce.handle(new Request(String(data.pay_link)), {
      clientIp: '85.105.10.20',
      shopper: CUSTOMER,
    })
    return answer.headers.get('location') ?? ''
  }
}

/** Turkish banks charge their own cards in lira only. */
const cardFor = (currency = SALE.currency) => (currency === 'try' ? testCards.success : testCards.foreign)

const optionsFor = ({ merchants, url }: Sandbox): CraftgatePluginOptions => ({
  publicUrl: 'https://shop.example.com',
  linkSecret: 'a link secret of thirty-two characters or more',
  merchants: Object.fromEntries(
    merchants.map(({ name, apiKey, secretKey, webhookKey }) => [
      name,
      { apiKey, secretKey, webhookKey, environment: url },
    ]),
  ),
  defaultMerchant: 'main',
  returnUrl: 'https://shop.example.com/return/{reference}',
  language: 'en',
  checkout: { alwaysStoreCard: true },
})

function snapshotOf(amount: string, currencyCode: string): OrderSnapshot {
  const { minor, currency } = moneyOf(amount, currencyCode)
  return {
    number: 'sale',
    currency,
    total: minor,
    pricesIncludeTax: true,
    lines: [{ externalId: 'line-1', name: 'Fincan', quantity: 1, unitPrice: minor }],
    shipping: [],
    fees: [],
    discounts: [],
    credits: [],
    buyer: { id: CUSTOMER, email: 'ayse@example.com', hasAccount: true },
    locale: 'tr',
  }
}
