import { CURRENCIES, paymentMethod, STARTABLE_METHODS, sentenceIn } from '@craftgate-commerce/core/adapter'
import {
  LanguageCode,
  PaymentMethodEligibilityChecker,
  PaymentMethodHandler,
  type VendureConfig,
} from '@vendure/core'
import { CaptureAndVoid } from './capture-and-void'
import { RefundPayment } from './refund'
import { isOpenRefund } from './refund-rows'
import { createdPayment } from './vendure-payment'

export const HANDLER_CODE = 'craftgate'

/** In the languages of the dashboard. */
export const label = (tr: string, en: string) => [
  { languageCode: LanguageCode.en, value: en },
  { languageCode: LanguageCode.tr, value: tr },
]

const METHOD_CHOICES = STARTABLE_METHODS.map((value) => {
  const { tr, en } = paymentMethod(value)?.label ?? { tr: value, en: value }
  return { value, label: label(tr, en) }
})

/** Made anew for each Vendure application, because it holds that application's services. */
export function craftgateHandler() {
  let operations: CaptureAndVoid
  let refunds: RefundPayment
  return new PaymentMethodHandler({
    code: HANDLER_CODE,
    description: label(
      'Craftgate ile ödeme (kart, taksit, 3D Secure)',
      'Craftgate payment (cards, instalments, 3D Secure)',
    ),
    args: {
      paymentPhase: {
        type: 'string',
        defaultValue: 'AUTH',
        required: true,
        label: label('Ödeme aşaması', 'Payment phase'),
        description: label(
          'AUTH tutarı hemen çeker; PRE_AUTH yalnızca bloke eder, siparişte "Settle" deyince çekilir',
          'AUTH takes the money at once; PRE_AUTH only blocks it until you settle the payment',
        ),
        ui: { component: 'select-form-input', options: [{ value: 'AUTH' }, { value: 'PRE_AUTH' }] },
      },
      method: {
        type: 'string',
        required: false,
        label: label('Tek ödeme yolu', 'Only way to pay'),
        description: label(
          'Boşsa ödeme sayfası açılır; seçilirse alıcı sayfayı görmeden doğrudan bu yolla öder',
          'Opens the payment page when empty; else shoppers pay by this one directly',
        ),
        ui: { component: 'select-form-input', options: METHOD_CHOICES },
      },
    },
    init(injector) {
      operations = injector.get(CaptureAndVoid)
      refunds = injector.get(RefundPayment)
    },
    createPayment: (ctx, order, amount) => createdPayment(ctx, order, amount),
    settlePayment: (ctx, _order, payment) => operations.capture(ctx, payment),
    cancelPayment: (ctx, _order, payment) => operations.void(ctx, payment),
    createRefund: (ctx, input, amount, order, payment) =>
      refunds.create(ctx, { input, amount, order, payment }),
  })
}

/** Offers the payment method only for orders in the chosen currencies. */
export const craftgateCurrency = new PaymentMethodEligibilityChecker({
  code: 'craftgate-currency',
  description: label('Craftgate: yalnızca bu para birimleri', 'Craftgate: only for these currencies'),
  args: {
    currencies: {
      type: 'string',
      list: true,
      required: true,
      label: label('Para birimi kodları', 'Currency codes'),
      ui: { component: 'select-form-input', options: CURRENCIES.map((value) => ({ value })) },
    },
  },
  check: (ctx, order, args) =>
    args.currencies.includes(order.currencyCode) || sentenceIn(ctx.languageCode, WRONG_CURRENCY),
})

const WRONG_CURRENCY = {
  tr: 'Bu ödeme yöntemi siparişin para biriminde kullanılamaz',
  en: 'This payment method is not available in the currency of the order',
}

type RefundProcess = NonNullable<VendureConfig['paymentOptions']['refundProcess']>[number]

/**
 * Lets a payment handler answer 'Pending'. Vendure's own type allows it, but its states do not: it moves every new
 * refund from Pending to the handler's answer, and from Pending to Pending there is no way. And refuses to call a refund
 * settled by hand (`settleRefund`, a button of the dashboard) that Craftgate has not made yet.
 */
export const pendingRefunds: RefundProcess = {
  transitions: { Pending: { to: ['Pending'], mergeStrategy: 'merge' } },
  onTransitionStart: (_from, to, { ctx, refund }) =>
    to === 'Settled' && isOpenRefund(refund) ? sentenceIn(ctx.languageCode, NOT_MADE_YET) : undefined,
}

const NOT_MADE_YET = {
  tr: 'Craftgate bu iadeyi henüz yapmadı; yapıldığında kendiliğinden tamamlanır',
  en: 'Craftgate has not made this refund yet; it is settled by itself as soon as it is made',
}
