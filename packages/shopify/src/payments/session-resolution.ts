import { type HeldOutcome, sentenceIn } from '@craftgate-commerce/core/adapter'
import { describeErrorGroup } from '@craftgate-commerce/core/client'
import type { PaymentRejectCode, SessionResolution } from '../shopify-api'

/** How Shopify is answered about a payment whose money comes later. */
export const pendingUntilPaid = (now: Date): SessionResolution => ({
  mutation: 'paymentSessionPending',
  pendingExpiresAt: pendingExpiresAt(now),
  reason: 'BUYER_ACTION_REQUIRED',
})

/** How Shopify is answered about a payment that holds the shopper's money. */
export function resolutionOfOutcome({ kind }: HeldOutcome, now: Date): SessionResolution {
  switch (kind) {
    case 'captured':
      return { mutation: 'paymentSessionResolve' }
    case 'authorized':
      return { mutation: 'paymentSessionResolve', authorizationExpiresAt: authorizationExpiresAt(now) }
    case 'review':
      return {
        mutation: 'paymentSessionPending',
        pendingExpiresAt: pendingExpiresAt(now),
        reason: 'MERCHANT_ACTION_REQUIRED',
      }
  }
}

type Reject = Extract<SessionResolution, { mutation: 'paymentSessionReject' }>

/** Shopify's code for each of Craftgate's error groups (developer.craftgate.io/error-groups) that has one of its own. */
export const CODE_OF_GROUP: Readonly<Record<string, PaymentRejectCode>> = {
  BLOCKED_CARD: 'CARD_DECLINED',
  BNPL_CANCELLED: 'CANCELLED_PAYMENT',
  BIN_NOT_FOUND: 'INVALID_NUMBER',
  APM_ACCOUNT_NOT_FOUND: 'INVALID_PAYMENT_METHOD',
  APM_ACCOUNT_PERMISSION_DENIED: 'INSTRUMENT_DECLINED',
  APM_ERROR: 'INSTRUMENT_DECLINED',
  APM_INVALID_VERIFICATION_CODE: 'AUTHENTICATION_FAILED',
  APM_VALIDATION_ERROR: 'INSTRUMENT_DECLINED',
  APM_VERIFICATION_CODE_ERROR: 'AUTHENTICATION_FAILED',
  CARD_NOT_PERMITTED: 'PAYMENT_METHOD_UNSUPPORTED',
  CVC_REQUIRED: 'INCORRECT_CVC',
  DEBIT_CARDS_INSTALLMENT_NOT_ALLOWED: 'PAYMENT_METHOD_UNSUPPORTED',
  DECLINED: 'CARD_DECLINED',
  DO_NOT_HONOUR: 'DO_NOT_HONOR',
  EXCEEDS_ALLOWABLE_PIN_TRIES: 'INCORRECT_PIN',
  EXCEEDS_WITHDRAWAL_AMOUNT_LIMIT: 'TRANSACTION_LIMIT_EXCEEDED',
  EXPIRED_CARD: 'EXPIRED_CARD',
  FRAUD_BLOCK: 'FRAUD_SUSPECTED',
  FRAUD_CHECK_BLOCK: 'FRAUD_SUSPECTED',
  FRAUD_SUSPECT: 'FRAUD_SUSPECTED',
  INVALID_AMOUNT: 'INVALID_AMOUNT',
  INVALID_CARD_NUMBER: 'INCORRECT_NUMBER',
  INVALID_CARD_TYPE: 'PAYMENT_METHOD_UNSUPPORTED',
  INVALID_CAVV: 'AUTHENTICATION_FAILED',
  INVALID_ECI: 'AUTHENTICATION_FAILED',
  INVALID_EXPIRE_YEAR_MONTH: 'INVALID_EXPIRY_DATE',
  INVALID_MERCHANT_OR_SP: 'MERCHANT_ACCOUNT_ERROR',
  INVALID_PIN: 'INCORRECT_PIN',
  INVALID_TRANSACTION: 'INVALID_PURCHASE_TYPE',
  LOST_CARD: 'PICK_UP_CARD',
  NOT_PERMITTED_TO_CARDHOLDER: 'CARD_DECLINED',
  NOT_PERMITTED_TO_FOREIGN_CARD: 'PAYMENT_METHOD_UNSUPPORTED',
  NOT_PERMITTED_TO_INSTALLMENT: 'PAYMENT_METHOD_UNSUPPORTED',
  NOT_PERMITTED_TO_TERMINAL: 'MERCHANT_ACCOUNT_ERROR',
  NOT_SUFFICIENT_AWARD: 'INSUFFICIENT_FUNDS',
  NOT_SUFFICIENT_FUNDS: 'INSUFFICIENT_FUNDS',
  NO_SUCH_ISSUER: 'INCORRECT_NUMBER',
  PICKUP_CARD: 'PICK_UP_CARD',
  REFER_TO_CARD_ISSUER: 'CALL_ISSUER',
  REQUEST_BLOCKED_BY_BANK: 'CALL_ISSUER',
  RESTRICTED_BY_LAW: 'MERCHANT_RULE',
  RESTRICTED_CARD: 'CARD_DECLINED',
  STOLEN_CARD: 'PICK_UP_CARD',
  THREEDS_INIT_ERROR: 'AUTHENTICATION_FAILED',
}

/** Said by Craftgate or by the merchant's own rules; all others by the bank. */
const PROVIDER: ReadonlySet<string> = new Set(['FRAUD_BLOCK', 'FRAUD_CHECK_BLOCK', 'FRAUD_SUSPECT'])

/** How Shopify is answered about a payment that Craftgate declined, in the merchant's language. */
export function rejectionOfGroup(group: string | undefined, merchantLocale: string): Reject {
  const code = (group !== undefined && CODE_OF_GROUP[group]) || 'PROCESSING_ERROR'
  const merchantMessage = sentenceIn(merchantLocale, describeErrorGroup(group).merchant)
  const source = PROVIDER.has(group ?? '') ? 'PROVIDER' : 'NETWORK'
  return { mutation: 'paymentSessionReject', reason: { code, merchantMessage, source } }
}

const KEYS_MISSING = {
  tr: 'Bu modun Craftgate anahtarları girilmemiş. Craftgate uygulamasının ayarlarından girin.',
  en: 'The Craftgate keys of this mode are missing. Enter them in the settings of the Craftgate app.',
}

/** The shop has no Craftgate keys for this mode. */
export const rejectWithoutKeys = (merchantLocale: string): Reject => ({
  mutation: 'paymentSessionReject',
  reason: {
    code: 'MERCHANT_ACCOUNT_ERROR',
    merchantMessage: sentenceIn(merchantLocale, KEYS_MISSING),
    source: 'PROVIDER',
  },
})

const UNEXPECTED_PAYMENT = {
  tr: 'Craftgate bu oturum için beklenenden farklı bir ödeme bildirdi; para iade ediliyor.',
  en: 'Craftgate reported a payment that is not the one of this session; the money goes back.',
}

/** Money came that the session cannot take; it goes back. */
export const rejectUnexpectedPayment = (merchantLocale: string): Reject => ({
  mutation: 'paymentSessionReject',
  reason: {
    code: 'PROCESSING_ERROR',
    merchantMessage: sentenceIn(merchantLocale, UNEXPECTED_PAYMENT),
    source: 'PROVIDER',
  },
})

const DAY_MS = 24 * 3_600_000

/**
 * How long a merchant may wait before capturing. Craftgate's pages name no limit, and banks in Turkey hold a
 * pre-authorization for some weeks; one week is kept by all of them.
 */
const AUTHORIZATION_DAYS = 7

/** Shopify takes a pending payment for three days; a little less, so that its clock does not refuse it. */
const PENDING_MS = 3 * DAY_MS - 3_600_000

const authorizationExpiresAt = (now: Date): string =>
  new Date(now.getTime() + AUTHORIZATION_DAYS * DAY_MS).toISOString()

const pendingExpiresAt = (now: Date): string => new Date(now.getTime() + PENDING_MS).toISOString()
