/** PaymentSessionStateRejectedReason of the published schema, but for the deprecated RISKY. */
export const PAYMENT_REJECT_CODES = [
  'AMOUNT_TOO_LARGE',
  'AMOUNT_TOO_SMALL',
  'AUTHENTICATION_FAILED',
  'AUTHENTICATION_REQUIRED',
  'CALL_ISSUER',
  'CANCELLED_PAYMENT',
  'CARD_DECLINED',
  'CARD_TESTING',
  'CONFIRMATION_REJECTED',
  'DO_NOT_HONOR',
  'EXPIRED_CARD',
  'FRAUD_SUSPECTED',
  'HIGH_RISK_FRAUD_SUSPECTED',
  'INCORRECT_ADDRESS',
  'INCORRECT_CVC',
  'INCORRECT_NUMBER',
  'INCORRECT_PIN',
  'INCORRECT_ZIP',
  'INSTRUMENT_DECLINED',
  'INSUFFICIENT_FUNDS',
  'INVALID_AMOUNT',
  'INVALID_CURRENCY',
  'INVALID_CVC',
  'INVALID_EXPIRY_DATE',
  'INVALID_NUMBER',
  'INVALID_PAYMENT_METHOD',
  'INVALID_PURCHASE_TYPE',
  'INVALID_REQUEST',
  'MERCHANT_ACCOUNT_ERROR',
  'MERCHANT_RULE',
  'PAYMENT_METHOD_UNSUPPORTED',
  'PICK_UP_CARD',
  'PROCESSING_ERROR',
  'RETRY_DECLINED',
  'TRANSACTION_LIMIT_EXCEEDED',
] as const

export type PaymentRejectCode = (typeof PAYMENT_REJECT_CODES)[number]

/** CaptureSessionStateRejectedReason; refunds and voids know PROCESSING_ERROR only. */
export const CAPTURE_REJECT_CODES = ['AUTHORIZATION_EXPIRED', 'PROCESSING_ERROR'] as const

export type CaptureRejectCode = (typeof CAPTURE_REJECT_CODES)[number]

/** PaymentSessionStatePendingReason. */
export const PENDING_REASONS = [
  'BUYER_ACTION_REQUIRED',
  'MERCHANT_ACTION_REQUIRED',
  'NETWORK_ACTION_REQUIRED',
  'PARTNER_ACTION_REQUIRED',
] as const

export type PendingReason = (typeof PENDING_REASONS)[number]

interface RejectionReason<Code extends string> {
  readonly code: Code
  /** A sentence in the merchant's language. */
  readonly merchantMessage: string
}

/** How Shopify is answered about a session: one mutation, whose words are fixed when it is written down. */
export type SessionResolution =
  | { readonly mutation: 'paymentSessionResolve'; readonly authorizationExpiresAt?: string }
  | {
      readonly mutation: 'paymentSessionReject'
      /** PROVIDER: Craftgate's rules said no; NETWORK: the bank did. */
      readonly reason: RejectionReason<PaymentRejectCode> & { readonly source?: 'NETWORK' | 'PROVIDER' }
    }
  | {
      readonly mutation: 'paymentSessionPending'
      readonly pendingExpiresAt: string
      readonly reason: PendingReason
    }
  | { readonly mutation: 'refundSessionResolve' | 'captureSessionResolve' | 'voidSessionResolve' }
  | {
      readonly mutation: 'refundSessionReject' | 'voidSessionReject'
      readonly reason: RejectionReason<'PROCESSING_ERROR'>
    }
  | { readonly mutation: 'captureSessionReject'; readonly reason: RejectionReason<CaptureRejectCode> }

export type MutationName = SessionResolution['mutation']

export const isReject = ({ mutation }: SessionResolution): boolean => mutation.endsWith('Reject')

/** How a mutation is written: its arguments with their types in Shopify's published schema. */
interface MutationShape {
  readonly arguments: Readonly<Record<string, string>>
  readonly answers: 'paymentSession' | 'refundSession' | 'captureSession' | 'voidSession'
  /** Errors of these two have no code; asking for it is refused. */
  readonly errorsHaveCodes: boolean
}

const MUTATIONS: Readonly<Record<MutationName, MutationShape>> = {
  paymentSessionResolve: {
    arguments: { authorizationExpiresAt: 'DateTime' },
    answers: 'paymentSession',
    errorsHaveCodes: false,
  },
  paymentSessionReject: {
    arguments: { reason: 'PaymentSessionRejectionReasonInput!' },
    answers: 'paymentSession',
    errorsHaveCodes: false,
  },
  paymentSessionPending: {
    arguments: { pendingExpiresAt: 'DateTime!', reason: 'PaymentSessionStatePendingReason!' },
    answers: 'paymentSession',
    errorsHaveCodes: true,
  },
  refundSessionResolve: { arguments: {}, answers: 'refundSession', errorsHaveCodes: true },
  refundSessionReject: {
    arguments: { reason: 'RefundSessionRejectionReasonInput!' },
    answers: 'refundSession',
    errorsHaveCodes: true,
  },
  captureSessionResolve: { arguments: {}, answers: 'captureSession', errorsHaveCodes: true },
  captureSessionReject: {
    arguments: { reason: 'CaptureSessionRejectionReasonInput!' },
    answers: 'captureSession',
    errorsHaveCodes: true,
  },
  voidSessionResolve: { arguments: {}, answers: 'voidSession', errorsHaveCodes: true },
  voidSessionReject: {
    arguments: { reason: 'VoidSessionRejectionReasonInput!' },
    answers: 'voidSession',
    errorsHaveCodes: true,
  },
}

const NEXT_ACTION = 'nextAction { action context { ... on PaymentSessionActionsRedirect { redirectUrl } } }'

/** The document of one mutation. */
export function documentOf(mutation: MutationName): string {
  const { arguments: more, answers, errorsHaveCodes } = MUTATIONS[mutation]
  const all = Object.entries({ id: 'ID!', ...more })
  const declared = all.map(([name, type]) => `$${name}: ${type}`).join(', ')
  const passed = all.map(([name]) => `${name}: $${name}`).join(', ')
  const session = answers === 'paymentSession' ? `id ${NEXT_ACTION}` : 'id'
  const errors = errorsHaveCodes ? 'code field message' : 'field message'
  return `mutation Craftgate_${mutation}(${declared}) {
  result: ${mutation}(${passed}) { session: ${answers} { ${session} } userErrors { ${errors} } }
}`
}

export const CONFIGURE = `mutation Craftgate_configure($ready: Boolean!, $externalHandle: String) {
  result: paymentsAppConfigure(ready: $ready, externalHandle: $externalHandle) {
    paymentsAppConfiguration { ready externalHandle }
    userErrors { field message }
  }
}`
