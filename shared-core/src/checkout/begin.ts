import { createHmac } from 'node:crypto'
import { accountOf } from '../account'
import type { BeginRequest } from '../commerce'
import { logError } from '../logger'
import { sameMoney } from '../money'
import type { CheckoutRecord, CheckoutState } from '../platform'
import { withChoice, withoutOpening } from './direct/way-on'
import { expireCheckout } from './hosted-page'
import { type CheckoutDependencies, insertCheckout, retryOnConcurrentWrite, writeCheckout } from './record'
import { stillSuspected } from './three-d-secure'

/**
 * Writes down an attempt to pay. The same sale twice is the same record; a sale whose amount changed is the next
 * attempt, after the earlier page was closed, or settled when it turned out to be paid. (`when-opened`: the next attempt is
 * written down at once, and `startCheckout` closes the earlier page before it opens another.)
 * Throws a CraftgateError of kind `configuration` for an unknown merchant.
 */
export async function beginCheckout(deps: CheckoutDependencies, sale: BeginRequest): Promise<CheckoutRecord> {
  const { reference } = sale
  const terms = termsOf(deps, sale)
  return retryOnConcurrentWrite(async () => {
    const newest = await deps.platform.findCheckout({ reference })
    if (newest === undefined) return insertAttempt(deps, { terms, reference, attempt: 1 })
    return isSameSale(newest, terms)
      ? giveAgain(deps, newest, terms)
      : beginAgain(deps, newest, { terms, sale })
  })
}

const isSameSale = (record: CheckoutRecord, terms: Terms): boolean =>
  record.account === terms.account &&
  record.phase === terms.phase &&
  sameMoney(record.expected, terms.expected)

/** An order took this attempt's money after all. */
const PAID: ReadonlySet<CheckoutState> = new Set(['review', 'authorized', 'captured'])

/** What the adapter remembers of the request that began an attempt is that of the last one, as long as it is open. */
async function giveAgain(deps: CheckoutDependencies, newest: CheckoutRecord, { context }: Terms) {
  const isOpen = newest.state === 'created' || newest.state === 'open'
  const given = { ...withChoice(newest.context, undefined), ...context }
  const names = new Set([...Object.keys(given), ...Object.keys(newest.context)])
  const isKnown = [...names].every((name) => newest.context[name] === given[name])
  return isOpen && !isKnown ? writeCheckout(deps, newest, { context: given }) : newest
}

async function beginAgain(
  deps: CheckoutDependencies,
  newest: CheckoutRecord,
  { terms: asked, sale }: { readonly terms: Terms; readonly sale: BeginRequest },
) {
  const terms = { ...asked, context: stillSuspected(asked.context, newest) }
  if (newest.state === 'created') return writeCheckout(deps, newest, terms)
  const closesNow = newest.state === 'open' && sale.closeEarlier !== 'when-opened'
  const earlier = closesNow ? await closeEarlier(deps, newest) : undefined
  if (earlier === 'later') return newest
  if (earlier !== undefined && PAID.has(earlier.state)) return earlier
  return insertAttempt(deps, { terms, reference: newest.reference, attempt: newest.attempt + 1 })
}

/** 'later': Craftgate cannot be reached. The pay link compares with the order again and closes the page then. */
async function closeEarlier(
  deps: CheckoutDependencies,
  record: CheckoutRecord,
): Promise<CheckoutRecord | 'later'> {
  try {
    return (await expireCheckout(deps, record)).record
  } catch (error) {
    deps.logger.warn('The earlier page of a checkout could not be closed yet', {
      checkout: record.id,
      error: logError(error),
    })
    return 'later'
  }
}

/** What a sale fixes for its attempts. */
type Terms = Pick<CheckoutRecord, 'account' | 'order' | 'context' | 'phase' | 'expected'>

const termsOf = ({ options }: CheckoutDependencies, sale: BeginRequest): Terms => ({
  account: accountOf(options, sale.merchant),
  order: sale.order,
  context: withChoice(withoutOpening(sale.context ?? {}), sale.method),
  phase: sale.phase ?? 'AUTH',
  expected: sale.expected,
})

interface NewAttempt {
  readonly terms: Terms
  readonly reference: string
  /** 1 for the first attempt of a reference. */
  readonly attempt: number
}

export function insertAttempt(
  deps: CheckoutDependencies,
  { terms, reference, attempt }: NewAttempt,
): Promise<CheckoutRecord> {
  const id = checkoutId(deps.options.linkSecret[0], reference, attempt)
  return insertCheckout(deps, { id, reference, attempt, ...terms, paymentIds: [] })
}

const ID_CHARACTERS = 32

/**
 * 32 hex characters, which Craftgate takes as conversationId and externalId. The id cannot be guessed without the
 * secret, and two servers that write down the same attempt at the same time get the same one, so that the store
 * refuses the second.
 */
function checkoutId(secret: string, reference: string, attempt: number): string {
  const digest = createHmac('sha256', secret).update(`checkout:${attempt}:${reference}`).digest('hex')
  return digest.slice(0, ID_CHARACTERS)
}
