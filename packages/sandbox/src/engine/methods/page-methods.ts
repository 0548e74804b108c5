import type { Method, PageMethodName } from './method'
import { bankApp, card, carrierBilling, EURO, LIRA, mealCard, shoppingLoan, transfer, wallet } from './rows'

const DOLLAR_EURO_POUND = ['USD', 'EUR', 'GBP']

/**
 * Every name of `enabledPaymentMethods`, in the order of the page's tabs (developer.craftgate.io/api, Ödeme Yöntemleri,
 * and alternative-payment-methods/*). The portal describes the way of Papara, Payoneer, PayPal, Klarna, Afterpay, Stripe,
 * Multinet, Edenred, Setcard, iWallet, Pluxee, Metropol, İşPay, Bizum and Paycell; that of the others is our guess.
 */
export const PAGE_METHODS: Readonly<Record<PageMethodName, Method>> = {
  CARD: card({ tr: 'Kart', en: 'Card', es: 'Tarjeta' }, 'BANK'),
  MASTERPASS: card('Masterpass', 'MASTERPASS', {
    page: 'code',
    needs: ['masterpassGsmNumber'],
    currencies: LIRA,
    cardBrand: 'Bonus',
  }),
  APPLEPAY: card('Apple Pay', 'APPLEPAY', { page: 'app', cardBrand: 'Bonus' }),
  GOOGLEPAY: card('Google Pay', 'GOOGLEPAY', { page: 'app', cardBrand: 'Bonus' }),

  GARANTI_PAY: bankApp('GarantiPay', 'GARANTI_PAY', { cardBrand: 'Bonus' }),
  YKB_WORLD_PAY: bankApp('World Pay', 'YKB_WORLD_PAY', { cardBrand: 'World' }),
  JUZDAN: bankApp('Juzdan', 'JUZDAN', { cardBrand: 'Axess' }),
  BKM_EXPRESS: bankApp('BKM Express', 'BKM_EXPRESS', { cardBrand: 'Maximum' }),
  ISPAY: bankApp('İşPay', 'ISPAY', { page: 'login', preAuth: false, paymentType: 'APM' }),

  PAPARA: wallet('Papara', 'PAPARA'),
  PAYCELL_DCB: carrierBilling(
    { tr: 'Paycell (faturama yansıt)', en: 'Paycell (phone bill)', es: 'Paycell (factura del teléfono)' },
    'PAYCELL_DCB',
  ),
  VODAFONE_DCB: carrierBilling(
    { tr: 'Vodafone (faturama yansıt)', en: 'Vodafone (phone bill)', es: 'Vodafone (factura del teléfono)' },
    'VODAFONE_DCB',
  ),
  HEPSIPAY: wallet('Hepsipay', 'HEPSIPAY'),
  PAPEL: wallet('Papel', 'PAPEL', { page: 'qr' }),
  IWALLET: wallet('iWallet', 'IWALLET', { page: 'code', asks: 'card-number' }),

  PLUXEE: mealCard('Pluxee', 'SODEXO', { page: 'none', asks: 'phone-and-code' }),
  SODEXO: mealCard('Sodexo', 'SODEXO', { page: 'none', asks: 'phone-and-code' }),
  SODEXO_GIFT: mealCard(
    { tr: 'Sodexo Hediye', en: 'Sodexo gift card', es: 'Sodexo (tarjeta regalo)' },
    'SODEXO',
    {
      page: 'none',
      asks: 'phone-and-code',
    },
  ),
  EDENRED: mealCard('Edenred', 'EDENRED'),
  EDENRED_GIFT: mealCard(
    { tr: 'Edenred Hediye', en: 'Edenred gift card', es: 'Edenred (tarjeta regalo)' },
    'EDENRED',
  ),
  MULTINET: mealCard('Multinet', 'MULTINET', { page: 'login', asks: undefined }),
  MULTINET_GIFT: mealCard(
    { tr: 'Multinet Hediye', en: 'Multinet gift card', es: 'Multinet (tarjeta regalo)' },
    'MULTINET',
    {
      page: 'login',
      asks: undefined,
    },
  ),
  MULTINET_NEO_GIFT: mealCard(
    { tr: 'Multinet Neo Hediye', en: 'Multinet Neo gift card', es: 'Multinet Neo (tarjeta regalo)' },
    'MULTINET',
    {
      page: 'login',
      asks: undefined,
    },
  ),
  SETCARD: mealCard('Setcard', 'SETCARD'),
  METROPOL: mealCard('Metropol', 'METROPOL'),
  TOKENFLEX: mealCard('Tokenflex', 'TOKENFLEX'),
  TOKENFLEX_GIFT: mealCard(
    { tr: 'Tokenflex Hediye', en: 'Tokenflex gift card', es: 'Tokenflex (tarjeta regalo)' },
    'TOKENFLEX',
  ),

  INSTANT_TRANSFER: transfer(
    { tr: 'Anında havale', en: 'Instant bank transfer', es: 'Transferencia inmediata' },
    'INSTANT_TRANSFER',
  ),

  YKB_WORLD_PAY_SHOPPING_LOAN: shoppingLoan(
    {
      tr: 'World Pay alışveriş kredisi',
      en: 'World Pay shopping loan',
      es: 'Préstamo de compra de World Pay',
    },
    'YKB_WORLD_PAY',
  ),
  DKB: shoppingLoan(
    { tr: 'DKB alışveriş kredisi', en: 'DKB shopping loan', es: 'Préstamo de compra de DKB' },
    'DKB',
  ),
  ZIP: shoppingLoan(
    { tr: 'Zip alışveriş kredisi', en: 'Zip shopping loan', es: 'Préstamo de compra de Zip' },
    undefined,
    { asks: 'phone' },
  ),

  PAYPAL: wallet('PayPal', 'PAYPAL', { currencies: DOLLAR_EURO_POUND }),
  STRIPE: wallet('Stripe', 'STRIPE', { currencies: ['TRY', ...DOLLAR_EURO_POUND] }),
  KLARNA: wallet('Klarna', 'KLARNA', {
    currencies: [...DOLLAR_EURO_POUND, 'RON'],
    needs: ['additionalParams.klarna'],
  }),
  AFTERPAY: wallet('Afterpay', 'AFTERPAY', { currencies: ['USD', 'GBP'] }),
  PAYONEER: wallet('Payoneer', 'PAYONEER', { currencies: DOLLAR_EURO_POUND, needs: ['apmUserIdentity'] }),
  ALIPAY: wallet('Alipay', 'ALIPAY', { page: 'qr', currencies: ['CNY', ...DOLLAR_EURO_POUND] }),
  KASPI: wallet('Kaspi', 'KASPI', { page: 'qr', currencies: ['KZT'] }),
  PAYMOB: wallet('Paymob', 'PAYMOB', { currencies: ['EGP', 'AED', 'SAR'] }),
  BIZUM: wallet('Bizum', 'BIZUM', { page: 'app', asks: 'phone', currencies: EURO }),
  PAYLANDS_MB_WAY: wallet('MB WAY', 'PAYLANDS_MB_WAY', { page: 'app', asks: 'phone', currencies: EURO }),
}
