// What a payments app sends; the words of Shopify's own template.
const session = `paymentSession {
  id
  state {
    ... on PaymentSessionStateResolved { code }
    ... on PaymentSessionStateRejected { code reason merchantMessage source }
    ... on PaymentSessionStatePending { code pendingReason: reason }
  }
  nextAction { action context { ... on PaymentSessionActionsRedirect { redirectUrl } } }
  authorizationExpiresAt
  pendingExpiresAt
}`

export const RESOLVE = `mutation Resolve($id: ID!, $authorizationExpiresAt: DateTime) {
  paymentSessionResolve(id: $id, authorizationExpiresAt: $authorizationExpiresAt) { ${session} userErrors { field message } }
}`

export const REJECT = `mutation Reject($id: ID!, $reason: PaymentSessionRejectionReasonInput!) {
  paymentSessionReject(id: $id, reason: $reason) { ${session} userErrors { field message } }
}`

export const PENDING = `mutation Pending($id: ID!, $at: DateTime!, $reason: PaymentSessionStatePendingReason!) {
  paymentSessionPending(id: $id, pendingExpiresAt: $at, reason: $reason) { ${session} userErrors { field message code } }
}`

const finish = (kind: 'refund' | 'capture' | 'void') => {
  const type = `${kind[0]?.toUpperCase()}${kind.slice(1)}`
  const body = `${kind}Session { id state {
    ... on ${type}SessionStateResolved { code }
    ... on ${type}SessionStateRejected { code reason merchantMessage }
  } } userErrors { field message code }`
  return {
    resolve: `mutation Resolve($id: ID!) { ${kind}SessionResolve(id: $id) { ${body} } }`,
    reject: `mutation Reject($id: ID!, $reason: ${type}SessionRejectionReasonInput!) {
      ${kind}SessionReject(id: $id, reason: $reason) { ${body} }
    }`,
  }
}

export const REFUND = finish('refund')
export const CAPTURE = finish('capture')
export const VOID = finish('void')
