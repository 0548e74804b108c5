// A day of Craftgate's beside the shop's own payments. Every successful payment of the day is looked up in the shop, by the
// index of payment ids; nobody is asked about anything else, and nothing moves.
import { z } from 'zod'
import type { CraftgateClient } from '../client/craftgate-client'
import { readAnswer } from '../client/read-answer'
import type { Money } from '../money'
import { amountShape, idShape, readAmount } from '../payment'
import type { CheckoutRecord, CheckoutState, CommercePlatform } from '../platform'

/**
 * missing: the shop knows no such payment: a link of a free amount, a payment made in Craftgate's panel, or a lost record.
 * amount: it is not what the shop's attempt was to pay. state: Craftgate took the money, and no order did.
 */
export interface DayDifference {
  readonly kind: 'missing' | 'amount' | 'state'
  readonly paymentId: number
  readonly atCraftgate: Money
  /** Of the shop's attempt; absent where there is none. */
  readonly reference?: string
  readonly inShop?: Money
  readonly state?: CheckoutState
}

export interface ComparedDay {
  readonly compared: number
  readonly differences: readonly DayDifference[]
  /** The day has more payments than are compared (`MOST_COMPARED`). */
  readonly isCut: boolean
}

interface ComparedWith {
  readonly client: CraftgateClient
  readonly account: string
  readonly platform: Pick<CommercePlatform, 'findCheckout'>
}

export const MOST_COMPARED = 2_000
const PAGE_SIZE = 100
const AT_ONCE = 10

const pageShape = z.object({
  items: z.array(
    z
      .object({ id: idShape, price: amountShape, currency: z.string() })
      .transform(({ id, price, currency }) => ({ id, price: readAmount(price, currency) })),
  ),
  totalSize: z.number().nullish(),
})

type Found = z.output<typeof pageShape>['items'][number]

export async function compareDay(deps: ComparedWith, day: string): Promise<ComparedDay> {
  const differences: DayDifference[] = []
  let compared = 0
  for (let page = 0; compared < MOST_COMPARED; page += 1) {
    const query = {
      minCreatedDate: `${day}T00:00:00`,
      maxCreatedDate: `${day}T23:59:59`,
      paymentStatus: 'SUCCESS',
      page,
      size: PAGE_SIZE,
    }
    const answer = await deps.client.call('searchPayments', { query })
    const { items, totalSize } = readAnswer(pageShape, answer, 'the payments of a day')
    for (let at = 0; at < items.length; at += AT_ONCE) {
      const found = await Promise.all(
        items.slice(at, at + AT_ONCE).map((payment) => differenceOf(deps, payment)),
      )
      differences.push(...found.flatMap((difference) => difference ?? []))
    }
    compared += items.length
    if (items.length < PAGE_SIZE) return { compared, differences, isCut: false }
    if (compared >= MOST_COMPARED) return { compared, differences, isCut: (totalSize ?? compared) > compared }
  }
  return { compared, differences, isCut: true }
}

async function differenceOf(
  { account, platform }: ComparedWith,
  { id: paymentId, price: atCraftgate }: Found,
): Promise<DayDifference | undefined> {
  const record = await platform.findCheckout({ account, paymentId })
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

/** The shop took the money, looks at it, or gives it back. */
const isKnown = ({ state }: CheckoutRecord): boolean =>
  state !== 'created' && state !== 'open' && state !== 'expired'

const isReturned = ({ state }: CheckoutRecord): boolean =>
  state === 'refunding' || state === 'refunded' || state === 'needs-review'
