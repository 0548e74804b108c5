import type { Method, MethodName, PageMethodName } from './method'
import { cash, shoppingLoan, transfer, wallet } from './rows'

/** Every `apmType` that the hosted page has no tab for: only the API starts it. */
export const API_METHODS: Readonly<Record<Exclude<MethodName, PageMethodName>, Method>> = {
  CHIPPIN: wallet('Chippin', 'CHIPPIN', { page: 'app' }),
  TOMPAY: wallet('TomPay', 'TOMPAY', { page: 'qr' }),
  HEPSIPAY_WALLET: wallet({ tr: 'Hepsipay Cüzdan', en: 'Hepsipay wallet' }, 'HEPSIPAY'),

  FUND_TRANSFER: transfer({ tr: 'EFT/Havale', en: 'Bank transfer' }, 'OFFLINE', {
    page: 'none',
    mayWait: false,
  }),
  CASH_ON_DELIVERY: cash({ tr: 'Kapıda ödeme', en: 'Cash on delivery' }, 'OFFLINE'),

  PAYCELL: shoppingLoan('Paycell', 'PAYCELL'),
  MASLAK: shoppingLoan('FinGate', 'MASLAK'),
  HASO: shoppingLoan('Haso', 'HASO'),
  ALBARAKA: shoppingLoan('Albaraka', 'ALBARAKA'),
  KARACA_FINANS: shoppingLoan('Karaca Finans', 'KARACA_FINANS'),
  HEPSIPAY_SHOPPING_LOAN: shoppingLoan(
    { tr: 'Hepsipay alışveriş kredisi', en: 'Hepsipay shopping loan' },
    'HEPSIPAY',
  ),
  // "Cancelling needs that it was not approved, a partial refund that it was" (bnpl-payments/tomfinance, /alfabank).
  TOM_FINANCE: shoppingLoan('Tom Finance', 'TOM_FINANCE', { refunds: 'parts-once-approved' }),
  ALFABANK: shoppingLoan('Alfabank', 'ALFABANK', { currencies: ['KZT'], refunds: 'parts-once-approved' }),
}
