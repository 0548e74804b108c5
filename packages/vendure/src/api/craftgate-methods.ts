import type { CheckoutRecord } from '@craftgate-commerce/core'
import { isStartable, type MethodName } from '@craftgate-commerce/core/adapter'
import { Injectable } from '@nestjs/common'
import {
  type Order,
  OrderService,
  type PaymentMethod,
  PaymentMethodService,
  type RequestContext,
} from '@vendure/core'
import { HANDLER_CODE } from '../payment'
import { CraftgateCheckoutError, IneligibleMethodError } from './checkout-error'

export interface CraftgateMethod {
  readonly code: string
  readonly phase: CheckoutRecord['phase']
  /** The only way to pay of this method. */
  readonly wayToPay?: MethodName
}

type Chosen = CraftgateMethod | CraftgateCheckoutError | IneligibleMethodError

/** The payment methods of a channel that use our handler. */
@Injectable()
export class CraftgateMethods {
  constructor(
    private readonly methods: PaymentMethodService,
    private readonly orders: OrderService,
  ) {}

  /** The named method, or the first that is eligible for the order. */
  async choose(ctx: RequestContext, order: Order, code: string | null | undefined): Promise<Chosen> {
    const ours = await this.ours(ctx)
    const wanted = code ? ours.filter((method) => method.code === code) : ours
    if (wanted.length === 0) return new CraftgateCheckoutError('NO_PAYMENT_METHOD')
    const quotes = await this.orders.getEligiblePaymentMethods(ctx, order.id)
    const quoteOf = ({ code }: PaymentMethod) => quotes.find((quote) => quote.code === code)
    const eligible = wanted.find((method) => quoteOf(method)?.isEligible)
    if (eligible) return readMethod(eligible)
    const message = wanted.map((method) => quoteOf(method)?.eligibilityMessage).find(Boolean)
    return new IneligibleMethodError(message ?? undefined)
  }

  private async ours(ctx: RequestContext): Promise<PaymentMethod[]> {
    const active = await this.methods.getActivePaymentMethods(ctx)
    return active.filter((method) => method.handler.code === HANDLER_CODE)
  }
}

/** A way to pay that there is not would be the hosted page with all of them, which the merchant did not mean. */
function readMethod({ code, handler }: PaymentMethod): CraftgateMethod | CraftgateCheckoutError {
  const argument = (wanted: string) => handler.args.find(({ name }) => name === wanted)?.value || undefined
  const wayToPay = argument('method')
  if (wayToPay !== undefined && !isStartable(wayToPay))
    return new CraftgateCheckoutError('UNKNOWN_WAY_TO_PAY')
  return { code, phase: argument('paymentPhase') === 'PRE_AUTH' ? 'PRE_AUTH' : 'AUTH', wayToPay }
}
