import { CURRENCIES, sentenceIn } from '@craftgate-commerce/core'
import { LanguageCode, PaymentMethodEligibilityChecker } from '@vendure/core'

/** Offers the payment method only for orders in the chosen currencies. */
export const craftgateCurrency = new PaymentMethodEligibilityChecker({
  code: 'craftgate-currency',
  description: [
    { languageCode: LanguageCode.en, value: 'Craftgate: only for these currencies' },
    { languageCode: LanguageCode.tr, value: 'Craftgate: yalnızca bu para birimleri' },
  ],
  args: {
    currencies: {
      type: 'string',
      list: true,
      required: true,
      label: [
        { languageCode: LanguageCode.en, value: 'Currency codes' },
        { languageCode: LanguageCode.tr, value: 'Para birimi kodları' },
      ],
      ui: { component: 'select-form-input', options: CURRENCIES.map((value) => ({ value })) },
    },
  },
  check: (ctx, order, args) =>
    args.currencies.includes(order.currencyCode) || sentenceIn(ctx.languageCode, REFUSAL),
})

const REFUSAL = {
  tr: 'Bu ödeme yöntemi siparişin para biriminde kullanılamaz',
  en: 'This payment method is not available in the currency of the order',
}
