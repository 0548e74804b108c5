export const PRODUCTS = `query { products(options: { take: 20, sort: { id: ASC } }) { items { variants { id stockLevel currencyCode } } } }`

export const ORDER_FIELDS = `
  id code currencyCode totalWithTax
  lines { id quantity proratedLinePriceWithTax }
`

const ORDER_RESULT = `__typename ... on Order { ${ORDER_FIELDS} } ... on ErrorResult { errorCode message }`

export const ADD_ITEM = `mutation($variant: ID!, $quantity: Int!) {
  result: addItemToOrder(productVariantId: $variant, quantity: $quantity) { ${ORDER_RESULT} }
}`

export const ADJUST_LINE = `mutation($line: ID!, $quantity: Int!) {
  result: adjustOrderLine(orderLineId: $line, quantity: $quantity) { ${ORDER_RESULT} }
}`

export const BACK_TO_CART = `mutation { result: transitionOrderToState(state: "AddingItems") { ${ORDER_RESULT} } }`

export const APPLY_COUPON = `mutation($code: String!) { result: applyCouponCode(couponCode: $code) { ${ORDER_RESULT} } }`

export const SET_CUSTOMER = `mutation($input: CreateCustomerInput!) { result: setCustomerForOrder(input: $input) { ${ORDER_RESULT} } }`

export const SET_ADDRESS = `mutation($input: CreateAddressInput!) { result: setOrderShippingAddress(input: $input) { ${ORDER_RESULT} } }`

export const SHIPPING_METHODS = `query { eligibleShippingMethods { id priceWithTax } }`

export const SET_SHIPPING = `mutation($id: ID!) { result: setOrderShippingMethod(shippingMethodId: [$id]) { ${ORDER_RESULT} } }`

export const LOG_IN = `mutation($username: String!, $password: String!) {
  login(username: $username, password: $password) { ... on CurrentUser { id } }
}`

export const STORED_CARDS = `query { craftgateStoredCards { lastFour } }`

export const COMPLETE_ACCOUNT = `mutation($phone: String!, $address: CreateAddressInput!) {
  updateCustomer(input: { phoneNumber: $phone }) { id }
  createCustomerAddress(input: $address) { id }
}`

export const TOP_UP = `mutation($amount: Money!) { topUpCraftgateWallet(amount: $amount) { url } }`

export const WALLET = `query { craftgateWallet { balance currency moves { type amount at } moveCount } }`

export const PAY_LINK = `mutation($reference: String!) { craftgatePayLink(reference: $reference) }`

export const BEGIN = `mutation($method: String!) {
  result: createCraftgateCheckout(input: { paymentMethodCode: $method }) {
    __typename
    ... on CraftgateCheckout { reference payLink }
    ... on ErrorResult { errorCode message }
  }
}`

export const PLACE_UNPAID = `mutation($method: String!) {
  result: placeCraftgateOrder(input: { paymentMethodCode: $method }) {
    __typename
    ... on CraftgateUnpaidOrder { reference }
    ... on ErrorResult { errorCode message }
  }
}`

export const STATUS = `query($reference: String!) {
  craftgateCheckout(reference: $reference) { outcome declineMessage }
}`
