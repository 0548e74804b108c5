import type { CheckoutRecord, Localized } from '@craftgate-commerce/core'
import {
  type CheckoutEntry,
  isCurrency,
  isStartable,
  type MethodName,
  type OfflineMethod,
  offlineMethodOf,
  sentenceIn,
} from '@craftgate-commerce/core/adapter'
import { Injectable } from '@nestjs/common'
import {
  type Order,
  OrderService,
  type PaymentMethod,
  PaymentMethodService,
  type RequestContext,
} from '@vendure/core'
import { HANDLER_CODE, OFFLINE_HANDLER_CODE } from '../payment'
import { CraftgateCheckoutError, IneligibleMethodError } from './checkout-error'

type Chosen = PaymentMethod | CraftgateCheckoutError | IneligibleMethodError

interface Wanted {
  /** Code of one of our handlers. */
  readonly handler: string
  /** Of the payment method; the first that is eligible for the order when absent. */
  readonly code?: string | null
}

interface OfflineSettings {
  readonly kind: OfflineMethod
  /** For the shopper, in the language of the request. */
  readonly instructions: string | null
}

/** The payment methods of a channel that use our handlers. */
@Injectable()
export class CraftgateMethods {
  constructor(
    private readonly methods: PaymentMethodService,
    private readonly orders: OrderService,
  ) {}

  async choose(ctx: RequestContext, order: Order, { handler, code: named }: Wanted): Promise<Chosen> {
    const ours = await this.of(ctx, handler)
    const wanted = named ? ours.filter((method) => method.code === named) : ours
    if (wanted.length === 0) return new CraftgateCheckoutError('NO_PAYMENT_METHOD')
    const quotes = await this.orders.getEligiblePaymentMethods(ctx, order.id)
    const quoteOf = ({ code }: PaymentMethod) => quotes.find((quote) => quote.code === code)
    const eligible = wanted.find((method) => quoteOf(method)?.isEligible)
    if (eligible) return knowsItsWay(eligible) ? eligible : new CraftgateCheckoutError('UNKNOWN_WAY_TO_PAY')
    const message = wanted.map((method) => quoteOf(method)?.eligibilityMessage).find(Boolean)
    return new IneligibleMethodError(message ?? undefined)
  }

  offline(ctx: RequestContext, method: PaymentMethod): OfflineSettings {
    const kind = offlineMethodOf({ context: { offline: argument(method, 'method') } })
    return { kind: kind ?? 'FUND_TRANSFER', instructions: instructionsIn(ctx, instructionsOf(method)) }
  }

  /** What the shopper of an order that was placed unpaid reads; undefined when the method is gone. */
  async instructionsOf(ctx: RequestContext, code: string): Promise<Localized | undefined> {
    const method = (await this.of(ctx, OFFLINE_HANDLER_CODE)).find((each) => each.code === code)
    return method && instructionsOf(method)
  }

  /** What a storefront may offer: all that are ours, or those that the active order may be paid with. */
  async entries(ctx: RequestContext, order: Order | undefined): Promise<readonly CheckoutEntry[]> {
    const { currencyCode: currency } = ctx
    if (!isCurrency(currency)) return []
    const active = await this.methods.getActivePaymentMethods(ctx)
    const ours = active.filter(
      (method) =>
        method.handler.code === OFFLINE_HANDLER_CODE ||
        (method.handler.code === HANDLER_CODE && knowsItsWay(method)),
    )
    const quotes = order && (await this.orders.getEligiblePaymentMethods(ctx, order.id))
    const mayPay = ({ code }: PaymentMethod) =>
      quotes === undefined || quotes.some((quote) => quote.code === code && quote.isEligible)
    return ours.filter(mayPay).map((method) => ({
      ...{ id: method.code, name: method.name, description: withoutTags(method.description), currency },
      phase: phaseOf(method),
      method: wayToPayOf(method),
      offline: method.handler.code === OFFLINE_HANDLER_CODE ? this.offline(ctx, method).kind : undefined,
    }))
  }

  private async of(ctx: RequestContext, handler: string): Promise<PaymentMethod[]> {
    const active = await this.methods.getActivePaymentMethods(ctx)
    return active.filter((method) => method.handler.code === handler)
  }
}

const argument = ({ handler }: PaymentMethod, name: string): string =>
  handler.args.find((each) => each.name === name)?.value ?? ''

export const phaseOf = (method: PaymentMethod): CheckoutRecord['phase'] =>
  argument(method, 'paymentPhase') === 'PRE_AUTH' ? 'PRE_AUTH' : 'AUTH'

/** The only way to pay of a payment method; absent for one that opens the payment page. */
export function wayToPayOf(method: PaymentMethod): MethodName | undefined {
  const name = argument(method, 'method')
  return isStartable(name) ? name : undefined
}

/** A way to pay that there is not would be the payment page with all of them, which the merchant did not mean. */
const knowsItsWay = (method: PaymentMethod): boolean =>
  method.handler.code !== HANDLER_CODE ||
  argument(method, 'method') === '' ||
  wayToPayOf(method) !== undefined

const instructionsOf = (method: PaymentMethod): Localized => ({
  tr: argument(method, 'instructionsTr'),
  en: argument(method, 'instructionsEn'),
})

/** In the language of the request, or in the other one rather than not at all; null when the shop wrote none. */
export const instructionsIn = (ctx: RequestContext, text: Localized | undefined): string | null =>
  sentenceIn(ctx.languageCode, text) || text?.tr || text?.en || null

/** Administrators write descriptions as rich text. */
const withoutTags = (html: string): string => html.replace(/<[^>]*>/g, '').trim()
