import Craftgate from '@craftgate/craftgate'

const { Currency, PaymentGroup } = Craftgate.Model

type Payments = ReturnType<InstanceType<typeof Craftgate.Client>['payment']>
type PaymentRequest = Parameters<Payments['createPayment']>[0]

export const newCard = (cardNumber: string) => ({
  cardHolderName: 'Haluk Demir',
  cardNumber,
  expireYear: '2044',
  expireMonth: '07',
  cvc: cardNumber.length === 15 ? '0000' : '000',
})

/** The items of the SDK's own samples: 30 + 50 + 20. */
export const ITEMS = [
  { name: 'Item 1', price: 30, externalId: 'item-1' },
  { name: 'Item 2', price: 50, externalId: 'item-2' },
  { name: 'Item 3', price: 20, externalId: 'item-3' },
]

/** A payment of 100 TRY with the SDK's sample card. */
export const paymentRequest = (change: Partial<PaymentRequest> = {}): PaymentRequest => ({
  price: 100,
  paidPrice: 100,
  walletPrice: 0,
  installment: 1,
  conversationId: 'conversation-1',
  externalId: 'external-1',
  currency: Currency.TRY,
  paymentGroup: PaymentGroup.ListingOrSubscription,
  card: newCard('5258640000000001'),
  items: ITEMS,
  ...change,
})

/** A hosted page for 100 TRY. */
export const checkoutRequest = (callbackUrl: string) => ({
  price: 100,
  paidPrice: 100,
  conversationId: 'conversation-1',
  externalId: 'external-1',
  currency: Currency.TRY,
  paymentGroup: PaymentGroup.Product,
  callbackUrl,
  items: ITEMS,
})
