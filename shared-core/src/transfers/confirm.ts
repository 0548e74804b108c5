import { ConcurrentWrite, isTaken, retryOnConcurrentWrite } from '../checkout/record'
import type { CraftgateClient } from '../client/craftgate-client'
import type { OfflineResult } from '../commerce'
import { invalidRequest } from '../errors'
import { TRANSFER_ERRORS } from '../messages/transfers'
import { offlineMethodOf } from '../methods'
import { compare, type Money, money, subtract, sum } from '../money'
import type { CommercePlatform, TransferStore } from '../platform'
import type { BankTransfer } from './read-transfer'
import { retrieveTransfer } from './read-transfer'
import type { TransferPart, TransferRecord } from './transfer-record'
import type { RefusedPart } from './transfers'

export interface TransferDependencies {
  readonly platform: CommercePlatform
  readonly store: TransferStore
  readonly clock: () => Date
  readonly clientFor: (account: string) => CraftgateClient
  /** Records what an order owes, once, and only for this transfer and this amount. */
  readonly recordOffline: (
    reference: string,
    by: { readonly transfer: string; readonly amount: Money },
  ) => Promise<OfflineResult>
}

interface Confirmation {
  readonly account: string
  readonly shop?: string
  readonly id: number
  readonly references: readonly string[]
  readonly acceptRest?: boolean
}

export interface Confirmed {
  readonly transfer: BankTransfer
  readonly record: TransferRecord
  /** Orders that could not be paid, each with the reason; they are no part of the transfer. */
  readonly refused: readonly RefusedPart[]
}

const MOST_ORDERS = 20
/** Orders that were placed for a transfer. */
export const BY_TRANSFER = ['FUND_TRANSFER'] as const

/**
 * One transfer pays these orders, each what it owes. The rules:
 * - the transfer is asked of Craftgate, and the orders are read now. Together they owe no more than came; a rest is left
 *   only by the word of the merchant, who sends it back at his bank;
 * - which orders it pays is written down before anything is recorded, under a version, so that a transfer is used once
 *   whoever confirms it at the same time. Confirming it again for the same orders goes on where it stopped;
 * - each order takes the money of one transfer (`recordOffline`), so that two transfers never pay the same order.
 */
export async function confirmTransfer(deps: TransferDependencies, asked: Confirmation): Promise<Confirmed> {
  const { account, id } = asked
  const transfer = await retrieveTransfer(deps.clientFor(account), id)
  if (transfer === undefined) throw refusal('transfer-not-incoming')
  const record = await retryOnConcurrentWrite(() => plan(deps, asked, transfer))
  return book(deps, transfer, record)
}

export async function storedTransfer(
  { store, clock }: Pick<TransferDependencies, 'store' | 'clock'>,
  account: string,
  transfer: Pick<BankTransfer, 'id' | 'amount'>,
): Promise<TransferRecord> {
  const [stored] = await store.of(account, [transfer.id])
  return stored ?? newTransfer(account, transfer, clock())
}

export const newTransfer = (
  account: string,
  { id, amount }: Pick<BankTransfer, 'id' | 'amount'>,
  now: Date,
): TransferRecord => ({
  ...{ account, id, state: 'undecided', amount, parts: [] },
  ...{ createdAt: now, updatedAt: now, version: 0 },
})

async function plan(
  deps: TransferDependencies,
  asked: Confirmation,
  transfer: BankTransfer,
): Promise<TransferRecord> {
  const stored = await storedTransfer(deps, asked.account, transfer)
  const references = [...new Set(asked.references)]
  if (stored.state === 'closed') throw refusal('transfer-closed')
  const kept = stored.parts.map(({ reference }) => reference)
  const added = references.filter((reference) => !kept.includes(reference))
  if (stored.state === 'confirmed') {
    if (added.length > 0) throw refusal('transfer-used')
    return stored
  }
  if (added.length + kept.length === 0) throw refusal('no-order')
  if (added.length > MOST_ORDERS) throw refusal('too-many-orders')
  const parts = [...stored.parts, ...(await addedParts(deps, asked, { references: added, transfer }))]
  requireWithin(transfer.amount, parts, asked.acceptRest === true)
  return writeTransfer(deps, { ...stored, amount: transfer.amount, state: 'confirmed', parts })
}

/** An order that a second press finds paid by this very transfer was written down before it was paid: the plan is read anew. */
async function addedParts(
  deps: TransferDependencies,
  asked: Confirmation,
  added: { readonly references: readonly string[]; readonly transfer: BankTransfer },
): Promise<readonly TransferPart[]> {
  try {
    return await partsOf(deps, asked, added)
  } catch (error) {
    const { parts } = await storedTransfer(deps, asked.account, added.transfer)
    const isPlanned = added.references.every((each) => parts.some(({ reference }) => reference === each))
    throw isPlanned ? new ConcurrentWrite('The transfer was confirmed by somebody else') : error
  }
}

/** What each of these orders owes now. */
async function partsOf(
  { platform, store }: TransferDependencies,
  { account, shop }: Confirmation,
  { references, transfer }: { readonly references: readonly string[]; readonly transfer: BankTransfer },
): Promise<readonly TransferPart[]> {
  if (references.length === 0) return []
  const query = { account, shop, methods: BY_TRANSFER, limit: 0, amounts: [], numbers: [], references }
  const waiting = await store.waiting(query)
  return Promise.all(
    references.map(async (reference) => {
      const record = waiting.find((each) => each.record.reference === reference)?.record
      if (record === undefined || offlineMethodOf(record) !== 'FUND_TRANSFER' || isTaken(record.state))
        throw refusal('order-not-waiting')
      const { total, currency } = await platform.readOrder(record)
      if (total <= 0) throw refusal('order-not-waiting')
      if (currency !== transfer.amount.currency) throw refusal('other-currency')
      return { reference, amount: money(total, currency), state: 'pending' as const }
    }),
  )
}

function requireWithin(came: Money, parts: readonly TransferPart[], acceptRest: boolean): void {
  const owed = sum(
    parts.map(({ amount }) => amount),
    came.currency,
  )
  if (compare(owed, came) > 0) throw refusal('transfer-too-small')
  if (compare(owed, came) < 0 && !acceptRest) throw refusal('transfer-has-rest')
}

async function book(
  deps: TransferDependencies,
  transfer: BankTransfer,
  confirmed: TransferRecord,
): Promise<Confirmed> {
  const refused: RefusedPart[] = []
  let record = confirmed
  for (const part of confirmed.parts.filter(({ state }) => state === 'pending')) {
    const by = { transfer: transferKey(confirmed), amount: part.amount }
    const result = await deps.recordOffline(part.reference, by)
    if (result.state === 'unknown' || (result.state === 'failed' && result.passing)) continue
    if (result.state === 'failed') {
      const { error, message } = result
      refused.push({ reference: part.reference, error, message })
    }
    record = await retryOnConcurrentWrite(() => writeEnd(deps, record, part, result.state === 'done'))
  }
  return { transfer, record, refused }
}

/** As the attempt of an order names the transfer that pays it. */
const transferKey = ({ account, id }: Pick<TransferRecord, 'account' | 'id'>): string => `${account} ${id}`

/** What could not be recorded is no part of the transfer any more, and somebody has to say what it is for. */
async function writeEnd(
  deps: TransferDependencies,
  { account, id, amount }: TransferRecord,
  { reference }: TransferPart,
  isDone: boolean,
): Promise<TransferRecord> {
  const now = await storedTransfer(deps, account, { id, amount })
  const others = now.parts.filter((part) => part.reference !== reference)
  const part = now.parts.find((each) => each.reference === reference)
  if (part === undefined || part.state === 'done') return now
  if (isDone) return writeTransfer(deps, { ...now, parts: [...others, { ...part, state: 'done' }] })
  return writeTransfer(deps, { ...now, parts: others, state: 'undecided' })
}

/** The rest of a transfer that its orders do not take. */
export function restOf({ amount, parts }: Pick<TransferRecord, 'amount' | 'parts'>): Money {
  return parts.reduce((rest, part) => subtract(rest, part.amount), amount)
}

export async function writeTransfer(
  { store, clock }: Pick<TransferDependencies, 'store' | 'clock'>,
  record: TransferRecord,
) {
  const saved = await store.save({ ...record, updatedAt: clock() })
  if (saved === 'conflict') throw new ConcurrentWrite('The transfer was written by somebody else')
  return saved
}

export const refusal = (code: keyof typeof TRANSFER_ERRORS) => invalidRequest(code, TRANSFER_ERRORS[code])
