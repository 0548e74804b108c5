import { paymentError } from '../../errors/payment-errors'
import type { MethodEntry, PayStep } from '../../hosted-page-service'
import type { Checkout } from '../checkouts/checkout'
import { checkoutState } from '../checkouts/find-checkout'
import { offeredMethods } from '../checkouts/offered-methods'
import type { SandboxContext } from '../context'
import { chargeOfCheckout } from '../hosted-page/charge-of-checkout'
import { declined, paid } from '../hosted-page/pay-steps'
import type { PageMethodName } from '../methods/method'
import { PAGE_METHODS } from '../methods/page-methods'
import { fail } from '../payments/finish-payment'
import { passesFraudRules } from '../payments/fraud-gate'
import type { Payment } from '../payments/payment'
import { enqueuePaymentWebhook } from '../payments/payment-webhook'
import { isOrderIdUsed } from '../payments/refusal'
import { approve, refuse } from './approve'
import { checkEntry, isRightAppCode } from './check-entry'
import { openMethodPayment } from './open-method-payment'
import { openSession } from './open-session'

/** The shopper chose a tab and pressed its button. A failure leaves the page open for another try. */
export function startMethod(ctx: SandboxContext, checkout: Checkout, entry: MethodEntry): PayStep {
  const state = checkoutState(ctx, checkout)
  if (state !== 'open') return { kind: 'closed', state }
  const name = offeredMethods(ctx, checkout).find((offered) => offered === entry.method)
  if (name === undefined || name === 'CARD') return NOT_OFFERED
  const invalid = checkEntry(PAGE_METHODS[name], entry)
  if (invalid) return invalid
  const payment = open(ctx, checkout, name, entry)
  if (payment.error) return declined(payment.error)
  if (PAGE_METHODS[name].page === 'none') return finishOnTab(ctx, checkout, payment, entry)
  const session = openSession(ctx, payment, { checkoutToken: checkout.token, bankCode: entry.bankCode })
  return { kind: 'provider', providerUrl: `${ctx.url()}/apm/${session.id}` }
}

function open(
  ctx: SandboxContext,
  checkout: Checkout,
  method: PageMethodName,
  { clientIp }: MethodEntry,
): Payment {
  const payment = openMethodPayment(ctx, chargeOfCheckout(ctx, checkout, clientIp), method)
  if (!passesFraudRules(ctx, payment)) enqueuePaymentWebhook(ctx, payment, 'CHECKOUTFORM_AUTH')
  else if (isOrderIdUsed(ctx, payment)) fail(payment, paymentError('ORDER_ID_ALREADY_USED'))
  return payment
}

/** Pluxee: the code from its app is typed on the tab (alternative-payment-methods/sodexo). */
function finishOnTab(
  ctx: SandboxContext,
  checkout: Checkout,
  payment: Payment,
  { code }: MethodEntry,
): PayStep {
  if (isRightAppCode(code)) approve(ctx, payment)
  else refuse(ctx, payment, 'wrong-code')
  return payment.error ? declined(payment.error) : paid(ctx, checkout)
}

const NOT_OFFERED: PayStep = {
  kind: 'invalid',
  field: 'method',
  description: 'Bu ödeme yöntemi kullanılamaz.',
}
