import { LanguageCode, PaymentMethodHandler } from '@vendure/core'
import { createdPayment } from './create-payment'
import { MoneyCalls } from './money-calls'
import { Refunds } from './refunds'

export const HANDLER_CODE = 'craftgate'

const label = (tr: string, en: string) => [
  { languageCode: LanguageCode.en, value: en },
  { languageCode: LanguageCode.tr, value: tr },
]

/** Made anew for each Vendure application, because it holds that application's services. */
export function craftgateHandler() {
  let calls: MoneyCalls
  let refunds: Refunds
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
    },
    init(injector) {
      calls = injector.get(MoneyCalls)
      refunds = injector.get(Refunds)
    },
    createPayment: (ctx, _order, amount) => createdPayment(ctx, amount),
    settlePayment: (ctx, _order, payment) => calls.settle(ctx, payment),
    cancelPayment: (ctx, _order, payment) => calls.cancel(ctx, payment),
    createRefund: (ctx, input, amount, order, payment) =>
      refunds.create(ctx, { input, amount, order, payment }),
  })
}
