import { CurrencyCode, LanguageCode, ShippingEligibilityChecker } from '@vendure/core'

/**
 * Rates are numbers without a currency, and one shipping method serves several channels: it is offered only where
 * its rate is in the currency of the order.
 */
export const currencyShippingChecker = new ShippingEligibilityChecker({
  code: 'currency-shipping-checker',
  description: [
    { languageCode: LanguageCode.tr, value: 'Para birimi ve en az sepet tutarı' },
    { languageCode: LanguageCode.en, value: 'Currency and minimum order value' },
  ],
  args: {
    currency: { type: 'string', defaultValue: CurrencyCode.TRY },
    orderMinimum: { type: 'int', defaultValue: 0, ui: { component: 'currency-form-input' } },
  },
  check: (_ctx, order, args) =>
    order.currencyCode === args.currency && order.subTotalWithTax >= args.orderMinimum,
})
