import { isIPv4 } from 'node:net'
import type { PayEntry, PayStep } from '../../desk'
import { ApiError } from '../../errors/api-error'
import { paymentError } from '../../errors/payment-errors'
import { type PresentedCard, presentCard } from '../cards/present-card'
import type { Checkout } from '../checkouts/checkout'
import { checkoutState } from '../checkouts/checkout-state'
import { checkoutTable, type Option } from '../installments/options'
import type { Charge } from '../payments/charge'
import { pay } from '../payments/pay'
import type { Failure } from '../payments/payment'
import { startThreeDS } from '../threeds/start'
import { merchantOf, type World } from '../world'
import { returnPost } from './return-post'
import { storedCardsOf } from './views'

/** One press of the pay button on the hosted page. Declines leave the page open for another try. */
export function payHosted(world: World, checkout: Checkout, entry: PayEntry): PayStep {
  const state = checkoutState(world, checkout)
  if (state !== 'open') return { kind: 'closed', state }
  const card = readCard(world, checkout, entry)
  if ('kind' in card) return card
  const option = chosenOption(world, checkout, card, entry.installment)
  if (!option)
    return { kind: 'invalid', field: 'installment', description: 'Bu kart için bu taksit seçilemez.' }
  const debitRefused =
    checkout.allowOnlyCreditCard && card.bin !== undefined && card.bin.type !== 'CREDIT_CARD'
  if (debitRefused) return declined(paymentError('INVALID_CARD_TYPE'))
  return charge(world, checkout, { entry, card, option })
}

interface Chosen {
  readonly entry: PayEntry
  readonly card: PresentedCard
  readonly option: Pick<Option, 'installment' | 'total'>
}

function charge(world: World, checkout: Checkout, { entry, card, option }: Chosen): PayStep {
  const merchant = merchantOf(world, checkout.merchant)
  const pos = merchant.poses.find((candidate) => card.bin && candidate.cardBrands.includes(card.bin.brand))
  const debit3ds = card.bin?.type === 'DEBIT_CARD' && pos?.force3dsForDebitCards === true
  const threeDS = entry.threeDS || checkout.forceThreeDS || debit3ds
  const asked = hostedCharge(world, checkout, { card, option, threeDS, clientIp: entry.clientIp })
  if (!threeDS) {
    const payment = pay(world, asked, card)
    return payment.error ? declined(payment.error) : paid(world, checkout)
  }
  const started = startThreeDS(world, asked, card, { callbackVersion: 1 })
  if ('refused' in started) return declined(started.refused)
  return { kind: 'threeDS', threeDSUrl: `${world.url()}/3ds/${started.session.id}` }
}

interface HostedFacts extends Omit<Chosen, 'entry'> {
  readonly threeDS: boolean
  readonly clientIp?: string
}

function hostedCharge(world: World, checkout: Checkout, facts: HostedFacts): Charge {
  const { card, option, threeDS } = facts
  const authOnly = checkout.forceAuthForNonCreditCards && card.bin?.type !== 'CREDIT_CARD'
  return {
    merchant: merchantOf(world, checkout.merchant),
    price: checkout.price,
    paidPrice: option.total,
    currency: checkout.currency,
    installment: option.installment,
    phase: authOnly ? 'AUTH' : checkout.phase,
    items: checkout.items,
    source: 'CHECKOUT_FORM',
    threeDS,
    conversationId: checkout.conversationId,
    externalId: checkout.externalId,
    orderId: checkout.orderId,
    buyerMemberId: checkout.buyerMemberId,
    paymentGroup: checkout.paymentGroup,
    paymentChannel: checkout.paymentChannel,
    clientIp: checkout.clientIp ?? ownIPv4(facts.clientIp),
    checkoutToken: checkout.token,
  }
}

/** Craftgate sees the shopper's own address; one that no bank would take is not passed on. */
const ownIPv4 = (address: string | undefined) =>
  address !== undefined && isIPv4(address) ? address : undefined

function readCard(world: World, checkout: Checkout, { card }: PayEntry): PresentedCard | PayStep {
  try {
    if ('cardToken' in card) return storedCard(world, checkout, card.cardToken)
    if (checkout.allowOnlyStoredCards) return ONLY_STORED
    const storeCardAfterSuccessPayment = card.storeCard === true || checkout.alwaysStoreCardAfterPayment
    const { cardUserKey } = checkout
    return presentCard(world, checkout.merchant, { ...card, cardUserKey, storeCardAfterSuccessPayment })
  } catch (error) {
    if (error instanceof ApiError)
      return { kind: 'invalid', field: fieldOf(error), description: error.description.tr }
    throw error
  }
}

function storedCard(world: World, checkout: Checkout, cardToken: string): PresentedCard | PayStep {
  const kept = storedCardsOf(world, checkout).find((candidate) => candidate.cardToken === cardToken)
  if (!kept) return { kind: 'invalid', field: 'cardToken', description: 'Saklı kart bulunamadı.' }
  return presentCard(world, checkout.merchant, { cardUserKey: kept.cardUserKey, cardToken })
}

/** A card that nobody knows may be tried in one payment; the bank will refuse it. */
function chosenOption(
  world: World,
  checkout: Checkout,
  card: PresentedCard,
  installment: number,
): Chosen['option'] | undefined {
  if (!card.bin) return installment === 1 ? { installment, total: checkout.paidPrice } : undefined
  const table = checkoutTable(merchantOf(world, checkout.merchant), checkout, card.bin)
  return table.find((option) => option.installment === installment)
}

const FIELDS: Record<string, string> = {
  4150: 'cardNumber',
  4152: 'expireYear',
  4153: 'expireMonth',
  4154: 'cvc',
}
const fieldOf = ({ code }: ApiError) => FIELDS[code] ?? 'cardNumber'

const ONLY_STORED: PayStep = {
  kind: 'invalid',
  field: 'cardToken',
  description: 'Yalnızca saklı kartla ödenebilir.',
}

const declined = ({ code, group, description }: Failure): PayStep => ({
  kind: 'declined',
  code,
  group,
  description: description.tr,
  descriptionEn: description.en,
})

const paid = (world: World, checkout: Checkout): PayStep => ({
  kind: 'paid',
  callback: returnPost(world, { url: checkout.callbackUrl, fields: { token: checkout.token } }),
})
