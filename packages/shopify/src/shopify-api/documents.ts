import type { Operation } from '../telling/decision'

/** How a mutation is written: its arguments with their types in Shopify's published schema. */
interface Mutation {
  readonly arguments: Readonly<Record<string, string>>
  readonly answers: 'paymentSession' | 'refundSession' | 'captureSession' | 'voidSession'
  /** Errors of these two have no code; asking for it is refused. */
  readonly errorsHaveCodes: boolean
}

const MUTATIONS: Readonly<Record<Operation, Mutation>> = {
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
export function documentOf(operation: Operation): string {
  const { arguments: more, answers, errorsHaveCodes } = MUTATIONS[operation]
  const all = Object.entries({ id: 'ID!', ...more })
  const declared = all.map(([name, type]) => `$${name}: ${type}`).join(', ')
  const passed = all.map(([name]) => `${name}: $${name}`).join(', ')
  const session = answers === 'paymentSession' ? `id ${NEXT_ACTION}` : 'id'
  const errors = errorsHaveCodes ? 'code field message' : 'field message'
  return `mutation Craftgate_${operation}(${declared}) {
  result: ${operation}(${passed}) { session: ${answers} { ${session} } userErrors { ${errors} } }
}`
}

export const CONFIGURE = `mutation Craftgate_configure($ready: Boolean!, $externalHandle: String) {
  result: paymentsAppConfigure(ready: $ready, externalHandle: $externalHandle) {
    paymentsAppConfiguration { ready externalHandle }
    userErrors { field message }
  }
}`
