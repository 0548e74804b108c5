import { type Member, PASSWORD } from './members'
import type { TestShop } from './shop'

export interface BeginResult {
  readonly __typename: string
  readonly reference: string
  readonly payLink: string
  readonly orderCode: string
  readonly amount: number
  readonly rounding: number
  readonly reason?: string
  readonly message?: string
}

const BEGIN = `mutation ($input: CreateCraftgateCheckoutInput) { createCraftgateCheckout(input: $input) {
  __typename
  ... on CraftgateCheckout { reference payLink orderCode amount rounding currencyCode }
  ... on ErrorResult { errorCode message }
  ... on CraftgateCheckoutError { reason }
  ... on IneligiblePaymentMethodError { eligibilityCheckerMessage }
  ... on OrderStateTransitionError { transitionError }
} }`

const email = () => `musteri-${Math.random().toString(36).slice(2)}@example.com`

export interface Cart {
  readonly quantity?: number
  /** T_1 cup 129.90, T_2 pot 549.00 */
  readonly variant?: string
  /** T_1 49.90, T_2 50.00 */
  readonly shipping?: string
  readonly currencyCode?: string
  /** Whose cart; a new guest's without one. */
  readonly member?: Member
  readonly street?: string
}

/** A new guest with a cart, an address and shipping; without more words one cup of 129.90 and 49.90 for shipping. */
export async function fillCart(shop: TestShop, cart: Cart = {}): Promise<void> {
  const { quantity = 1, variant = 'T_1', shipping = 'T_1', currencyCode, member } = cart
  const { street = 'Bağdat Cad. 1' } = cart
  if (member) await shop.shopper.asUserWithCredentials(member.email, PASSWORD)
  else await shop.shopper.asAnonymousUser()
  shop.currencyCode = currencyCode
  await shop.ask(
    `mutation ($variant: ID!, $quantity: Int!) {
      addItemToOrder(productVariantId: $variant, quantity: $quantity) { __typename }
    }`,
    { variant, quantity },
  )
  if (!member) await nameGuest(shop, email())
  await shop.ask(
    `mutation ($street: String!) { setOrderShippingAddress(input: {
      fullName: "Ayşe Yılmaz", streetLine1: $street, city: "İstanbul", postalCode: "34000", countryCode: "TR"
    }) { __typename } }`,
    { street },
  )
  await shop.ask(
    `mutation ($shipping: ID!) { setOrderShippingMethod(shippingMethodId: [$shipping]) { __typename } }`,
    { shipping },
  )
}

/** What the guest types at the checkout. */
async function nameGuest(shop: TestShop, emailAddress: string): Promise<void> {
  await shop.ask(
    `mutation ($input: CreateCustomerInput!) { setCustomerForOrder(input: $input) { __typename } }`,
    { input: { emailAddress, firstName: 'Ayşe', lastName: 'Yılmaz', phoneNumber: '+905301234567' } },
  )
}

export async function begin(shop: TestShop, input?: Record<string, unknown>): Promise<BeginResult> {
  const answer = await shop.ask<{ createCraftgateCheckout: BeginResult }>(BEGIN, { input })
  return answer.createCraftgateCheckout
}

/** The shopper steps back to the cart and takes one more cup. */
export async function growCart(shop: TestShop): Promise<void> {
  await shop.ask(`mutation { transitionOrderToState(state: "AddingItems") { __typename } }`)
  await shop.ask(`mutation { addItemToOrder(productVariantId: "T_1", quantity: 1) { __typename } }`)
}

export interface OrderView {
  readonly id: string
  readonly state: string
  readonly totalWithTax: number
  readonly lines: readonly { readonly id: string; readonly quantity: number }[]
  readonly payments: readonly PaymentView[]
}

export interface PaymentView {
  readonly id: string
  readonly state: string
  readonly amount: number
  readonly transactionId: string
  readonly errorMessage: string | null
  readonly metadata: Record<string, unknown> & { readonly public?: Record<string, unknown> }
  readonly refunds: readonly RefundView[]
}

export interface RefundView {
  readonly id: string
  readonly state: string
  readonly total: number
  readonly transactionId: string
  readonly metadata: Record<string, unknown>
}

/** The order as the merchant sees it. */
export async function orderByCode(shop: TestShop, code: string): Promise<OrderView> {
  const { orders } = await shop.manage<{ orders: { items: OrderView[] } }>(
    `query ($code: String!) { orders(options: { filter: { code: { eq: $code } } }) { items {
      id state totalWithTax lines { id quantity }
      payments { id state amount transactionId errorMessage metadata
        refunds { id state total transactionId metadata } }
    } } }`,
    { code },
  )
  const [order] = orders.items
  if (!order) throw new Error(`No order ${code}`)
  return order
}

export async function statusOf(shop: TestShop, reference: string): Promise<Record<string, unknown> | null> {
  const { craftgateCheckout } = await shop.ask<{ craftgateCheckout: Record<string, unknown> | null }>(
    `query ($reference: String!) { craftgateCheckout(reference: $reference) {
      outcome orderCode declineMessage errorGroup installment paidPrice interest method paidWith cardFamily lastFour threeDS
    } }`,
    { reference },
  )
  return craftgateCheckout
}
