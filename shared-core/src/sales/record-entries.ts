// When something is written down for the merchant's figures. A figure never stands in the way of money: what cannot be
// written is logged. What is recorded again is the same entry, and operations are recorded again until the shop acknowledged them.
import type { CraftgateClient } from '../client/craftgate-client'
import { type Logger, logError } from '../logger'
import type { Money } from '../money'
import type { PaymentFacts, PaymentOutcome } from '../payment'
import { triesOf } from '../payment/declined-payments'
import type { CheckoutRecord, CommercePlatform, PaymentOperation, SalesEntry } from '../platform'
import { bankOf, bankOfSteps, chargedIn } from './bank-entry'
import { takenEntryOf } from './taken'

export interface SalesDependencies {
  readonly platform: Pick<CommercePlatform, 'sales' | 'findCheckout' | 'operationsOf'>
  readonly logger: Logger
  readonly clock: () => Date
}

/** An order took the money, or the promise of it. */
export async function enterTaken(
  deps: SalesDependencies,
  record: CheckoutRecord,
  { kind, facts }: Extract<PaymentOutcome, { kind: 'captured' | 'authorized' }>,
): Promise<void> {
  const taken = takenEntryOf(facts.paymentId)
  const isSale = record.phase === 'AUTH'
  await enter(deps, record, {
    ...{ ...entryOf(facts), ...(isSale && bankOf(facts)) },
    ...{ entry: taken, kind: isSale ? 'sale' : 'authorization' },
  })
  if (!isSale && kind === 'captured') await enterOthersCapture(deps, record, facts)
}

/** Captured in Craftgate's panel: of a capture of ours the operation tells how much. */
async function enterOthersCapture(
  deps: SalesDependencies,
  record: CheckoutRecord,
  facts: PaymentFacts,
): Promise<void> {
  const { account } = record
  const { paymentId, price, paidPrice } = facts
  const operations = deps.platform.sales ? await deps.platform.operationsOf({ account, paymentId }) : []
  if (operations.some(({ kind, state }) => kind === 'capture' && state !== 'failed')) return
  const amount = paidPrice.minor < price.minor ? paidPrice : price
  await enter(deps, record, { ...captureOf(paymentId, amount, paidPrice.minor), ...bankOf(facts) })
}

/** What an order took, and cannot hold: it was no sale. */
export async function enterLost(
  deps: SalesDependencies,
  record: CheckoutRecord,
  facts: PaymentFacts,
): Promise<void> {
  await enter(deps, record, { ...entryOf(facts), entry: takenEntryOf(facts.paymentId), kind: 'lost' })
}

/** A payment that the bank or Craftgate refused; the purchase may still be paid. False when it could not be written. */
export async function enterDeclined(
  deps: SalesDependencies,
  record: CheckoutRecord,
  { facts, error }: Extract<PaymentOutcome, { kind: 'declined' }>,
  at?: Date,
): Promise<boolean> {
  const { expected, version, id } = record
  const declined = facts ? entryOf(facts) : { installment: 1 }
  const entry: NewEntry = {
    ...declined,
    entry: facts ? `declined-${facts.paymentId}` : `declined-${id}-${version}`,
    kind: 'declined',
    amount: expected,
    paid: expected.minor,
    errorGroup: error.group,
  }
  return enter(deps, record, entry, at)
}

/**
 * What the shopper tried on Craftgate's page before he paid or gave up: Craftgate notifies of no decline there, its reports
 * tell of each. What is entered already stays one entry. True when all of it is entered and no more can come.
 */
export async function enterDeclinedBefore(
  deps: SalesDependencies & { readonly clientFor: (account: string) => CraftgateClient },
  record: CheckoutRecord,
): Promise<boolean> {
  if (deps.platform.sales === undefined) return false
  let areAllEntered = false
  await guarded(deps, `declined payments of ${record.id}`, async () => {
    const { declined, areOver } = await triesOf(deps, record)
    areAllEntered = areOver
    for (const { facts, error, at } of declined)
      if (!(await enterDeclined(deps, record, { kind: 'declined', facts, error }, at))) areAllEntered = false
  })
  return areAllEntered
}

/** Of a recording its attempt tells; an approval moves shares between sellers, and none of the shop's. */
const MOVES_MONEY: ReadonlySet<PaymentOperation['kind']> = new Set(['capture', 'void', 'refund'])

/** `moved`: what really moved, in the order's price. Money of a payment that no order took is no refund. */
export async function enterOperation(
  deps: SalesDependencies,
  operation: PaymentOperation,
  moved: Money,
): Promise<void> {
  const { kind, account, paymentId, key } = operation
  if (deps.platform.sales === undefined || !MOVES_MONEY.has(kind) || moved.minor === 0) return
  await guarded(deps, `${kind} ${key}`, async () => {
    const record = await deps.platform.findCheckout({ account, paymentId })
    if (record === undefined || (record.state !== 'authorized' && record.state !== 'captured')) return
    if (kind === 'capture')
      return enter(deps, record, {
        ...captureOf(paymentId, moved, chargedIn(operation)),
        ...bankOfSteps(operation),
      })
    if (kind === 'void' && !(await isCaptured(deps, record, operation))) return
    await enter(deps, record, {
      entry: `back-${key}`,
      kind: 'refund',
      amount: moved,
      paid: moved.minor,
      charged: chargedIn(operation),
      installment: 1,
    })
  })
}

/** What was only authorized was never turned over: its void gives no money back. */
async function isCaptured(
  { platform }: SalesDependencies,
  record: CheckoutRecord,
  operation: PaymentOperation,
): Promise<boolean> {
  if (record.phase === 'AUTH' || record.state === 'captured') return true
  const operations = await platform.operationsOf(operation)
  return operations.some(({ kind, state }) => kind === 'capture' && state === 'done')
}

type NewEntry = Omit<SalesEntry, 'account' | 'reference' | 'at'>

const captureOf = (paymentId: number, amount: Money, paid: number): NewEntry => ({
  entry: `capture-${paymentId}`,
  kind: 'capture',
  amount,
  paid,
  installment: 1,
})

const entryOf = ({ price, paidPrice, installment, method, card, pos }: PaymentFacts) => ({
  amount: price,
  paid: paidPrice.minor,
  method,
  installment,
  bank: card?.bankName,
  pos: pos?.alias ?? pos?.name,
})

function enter(
  deps: SalesDependencies,
  record: CheckoutRecord,
  entry: NewEntry,
  at = deps.clock(),
): Promise<boolean> {
  const { account, reference } = record
  return guarded(deps, entry.entry, async () => {
    await deps.platform.sales?.enter({ ...entry, account, reference, at }, record)
  })
}

async function guarded(
  { logger }: SalesDependencies,
  entry: string,
  work: () => Promise<unknown>,
): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    logger.error('An entry of the figures could not be written', { entry, error: logError(error) })
    return false
  }
}
