import type { CaptureRejectCode, PaymentRejectCode, PendingReason } from '../shopify-api/reject-codes'

interface Because<Code extends string> {
  readonly code: Code
  /** A sentence in the merchant's language. */
  readonly merchantMessage: string
}

/** What Shopify is told of a session: one mutation, whose words are fixed when it is written down. */
export type Told =
  | { readonly operation: 'paymentSessionResolve'; readonly authorizationExpiresAt?: string }
  | {
      readonly operation: 'paymentSessionReject'
      /** PROVIDER: Craftgate's rules said no; NETWORK: the bank did. */
      readonly reason: Because<PaymentRejectCode> & { readonly source?: 'NETWORK' | 'PROVIDER' }
    }
  | {
      readonly operation: 'paymentSessionPending'
      readonly pendingExpiresAt: string
      readonly reason: PendingReason
    }
  | { readonly operation: 'refundSessionResolve' | 'captureSessionResolve' | 'voidSessionResolve' }
  | {
      readonly operation: 'refundSessionReject' | 'voidSessionReject'
      readonly reason: Because<'PROCESSING_ERROR'>
    }
  | { readonly operation: 'captureSessionReject'; readonly reason: Because<CaptureRejectCode> }

export type Operation = Told['operation']

export const isReject = ({ operation }: Told): boolean => operation.endsWith('Reject')
