import { type OfflineMethod, paymentMethod } from '@craftgate-commerce/core/adapter'
import { PaymentMethodHandler } from '@vendure/core'
import { CaptureAndVoid } from './capture-and-void'
import { label } from './craftgate-handler'
import { RefundPayment } from './refund'
import { createdPayment } from './vendure-payment'

/** Of a payment method that is paid past Craftgate: by bank transfer or on delivery. */
export const OFFLINE_HANDLER_CODE = 'craftgate-offline'

const optionOf = (value: OfflineMethod) => {
  const word = paymentMethod(value)?.label ?? { tr: value, en: value }
  return { value, label: label(word.tr, word.en) }
}

const instructions = (tr: string, en: string) => ({
  type: 'string' as const,
  required: false,
  label: label(tr, en),
  description: label(
    'Alıcıya sipariş verildikten sonra gösterilir: IBAN, hesap adı, açıklamaya yazılacak sipariş numarası',
    'Shown to the shopper after the order was placed: IBAN, name of the account, what to write as the reference',
  ),
  ui: { component: 'textarea-form-input' },
})

/**
 * Bank transfer and cash on delivery: an order is placed unpaid with the mutation `placeCraftgateOrder`, and paid when the
 * merchant says that the money came. Made anew for each Vendure application, because it holds that application's services.
 */
export function offlineHandler() {
  let operations: CaptureAndVoid
  let refunds: RefundPayment
  return new PaymentMethodHandler({
    code: OFFLINE_HANDLER_CODE,
    description: label(
      'Craftgate: havale/EFT ya da kapıda ödeme (sipariş ödenmemiş olarak verilir)',
      'Craftgate: bank transfer or cash on delivery (the order is placed unpaid)',
    ),
    args: {
      method: {
        type: 'string',
        defaultValue: 'FUND_TRANSFER',
        required: true,
        label: label('Ödeme yolu', 'Way to pay'),
        ui: {
          component: 'select-form-input',
          options: [optionOf('FUND_TRANSFER'), optionOf('CASH_ON_DELIVERY')],
        },
      },
      instructionsTr: instructions('Alıcıya açıklama (Türkçe)', 'Instructions for the shopper (Turkish)'),
      instructionsEn: instructions('Alıcıya açıklama (İngilizce)', 'Instructions for the shopper (English)'),
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
