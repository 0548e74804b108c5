// How an attempt to pay stands, for the page that the shopper comes back to. Whoever holds its unguessable reference may ask: the
// pay link names it too, and may be handed on so that somebody else pays. So nothing personal is told.
import { describeErrorGroup } from '../client/error-groups'
import type { CraftgateCommerce } from '../commerce'
import { CraftgateError } from '../errors'
import { type Localized, sentenceIn } from '../messages/localized'
import { offlineMethodOf } from '../methods'
import { isZero, toDecimal } from '../money'
import type { CheckoutRecord, CheckoutState } from '../platform'
import { isTooManyRequests } from '../rate-limit'
import {
  STOREFRONT_VERSION,
  type StorefrontOrder,
  type StorefrontPaid,
  type StorefrontPayment,
  type StorefrontPaymentState,
} from './contract'
import { StorefrontError } from './problems'

/** What `shopperPaymentView` gave when the order took the money, as the shop keeps it. */
interface PaidView extends Partial<Omit<StorefrontPaid, 'amount' | 'paidWith'>> {
  readonly paidPrice?: string
  readonly paidWith?: Localized
}

/** What a shop's own database tells of an attempt to pay. */
export interface ShopperPayment {
  readonly record: CheckoutRecord
  /** The last payment of it was declined, for a reason of this error group where Craftgate told one. */
  readonly declined?: { readonly group?: string }
  readonly paid?: PaidView
  /** Its order is placed, whoever paid it. */
  readonly isPlaced: boolean
  /** Of a placed order; absent for whoever is not known to have placed it. */
  readonly order?: StorefrontOrder
  /** Of what is paid past Craftgate; in the languages that the shop wrote it in. */
  readonly instructions?: Partial<Localized>
}

interface Question {
  readonly commerce: Pick<CraftgateCommerce, 'settleReturned' | 'refunded'>
  readonly find: () => Promise<ShopperPayment | undefined>
  readonly clientIp?: string
  readonly language: string
}

type Standing = Awaited<ReturnType<CraftgateCommerce['settleReturned']>>['outcome'] | 'not-asked' | 'unknown'

/**
 * Asks Craftgate as long as nobody has paid, once in two seconds however often this is asked. Throws StorefrontError
 * `no-payment`, and `too-many-questions` for an address that asks too often.
 */
export async function paymentOf({
  commerce,
  find,
  clientIp,
  language,
}: Question): Promise<StorefrontPayment> {
  const before = await find()
  if (before === undefined) throw new StorefrontError('no-payment')
  const { record, standing } = await ask(commerce, before.record, clientIp)
  const found = record.version === before.record.version ? before : ((await find()) ?? before)
  const state = stateOf(found, standing)
  const refunded = await commerce.refunded(found.record)
  return {
    version: STOREFRONT_VERSION,
    reference: found.record.reference,
    state,
    price: moneyOf(found.record.expected),
    declined:
      state === 'declined'
        ? sentenceIn(language, describeErrorGroup(found.declined?.group).shopper)
        : undefined,
    instructions: state === 'awaiting-funds' ? wordsOf(found.instructions, language) : undefined,
    paid: paidOf(found.paid, language),
    refunded: refunded && moneyOf(refunded),
    order: found.order,
  }
}

const moneyOf = (money: CheckoutRecord['expected']) => ({
  amount: toDecimal(money),
  currency: money.currency,
})

/** In another language rather than not at all. */
const wordsOf = ({ tr = '', en = '' }: Partial<Localized> = {}, language: string): string | undefined =>
  sentenceIn(language, { tr: tr || en, en: en || tr }) || undefined

/** Of what has come to an end, and of what is paid past Craftgate, the record tells. */
async function ask(
  commerce: Question['commerce'],
  record: CheckoutRecord,
  clientIp: string | undefined,
): Promise<{ readonly record: CheckoutRecord; readonly standing: Standing }> {
  const isOpen = record.state === 'created' || record.state === 'open'
  if (!isOpen || offlineMethodOf(record) !== undefined) return { record, standing: 'not-asked' }
  try {
    const settled = await commerce.settleReturned(record, { clientIp })
    return { record: settled.record, standing: settled.outcome }
  } catch (error) {
    if (isTooManyRequests(error)) throw new StorefrontError('too-many-questions')
    if (CraftgateError.is(error)) return { record, standing: 'unknown' }
    throw error
  }
}

/** Money that came, whatever became of it. */
const CAME: Partial<Readonly<Record<CheckoutState, StorefrontPaymentState>>> = {
  review: 'in-review',
  authorized: 'authorized',
  captured: 'paid',
  refunding: 'refunding',
  refunded: 'refunded',
  'needs-review': 'needs-review',
}

function stateOf({ record, declined, isPlaced }: ShopperPayment, standing: Standing): StorefrontPaymentState {
  const came = CAME[record.state]
  if (came !== undefined) return came
  const pending = typeof standing === 'object' && standing.kind === 'pending' ? standing : undefined
  if (pending?.bankDecides) return 'bank-decides'
  const isOffline = offlineMethodOf(record) !== undefined
  if (pending?.awaitingFunds || (isOffline && record.state !== 'expired')) return 'awaiting-funds'
  if (isPlaced && isZero(record.expected)) return 'paid'
  if (isPlaced && !isOffline) return 'paid-otherwise'
  if (declined) return 'declined'
  if (record.state === 'expired') return 'expired'
  return standing === 'unknown' ? 'waiting' : 'open'
}

function paidOf(view: PaidView | undefined, language: string): StorefrontPaid | undefined {
  if (view?.paidPrice === undefined) return undefined
  return {
    amount: view.paidPrice,
    interest: view.interest,
    installment: view.installment,
    method: view.method,
    paidWith: sentenceIn(language, view.paidWith),
    pointsUsed: view.pointsUsed,
    walletShare: view.walletShare,
    cardFamily: view.cardFamily,
    cardAssociation: view.cardAssociation,
    lastFour: view.lastFour,
  }
}
