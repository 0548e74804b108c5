/** What init's `enabledPaymentMethods` may name: the portal's list and what the other official clients add to it. */
export const PAYMENT_METHODS = [
  ...[
    'CARD',
    'MASTERPASS',
    'PAPARA',
    'PAYONEER',
    'PLUXEE',
    'SODEXO',
    'SODEXO_GIFT',
    'EDENRED',
    'EDENRED_GIFT',
  ],
  ...['TOKENFLEX', 'TOKENFLEX_GIFT', 'ALIPAY', 'PAYPAL', 'KLARNA', 'AFTERPAY', 'INSTANT_TRANSFER', 'STRIPE'],
  ...['HEPSIPAY', 'GARANTI_PAY', 'JUZDAN', 'YKB_WORLD_PAY', 'YKB_WORLD_PAY_SHOPPING_LOAN', 'MULTINET'],
  ...['MULTINET_GIFT', 'MULTINET_NEO_GIFT', 'METROPOL', 'ISPAY', 'PAYMOB', 'VODAFONE_DCB', 'KASPI', 'BIZUM'],
  ...['PAYLANDS_MB_WAY', 'ZIP', 'DKB', 'PAYCELL_DCB', 'SETCARD', 'IWALLET', 'PAPEL', 'BKM_EXPRESS'],
  ...['APPLEPAY', 'GOOGLEPAY'],
] as const
