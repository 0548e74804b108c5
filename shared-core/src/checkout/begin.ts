import { createHmac } from 'node:crypto'
import type { BeginRequest } from '../commerce'
import { CraftgateError } from '../errors'
import { logError } from '../logger'
import { unknownMerchantMessage } from '../messages/checkout-errors'
import type { CheckoutRecord, CheckoutState } from '../platform'
import { expireCheckout } from './expire'
import {
  type CheckoutDependencies,
  insertCheckout,
  retryOnConcurrentWrite,
  sameMoney,
  writeCheckout,
} from './record'

/**
 * Writes down an attempt to pay. The same sale twice is the same record; a sale whose amount changed is the next
 * attempt, after the earlier page was closed, or settled when it turned out to be paid.
 * Throws a CraftgateError of kind `configuration` for an unknown merchant.
 */
export async function beginCheckout(deps: CheckoutDependencies, sale: BeginRequest): Promise<CheckoutRecord> {
  requireMerchant(deps, sale.merchant)
  return retryOnConcurrentWrite(async () => {
    const newest = await deps.platform.findCheckout({ reference: sale.reference })
    if (newest === undefined) return insertAttempt(deps, sale, 1)
    return isSameSale(newest, sale) ? newest : beginAgain(deps, newest, sale)
  })
}

/** Throws a CraftgateError of kind `configuration` for a name that the options do not know. */
function requireMerchant({ options }: CheckoutDependencies, merchant: string): void {
  if (Object.hasOwn(options.merchants, merchant)) return
  const known = Object.keys(options.merchants).join(', ')
  throw new CraftgateError({
    kind: 'configuration',
    code: 'unknown-merchant',
    message: `merchants has no '${merchant}'; it has: ${known}`,
    retry: 'no',
    merchantMessage: unknownMerchantMessage(merchant, known),
  })
}

const isSameSale = (record: CheckoutRecord, sale: BeginRequest): boolean =>
  record.merchant === sale.merchant &&
  record.phase === (sale.phase ?? 'AUTH') &&
  sameMoney(record.expected, sale.expected)

/** An order took this attempt's money after all. */
const PAID: ReadonlySet<CheckoutState> = new Set(['review', 'authorized', 'captured'])

async function beginAgain(deps: CheckoutDependencies, newest: CheckoutRecord, sale: BeginRequest) {
  if (newest.state === 'created') return writeCheckout(deps, newest, termsOf(sale))
  const earlier = newest.state === 'open' ? await closeEarlier(deps, newest) : undefined
  if (earlier === 'later') return newest
  if (earlier !== undefined && PAID.has(earlier.state)) return earlier
  return insertAttempt(deps, sale, newest.attempt + 1)
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

/** The terms of a sale, as an attempt keeps them. */
const termsOf = (sale: BeginRequest) => ({
  merchant: sale.merchant,
  order: sale.order,
  context: sale.context ?? {},
  phase: sale.phase ?? ('AUTH' as const),
  expected: sale.expected,
})

export function insertAttempt(
  deps: CheckoutDependencies,
  sale: BeginRequest,
  attempt: number,
): Promise<CheckoutRecord> {
  const { reference } = sale
  const id = checkoutId(deps.options.linkSecret, reference, attempt)
  return insertCheckout(deps, { id, reference, attempt, ...termsOf(sale) })
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
