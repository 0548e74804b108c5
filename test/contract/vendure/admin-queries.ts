export const LOGIN = `mutation($username: String!, $password: String!) {
  login(username: $username, password: $password) { __typename ... on ErrorResult { message } }
}`

export const ORDER = `query($id: ID!) {
  order(id: $id) {
    state currencyCode totalWithTax
    payments { id state amount transactionId metadata refunds { id state total } }
  }
}`

export const SETTLE = `mutation($id: ID!) {
  result: settlePayment(id: $id) {
    __typename
    ... on Payment { id state }
    ... on SettlePaymentError { message paymentErrorMessage }
    ... on ErrorResult { errorCode message }
  }
}`

export const CAPTURE = `mutation($id: ID!, $amount: Money!) {
  result: captureCraftgatePayment(input: { paymentId: $id, amount: $amount }) {
    __typename
    ... on Payment { id state }
    ... on SettlePaymentError { message paymentErrorMessage }
    ... on ErrorResult { errorCode message }
  }
}`

export const CANCEL_PAYMENT = `mutation($id: ID!) {
  result: cancelPayment(id: $id) {
    __typename
    ... on Payment { id state }
    ... on CancelPaymentError { message paymentErrorMessage }
    ... on ErrorResult { errorCode message }
  }
}`

export const REFUND = `mutation($input: RefundOrderInput!) {
  result: refundOrder(input: $input) {
    __typename
    ... on Refund { id state total metadata }
    ... on ErrorResult { errorCode message }
  }
}`

export const CREATE_METHOD = `mutation($input: CreatePaymentMethodInput!) { createPaymentMethod(input: $input) { id } }`

export const RECORD_MONEY = `mutation($orderCode: String!) {
  result: recordCraftgatePayment(orderCode: $orderCode) { state message }
}`

export const CANCEL_ORDER = `mutation($id: ID!) { result: cancelOrder(input: { orderId: $id }) { __typename } }`

export const CREATE_CUSTOMER = `mutation($input: CreateCustomerInput!, $password: String!) {
  createCustomer(input: $input, password: $password) { ... on Customer { id } }
}`

export const SETTLE_CHECKOUT = `mutation($reference: String!) { settleCraftgateCheckout(reference: $reference) { state } }`

export const RECONCILE = `mutation ($after: String!) { craftgateReconcile(after: $after) { problems next } }`

export const PANEL_LINK = `mutation($path: String) { craftgatePanelLink(path: $path) }`
