import { ErrorResult } from '@vendure/core'
import { shopErrorResources } from './shop-error'

export type CheckoutProblem =
  | 'NOTHING_TO_PAY'
  | 'ORDER_NOT_PAYABLE'
  | 'SELLER_ORDER'
  | 'CURRENCY_NOT_SUPPORTED'
  | 'CHANNEL_NOT_CONFIGURED'
  | 'NO_PAYMENT_METHOD'
  | 'UNKNOWN_WAY_TO_PAY'

/** Why a payment cannot begin. Vendure translates `message` by the keys below. */
export class CraftgateCheckoutError extends ErrorResult {
  override readonly __typename = 'CraftgateCheckoutError'
  override readonly errorCode = 'CRAFTGATE_CHECKOUT_ERROR'
  override readonly message: string

  constructor(readonly reason: CheckoutProblem) {
    super()
    this.message = `CRAFTGATE_${reason}`
  }
}

/** The Shop API's own error; Vendure exports no class for it. */
export class IneligibleMethodError extends ErrorResult {
  override readonly __typename = 'IneligiblePaymentMethodError'
  override readonly errorCode = 'INELIGIBLE_PAYMENT_METHOD_ERROR'
  override readonly message = 'INELIGIBLE_PAYMENT_METHOD_ERROR'

  constructor(readonly eligibilityCheckerMessage: string | undefined) {
    super()
  }
}

const sentences: Record<CheckoutProblem, { tr: string; en: string }> = {
  NOTHING_TO_PAY: { tr: 'Ödenecek tutar yok', en: 'There is nothing to pay' },
  ORDER_NOT_PAYABLE: { tr: 'Bu sipariş artık ödeme alamıyor', en: 'This order cannot be paid any more' },
  SELLER_ORDER: {
    tr: 'Bu, bir siparişin bir satıcıya düşen kısmı; siparişin kendisi ödenir',
    en: 'This is one seller’s part of an order; the order itself is what is paid',
  },
  CURRENCY_NOT_SUPPORTED: {
    tr: 'Craftgate bu para biriminde ödeme almıyor',
    en: 'Craftgate does not charge this currency',
  },
  CHANNEL_NOT_CONFIGURED: {
    tr: 'Bu satış kanalı için ödeme ayarı yapılmamış',
    en: 'Payments are not set up for this sales channel',
  },
  NO_PAYMENT_METHOD: {
    tr: 'Bu satış kanalında kullanılabilir bir Craftgate ödeme yöntemi yok',
    en: 'This sales channel has no Craftgate payment method that can be used',
  },
  UNKNOWN_WAY_TO_PAY: {
    tr: 'Bu adla doğrudan açılabilen bir ödeme yolu yok',
    en: 'There is no way to pay by this name that can be opened alone',
  },
}

const ORDER_BUSY = {
  tr: 'Bu siparişin ödemesi şu anda işleniyor. Lütfen birazdan yeniden deneyin.',
  en: 'A payment of this order is being processed right now. Please try again in a moment.',
}

const LIST_TOO_FAR = {
  tr: 'Bu listede en fazla 10.000 kayıt ilerlenebilir. Daha eskileri için listeyi süzün.',
  en: 'A page of this list begins after 10,000 attempts at most. Filter the list to find older ones.',
}

/** Vendure's i18n resources for these errors. */
export const errorResources = (language: 'tr' | 'en') => ({
  error: {
    ...shopErrorResources(language),
    'craftgate-order-busy': ORDER_BUSY[language],
    'craftgate-list-too-far': LIST_TOO_FAR[language],
  },
  errorResult: Object.fromEntries(
    Object.entries(sentences).map(([reason, sentence]) => [`CRAFTGATE_${reason}`, sentence[language]]),
  ),
})
