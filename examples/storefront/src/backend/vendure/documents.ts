// What is asked of the Shop API, and the shapes of the answers.

export const ORDER_FIELDS = /* GraphQL */ `
  fragment OrderFields on Order {
    __typename id code state active currencyCode orderPlacedAt totalQuantity couponCodes
    subTotalWithTax shippingWithTax totalWithTax
    discounts { description amountWithTax }
    lines {
      id quantity unitPriceWithTax discountedLinePriceWithTax
      productVariant { id name sku product { slug } }
      featuredAsset { preview }
    }
    shippingLines { shippingMethod { id name } }
    shippingAddress { fullName streetLine1 city province postalCode country }
    payments { id amount state metadata refunds { total state } }
    customFields { consentVersion consentAt consentText }
  }
`

export interface VendureOrder {
  readonly __typename: string
  readonly id: string
  readonly code: string
  readonly state: string
  readonly active: boolean
  readonly currencyCode: string
  readonly orderPlacedAt: string | null
  readonly totalQuantity: number
  readonly couponCodes: readonly string[]
  readonly subTotalWithTax: number
  readonly shippingWithTax: number
  readonly totalWithTax: number
  readonly discounts: readonly { readonly description: string; readonly amountWithTax: number }[]
  readonly lines: readonly VendureLine[]
  readonly shippingLines: readonly {
    readonly shippingMethod: { readonly id: string; readonly name: string }
  }[]
  readonly shippingAddress: VendureAddress | null
  readonly payments: readonly VendurePayment[] | null
  /** The example store's own. */
  readonly customFields: {
    readonly consentVersion: string | null
    readonly consentAt: string | null
    readonly consentText: string | null
  }
}

export interface VendureLine {
  readonly id: string
  readonly quantity: number
  readonly unitPriceWithTax: number
  readonly discountedLinePriceWithTax: number
  readonly productVariant: { readonly name: string; readonly product: { readonly slug: string } }
  readonly featuredAsset: { readonly preview: string } | null
}

export interface VendureAddress {
  readonly fullName: string | null
  readonly streetLine1: string | null
  readonly city: string | null
  readonly province: string | null
  readonly postalCode: string | null
  readonly country: string | null
}

export interface VendurePayment {
  readonly id: string
  readonly amount: number
  readonly state: string
  readonly metadata: { readonly public?: PublicFacts } | null
  readonly refunds: readonly { readonly total: number; readonly state: string }[]
}

/** What the Craftgate plugin lets the shopper see of a payment. Amounts are decimal text. */
export interface PublicFacts {
  readonly outcome?: string
  readonly installment?: number
  readonly paidPrice?: string
  readonly interest?: string
  readonly paidWith?: { readonly tr: string; readonly en: string }
  readonly cardFamily?: string
  readonly cardAssociation?: string
  readonly lastFour?: string
  readonly threeDS?: boolean
}

/** An order, or the reason why it did not change. */
export interface VendureRefusal {
  readonly __typename: string
  readonly errorCode: string
  readonly message: string
  readonly quantityAvailable?: number
  readonly order?: VendureOrder
}

const changing = (name: string, variables: string, call: string) => /* GraphQL */ `
  mutation ${name}(${variables}) { change: ${call} {
    ...OrderFields
    ... on ErrorResult { __typename errorCode message }
    ... on InsufficientStockError { quantityAvailable }
  } }
  ${ORDER_FIELDS}
`
const withoutStock = (document: string) =>
  document.replace('... on InsufficientStockError { quantityAvailable }', '')

export const ADD = changing(
  'Add',
  '$id: ID!, $quantity: Int!',
  'addItemToOrder(productVariantId: $id, quantity: $quantity)',
)
export const ADJUST = changing(
  'Adjust',
  '$id: ID!, $quantity: Int!',
  'adjustOrderLine(orderLineId: $id, quantity: $quantity)',
)
export const REMOVE = withoutStock(changing('Remove', '$id: ID!', 'removeOrderLine(orderLineId: $id)'))
export const APPLY_COUPON = withoutStock(
  changing('Coupon', '$code: String!', 'applyCouponCode(couponCode: $code)'),
)
export const SHIP_BY = withoutStock(
  changing('ShipBy', '$ids: [ID!]!', 'setOrderShippingMethod(shippingMethodId: $ids)'),
)
export const BACK_TO_CART = withoutStock(
  changing('BackToCart', '$state: String!', 'transitionOrderToState(state: $state)'),
)
export const SET_ADDRESS = withoutStock(
  changing('Address', '$input: CreateAddressInput!', 'setOrderShippingAddress(input: $input)'),
)
export const SET_BILLING = withoutStock(
  changing('Billing', '$input: CreateAddressInput!', 'setOrderBillingAddress(input: $input)'),
)
export const SET_FIELDS = withoutStock(
  changing('Fields', '$input: UpdateOrderInput!', 'setOrderCustomFields(input: $input)'),
)
export const SET_CUSTOMER = withoutStock(
  changing('Customer', '$input: CreateCustomerInput!', 'setCustomerForOrder(input: $input)'),
)

export const REMOVE_COUPON = /* GraphQL */ `
  mutation RemoveCoupon($code: String!) { change: removeCouponCode(couponCode: $code) { ...OrderFields } }
  ${ORDER_FIELDS}
`

export const CART = /* GraphQL */ `query Cart { order: activeOrder { ...OrderFields } } ${ORDER_FIELDS}`
export const ORDER = /* GraphQL */ `query Order($code: String!) { order: orderByCode(code: $code) { ...OrderFields } } ${ORDER_FIELDS}`

export const LOG_IN = /* GraphQL */ `
  mutation LogIn($email: String!, $password: String!) {
    login(username: $email, password: $password, rememberMe: true) { __typename }
  }
`

export const LOG_OUT = /* GraphQL */ `mutation LogOut { logout { success } }`

export const ACCOUNT = /* GraphQL */ `
  query Account {
    activeCustomer {
      firstName lastName emailAddress
      orders(options: { take: 20, sort: { orderPlacedAt: DESC }, filter: { active: { eq: false } } }) {
        items { code state orderPlacedAt totalWithTax currencyCode }
      }
    }
  }
`

export interface VendureCustomer {
  readonly firstName: string
  readonly lastName: string
  readonly emailAddress: string
  readonly orders: {
    readonly items: readonly Pick<
      VendureOrder,
      'code' | 'state' | 'orderPlacedAt' | 'totalWithTax' | 'currencyCode'
    >[]
  }
}

export const OWN_PAY_LINK = /* GraphQL */ `
  mutation OwnPayLink($reference: String!) { link: craftgatePayLink(reference: $reference) }
`

export const COLLECTIONS = /* GraphQL */ `query Collections { collections { items { slug name description } } }`

export const PRODUCTS = /* GraphQL */ `
  query Products($collection: String) {
    search(input: { collectionSlug: $collection, groupByProduct: true, take: 60, sort: { name: ASC } }) {
      items {
        slug productName inStock currencyCode
        productAsset { preview }
        priceWithTax { ... on PriceRange { min max } ... on SinglePrice { value } }
      }
    }
  }
`

export interface FoundProduct {
  readonly slug: string
  readonly productName: string
  readonly inStock: boolean | null
  readonly currencyCode: string
  readonly productAsset: { readonly preview: string } | null
  readonly priceWithTax: { readonly min?: number; readonly max?: number; readonly value?: number }
}

export const PRODUCT = /* GraphQL */ `
  query Product($slug: String!) {
    product(slug: $slug) {
      slug name description
      featuredAsset { preview }
      collections { slug name }
      optionGroups { id name options { id name } }
      variants { id name sku priceWithTax currencyCode stockLevel options { id } }
    }
  }
`

export interface VendureProduct {
  readonly slug: string
  readonly name: string
  readonly description: string
  readonly featuredAsset: { readonly preview: string } | null
  readonly collections: readonly { readonly slug: string; readonly name: string }[]
  readonly optionGroups: readonly {
    readonly id: string
    readonly name: string
    readonly options: readonly { readonly id: string; readonly name: string }[]
  }[]
  readonly variants: readonly {
    readonly id: string
    readonly name: string
    readonly sku: string
    readonly priceWithTax: number
    readonly currencyCode: string
    readonly stockLevel: string
    readonly options: readonly { readonly id: string }[]
  }[]
}

export const COUNTRIES = /* GraphQL */ `query Countries { availableCountries { code name } }`

export const SHIPPING = /* GraphQL */ `
  query Shipping {
    activeOrder { currencyCode }
    eligibleShippingMethods { id name description priceWithTax }
  }
`

export const BEGIN_PAYMENT = /* GraphQL */ `
  mutation Pay($input: CreateCraftgateCheckoutInput) {
    createCraftgateCheckout(input: $input) {
      __typename
      ... on CraftgateCheckout { reference payLink }
      ... on ErrorResult { message }
      ... on IneligiblePaymentMethodError { eligibilityCheckerMessage }
    }
  }
`

export const PLACE_UNPAID = /* GraphQL */ `
  mutation Place($input: PlaceCraftgateOrderInput) {
    placeCraftgateOrder(input: $input) {
      __typename
      ... on CraftgateUnpaidOrder { reference }
      ... on ErrorResult { message }
      ... on IneligiblePaymentMethodError { eligibilityCheckerMessage }
    }
  }
`
