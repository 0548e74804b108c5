// A day of Craftgate's beside the shop's own payments, in both directions. Every successful payment of Craftgate's is looked up
// in the shop, by the index of payment ids. What orders of the shop took and Craftgate did not name is asked for by its number,
// because the shop may have heard of it in another part of the day. Nothing moves.
import { z } from 'zod'
import type { CraftgateClient } from '../client/craftgate-client'
import { readAnswer } from '../client/read-answer'
import { isLinkId } from '../links/payment-links'
import type { Money } from '../money'
import { amountShape, idShape, readAmount } from '../payment'
import type { CheckoutRecord, CheckoutState, CommercePlatform, TakenEntry } from '../platform'
import {
  DAY_BEGINS,
  DAY_ENDS,
  type DayPart,
  momentOfPart,
  partFrom,
  queryOfPart,
  type TimeOfDay,
} from './day-part'

/**
 * missing: the shop knows no such payment: one made in Craftgate's panel or by another system, or a lost record. What is no
 * order's by its kind (a link of a free amount, money put into a wallet) is none.
 * amount: it is not what the shop's attempt was to pay. state: Craftgate took the money, and no order did.
 * absent: an order of the shop took it, and Craftgate knows no such payment that succeeded.
 */
export interface DayDifference {
  readonly kind: 'missing' | 'amount' | 'state' | 'absent'
  readonly paymentId: number
  /** Not of what is absent there. */
  readonly atCraftgate?: Money
  /** Of the shop's attempt; absent where there is none. */
  readonly reference?: string
  readonly inShop?: Money
  readonly state?: CheckoutState
}

export interface ComparedDay {
  /** The part of the day that was compared. */
  readonly from: TimeOfDay
  readonly until: TimeOfDay
  /** Where the next part begins; absent at the end of the day. */
  readonly next?: TimeOfDay
  /** Payments at Craftgate. */
  readonly compared: number
  /** Of these, those that are no order's: paid by a link of a free amount, or into a member's wallet. */
  readonly ofNoOrder: number
  /** What orders of the shop took in that time; absent of a shop that keeps no sales entries. */
  readonly taken?: number
  readonly differences: readonly DayDifference[]
  /** Not all was compared: a second has more than 2,000 payments, or the shop far more than Craftgate. */
  readonly isCut: boolean
}

interface ComparedWith {
  readonly client: CraftgateClient
  readonly account: string
  readonly platform: Pick<CommercePlatform, 'findCheckout' | 'sales'>
}

/** Of a part of a day. */
const MOST_COMPARED = 2_000
/** Of the shop's, one by one. */
const MOST_ASKED = 200
const PAGE_SIZE = 100
const AT_ONCE = 10

const kind = z.string().nullish().catch(undefined)

type Kinds = Readonly<Partial<Record<'externalId' | 'paymentType' | 'paymentSource', string | null>>>

/** Of what the shop has no record; developer.craftgate.io/api/payment-reports/search-payments */
const isOfNoOrder = ({ externalId, paymentType, paymentSource }: Kinds): boolean =>
  paymentSource === 'PAY_BY_LINK' ||
  (paymentType?.endsWith('DEPOSIT_PAYMENT') ?? false) ||
  isLinkId(externalId ?? '')

const pageShape = z.object({
  items: z.array(
    z
      .object({
        ...{ id: idShape, price: amountShape, currency: z.string() },
        ...{ externalId: kind, paymentType: kind, paymentSource: kind },
      })
      .transform(({ id, price, currency, ...kinds }) => ({
        ...{ id, price: readAmount(price, currency), isOfNoOrder: isOfNoOrder(kinds) },
      })),
  ),
})

type Found = z.output<typeof pageShape>['items'][number]

export async function compareDay(
  deps: ComparedWith,
  day: string,
  from: TimeOfDay = DAY_BEGINS,
): Promise<ComparedDay> {
  const part = await partFrom(deps.client, { day, from, most: MOST_COMPARED })
  const found = await paymentsOf(deps.client, part)
  const taken = await takenIn(deps, part)
  const judged = await eachOf([...found.values()], (payment) => differenceOf(deps, payment))
  const ofCraftgate = judged.filter((difference) => difference !== 'of-no-order')
  const unnamed = (taken ?? []).filter(({ paymentId }) => !found.has(paymentId))
  const ofShop = await eachOf(unnamed.slice(0, MOST_ASKED), (entry) => absenceOf(deps.client, entry))
  return {
    from,
    until: part.until,
    next: part.until === DAY_ENDS ? undefined : part.until,
    compared: found.size,
    ofNoOrder: judged.length - ofCraftgate.length,
    taken: taken?.length,
    differences: [...ofCraftgate, ...ofShop],
    isCut: part.isCut || taken?.length === MOST_COMPARED || unnamed.length > MOST_ASKED,
  }
}

/** By their numbers: a payment that comes meanwhile moves another to the next page, where it is met again. */
async function paymentsOf(client: CraftgateClient, part: DayPart): Promise<ReadonlyMap<number, Found>> {
  const found = new Map<number, Found>()
  for (let page = 0; page * PAGE_SIZE < MOST_COMPARED; page += 1) {
    const query = { ...queryOfPart(part), page, size: PAGE_SIZE }
    const answer = await client.call('searchPayments', { query })
    const { items } = readAnswer(pageShape, answer, 'the payments of a day')
    for (const payment of items) found.set(payment.id, payment)
    if (items.length < PAGE_SIZE) break
  }
  return found
}

const takenIn = async (
  { account, platform }: ComparedWith,
  { day, from, until }: DayPart,
): Promise<readonly TakenEntry[] | undefined> =>
  platform.sales?.taken({
    account,
    from: momentOfPart(day, from),
    until: momentOfPart(day, until),
    limit: MOST_COMPARED,
  })

/** The differences of these, a few asked for at once. */
async function eachOf<T, D>(
  all: readonly T[],
  ask: (each: T) => Promise<D | undefined>,
): Promise<readonly D[]> {
  const differences: D[] = []
  for (let at = 0; at < all.length; at += AT_ONCE) {
    const found = await Promise.all(all.slice(at, at + AT_ONCE).map(ask))
    differences.push(...found.flatMap((difference) => difference ?? []))
  }
  return differences
}

async function differenceOf(
  { account, platform }: ComparedWith,
  { id: paymentId, price: atCraftgate, isOfNoOrder: isNoOrders }: Found,
): Promise<DayDifference | 'of-no-order' | undefined> {
  const record = await platform.findCheckout({ account, paymentId })
  if (record === undefined && isNoOrders) return 'of-no-order'
  if (record === undefined) return { kind: 'missing', paymentId, atCraftgate }
  const { reference, state, expected: inShop } = record
  const told = { paymentId, atCraftgate, reference, inShop, state }
  if (!isKnown(record)) return { kind: 'state', ...told }
  const isSame = atCraftgate.minor === inShop.minor && atCraftgate.currency === inShop.currency
  // Of an attempt that several payments pay, each is a part; what is given back never fitted.
  return isSame || record.paymentIds.length > 1 || isReturned(record)
    ? undefined
    : { kind: 'amount', ...told }
}

async function absenceOf(
  client: CraftgateClient,
  { paymentId, reference, amount: inShop }: TakenEntry,
): Promise<DayDifference | undefined> {
  const query = { paymentId, paymentStatus: 'SUCCESS', page: 0, size: 1 }
  const answer = await client.call('searchPayments', { query })
  const { items } = readAnswer(pageShape, answer, 'a payment of the shop')
  return items.length > 0 ? undefined : { kind: 'absent', paymentId, reference, inShop }
}

/** The shop took the money, looks at it, or gives it back. */
const isKnown = ({ state }: CheckoutRecord): boolean =>
  state !== 'created' && state !== 'open' && state !== 'expired'

const isReturned = ({ state }: CheckoutRecord): boolean =>
  state === 'refunding' || state === 'refunded' || state === 'needs-review'
