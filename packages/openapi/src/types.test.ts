import type { Answer, PathParameters, QueryParameters, RequestBody, Schema } from './index'

it('types follow the description', () => {
  const refund: RequestBody<'refundPayment'> = { paymentId: 5, refundDestinationType: 'PROVIDER' }
  const capture: RequestBody<'postAuthPayment'> = {}
  const search: QueryParameters<'searchPayments'> = { page: 0, isThreeDS: true }
  const path: PathParameters<'postAuthPayment'> = { paymentId: 1 }
  const item: Schema<'PaymentItem'> = { price: 1 }
  const found: Answer<'searchPayments'> = { items: [], page: 0 }
  const nothing: Answer<'deleteStoredCard'> = 'unknown'
  // @ts-expect-error: the payment is required
  const empty: RequestBody<'refundPayment'> = {}
  // @ts-expect-error: a GET has no body
  const body: RequestBody<'retrievePayment'> = {}
  // @ts-expect-error: not a destination
  const other: RequestBody<'refundPayment'> = { paymentId: 5, refundDestinationType: 'BANK' }
  expect([refund, capture, search, path, item, found, nothing, empty, body, other]).toHaveLength(10)
})
