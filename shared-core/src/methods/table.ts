// THE table of ways to pay, from developer.craftgate.io: alternative-payment-methods, api/payment, bnpl-payments,
// instant-transfer-payment, api (odeme-yontemleri, apms). Its type holds it to every name of the API description. A file
// of data, hence its length.
import type { Localized } from '../messages/localized'
import type {
  DirectMethod,
  LaterOperations,
  OfflineMethod,
  PageMethod,
  PageStart,
  PaymentMethod,
} from './method'

const both = (name: string): Localized => ({ tr: name, en: name })
const words = (tr: string, en: string): Localized => ({ tr, en })

/** A virtual POS of a bank does everything. */
const POS: LaterOperations = { capture: 'yes', void: 'yes', partialRefund: 'yes' }
/** A bank's POS, of which the portal says "Sadece AUTH desteklenmektedir" or names no phase. */
const SALE_ONLY: LaterOperations = { ...POS, capture: 'no' }
/** Card data of a device: the portal says "saklı kart … ya da açık kart", and names no other. */
const TOKEN: LaterOperations = { ...POS, capture: 'undocumented' }
/** "Ödeme ve e-para kuruluşlarında kullanılamaz" (pre-auth-post-auth-payment); of refunds the portal says nothing. */
const NO_POS: LaterOperations = { capture: 'no', void: 'undocumented', partialRefund: 'undocumented' }
/** "Üye Cüzdanına Ödemenin Tümünün İadesi", "… Parçalı İadesi" (wallet). */
const WALLET: LaterOperations = { ...POS, capture: 'no' }
/** A loan that was approved is not cancelled any more, only refunded (bnpl-payments/alfabank, tomfinance). */
const APPROVED_LOAN: LaterOperations = { capture: 'no', void: 'no', partialRefund: 'yes' }
/** The money never passes Craftgate, which can therefore send nothing back (payment/fund_transfer_and_cod). */
const OUTSIDE: LaterOperations = { capture: 'no', void: 'no', partialRefund: 'no' }

/** api/bnpl-payments/init. */
const LOAN = { currencies: ['TRY', 'KZT'], ends: 'approval' } as const

const USUAL = { currencies: 'any', needs: [], ends: 'at-once', later: NO_POS } as const
type Row = Pick<PaymentMethod, 'group' | 'label' | 'bank'> & Partial<Pick<PaymentMethod, keyof typeof USUAL>>

const onPage = (row: Row & { readonly starts: PageStart }) => ({ ...USUAL, ...row })
const direct = (row: Row) => ({ ...USUAL, ...row, starts: 'not-on-page' as const })

const PAGE_TABLE: Readonly<Record<PageMethod, PaymentMethod & { readonly starts: PageStart }>> = {
  CARD: onPage({
    group: 'card',
    label: words('Banka veya kredi kartı', 'Debit or credit card'),
    starts: 'card-form',
    later: POS,
  }),
  MASTERPASS: onPage({
    group: 'card',
    label: both('Masterpass'),
    starts: 'one-time-code',
    needs: ['phone'],
    later: POS,
  }),
  APPLEPAY: onPage({ group: 'card', label: both('Apple Pay'), starts: 'app', later: TOKEN }),
  GOOGLEPAY: onPage({ group: 'card', label: both('Google Pay'), starts: 'app', later: TOKEN }),
  BKM_EXPRESS: onPage({
    group: 'bank-app',
    label: both('BKM Express'),
    starts: 'app',
    currencies: ['TRY'],
    ends: 'awaiting-funds',
    later: SALE_ONLY,
  }),
  GARANTI_PAY: onPage({
    group: 'bank-app',
    label: both('GarantiPay'),
    starts: 'redirect',
    bank: 'Garanti BBVA',
    later: SALE_ONLY,
  }),
  YKB_WORLD_PAY: onPage({
    group: 'bank-app',
    label: both('World Pay'),
    starts: 'redirect',
    bank: 'Yapı Kredi',
    later: SALE_ONLY,
  }),
  YKB_WORLD_PAY_SHOPPING_LOAN: onPage({
    group: 'shopping-loan',
    label: words('World Pay Alışveriş Kredisi', 'World Pay shopping loan'),
    starts: 'redirect',
    bank: 'Yapı Kredi',
    ends: 'approval',
  }),
  JUZDAN: onPage({ group: 'bank-app', label: both('Juzdan'), starts: 'qr', bank: 'Akbank', later: POS }),
  ISPAY: onPage({ group: 'bank-app', label: both('İşPay'), starts: 'redirect', bank: 'İş Bankası' }),
  HEPSIPAY: onPage({ group: 'wallet', label: both('Hepsipay'), starts: 'redirect' }),
  PAPARA: onPage({ group: 'wallet', label: both('Papara'), starts: 'redirect' }),
  PAPEL: onPage({ group: 'wallet', label: both('Papel'), starts: 'redirect' }),
  PAYMOB: onPage({ group: 'wallet', label: both('Paymob'), starts: 'redirect' }),
  PAYONEER: onPage({ group: 'wallet', label: both('Payoneer'), starts: 'redirect', needs: ['identity'] }),
  PAYPAL: onPage({ group: 'wallet', label: both('PayPal'), starts: 'redirect' }),
  STRIPE: onPage({ group: 'wallet', label: both('Stripe'), starts: 'redirect' }),
  ALIPAY: onPage({ group: 'wallet', label: both('Alipay'), starts: 'redirect' }),
  KLARNA: onPage({
    group: 'wallet',
    label: both('Klarna'),
    starts: 'redirect',
    needs: ['country', 'locale'],
  }),
  AFTERPAY: onPage({ group: 'wallet', label: both('Afterpay'), starts: 'redirect' }),
  BIZUM: onPage({
    group: 'wallet',
    label: both('Bizum'),
    starts: 'app',
    needs: ['phone'],
    ends: 'awaiting-funds',
  }),
  KASPI: onPage({ group: 'wallet', label: both('Kaspi'), starts: 'redirect', ends: 'awaiting-funds' }),
  PAYLANDS_MB_WAY: onPage({ group: 'wallet', label: both('MB WAY'), starts: 'app', ends: 'awaiting-funds' }),
  IWALLET: onPage({ group: 'meal-or-gift-card', label: both('iWallet'), starts: 'one-time-code' }),
  SETCARD: onPage({ group: 'meal-or-gift-card', label: both('Setcard'), starts: 'one-time-code' }),
  METROPOL: onPage({ group: 'meal-or-gift-card', label: both('Metropol'), starts: 'one-time-code' }),
  PLUXEE: onPage({ group: 'meal-or-gift-card', label: both('Pluxee'), starts: 'one-time-code' }),
  SODEXO: onPage({ group: 'meal-or-gift-card', label: both('Pluxee'), starts: 'one-time-code' }),
  SODEXO_GIFT: onPage({
    group: 'meal-or-gift-card',
    label: words('Pluxee Hediye Kartı', 'Pluxee gift card'),
    starts: 'one-time-code',
  }),
  EDENRED: onPage({ group: 'meal-or-gift-card', label: both('Edenred'), starts: 'one-time-code' }),
  EDENRED_GIFT: onPage({
    group: 'meal-or-gift-card',
    label: words('Edenred Hediye Kartı', 'Edenred gift card'),
    starts: 'one-time-code',
  }),
  TOKENFLEX: onPage({ group: 'meal-or-gift-card', label: both('TokenFlex'), starts: 'one-time-code' }),
  TOKENFLEX_GIFT: onPage({
    group: 'meal-or-gift-card',
    label: words('TokenFlex Hediye Kartı', 'TokenFlex gift card'),
    starts: 'one-time-code',
  }),
  MULTINET: onPage({ group: 'meal-or-gift-card', label: both('Multinet'), starts: 'redirect' }),
  MULTINET_GIFT: onPage({
    group: 'meal-or-gift-card',
    label: words('Multinet Hediye Kartı', 'Multinet gift card'),
    starts: 'redirect',
  }),
  MULTINET_NEO_GIFT: onPage({
    group: 'meal-or-gift-card',
    label: words('Multinet Neo Hediye Kartı', 'Multinet Neo gift card'),
    starts: 'redirect',
  }),
  INSTANT_TRANSFER: onPage({
    group: 'transfer',
    label: words('Anında havale', 'Instant bank transfer'),
    starts: 'bank-choice',
    ends: 'awaiting-funds',
  }),
  PAYCELL_DCB: onPage({
    group: 'carrier-billing',
    label: words('Paycell (faturaya yansıt)', 'Paycell carrier billing'),
    starts: 'one-time-code',
    needs: ['phone'],
  }),
  VODAFONE_DCB: onPage({
    group: 'carrier-billing',
    label: words('Vodafone (faturaya yansıt)', 'Vodafone carrier billing'),
    starts: 'one-time-code',
    needs: ['phone'],
  }),
  ZIP: onPage({
    group: 'shopping-loan',
    label: both('Zip'),
    starts: 'redirect',
    ...LOAN,
    needs: ['phone', 'email'],
  }),
  DKB: onPage({ group: 'shopping-loan', label: both('DKB'), starts: 'redirect', ...LOAN }),
}

const DIRECT_TABLE: Readonly<Record<DirectMethod, PaymentMethod & { readonly starts: 'not-on-page' }>> = {
  STORED_CARD: direct({ group: 'card', label: words('Kayıtlı kart', 'Stored card'), later: POS }),
  CG_WALLET: direct({ group: 'wallet', label: words('Cüzdan bakiyesi', 'Wallet balance'), later: WALLET }),
  HEPSIPAY_WALLET: direct({ group: 'wallet', label: words('Hepsipay Cüzdan', 'Hepsipay wallet') }),
  TOMPAY: direct({ group: 'wallet', label: both('TomPay'), needs: ['phone'], ends: 'awaiting-funds' }),
  CHIPPIN: direct({ group: 'wallet', label: both('Chippin'), needs: ['identity'], ends: 'awaiting-funds' }),
  FUND_TRANSFER: direct({
    group: 'transfer',
    label: words('Havale / EFT', 'Bank transfer'),
    ends: 'awaiting-funds',
    later: OUTSIDE,
  }),
  CASH_ON_DELIVERY: direct({
    group: 'cash',
    label: words('Kapıda ödeme', 'Cash on delivery'),
    ends: 'awaiting-funds',
    later: OUTSIDE,
  }),
  HEPSIPAY_SHOPPING_LOAN: direct({
    group: 'shopping-loan',
    label: words('Hepsipay Alışveriş Kredisi', 'Hepsipay shopping loan'),
    ...LOAN,
  }),
  MASLAK: direct({ group: 'shopping-loan', label: both('FinGate'), ...LOAN }),
  HASO: direct({
    group: 'shopping-loan',
    label: both('Haso'),
    ...LOAN,
    needs: ['phone', 'birth-date', 'national-id'],
  }),
  ALFABANK: direct({ group: 'shopping-loan', label: both('Alfabank'), ...LOAN, later: APPROVED_LOAN }),
  TOM_FINANCE: direct({
    group: 'shopping-loan',
    label: both('Tom Finans'),
    ...LOAN,
    needs: ['phone', 'name'],
    later: APPROVED_LOAN,
  }),
  PAYCELL: direct({
    group: 'shopping-loan',
    label: both('Paycell'),
    ...LOAN,
    needs: ['phone', 'birth-date', 'national-id'],
  }),
  ALBARAKA: direct({ group: 'shopping-loan', label: both('Albaraka'), ...LOAN }),
  KARACA_FINANS: direct({ group: 'shopping-loan', label: both('Karaca Finans'), ...LOAN }),
}

export const PAYMENT_METHODS: Readonly<Record<PageMethod | DirectMethod, PaymentMethod>> = {
  ...PAGE_TABLE,
  ...DIRECT_TABLE,
}

export const PAGE_METHODS = Object.keys(PAGE_TABLE) as PageMethod[]

export const OFFLINE_METHODS: readonly [OfflineMethod, OfflineMethod] = ['FUND_TRANSFER', 'CASH_ON_DELIVERY']
