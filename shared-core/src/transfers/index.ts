// Transfers to the merchant's bank accounts that Craftgate watches, matched to orders that were placed unpaid.
// developer.craftgate.io/bank-account-tracking
import { accountOf } from '../account'
import { retryOnConcurrentWrite } from '../checkout/record'
import { CraftgateError } from '../errors'
import type { ParsedOptions } from '../options/options'
import type { WaitingOrder } from '../platform'
import {
  BY_TRANSFER,
  type Confirmed,
  confirmTransfer,
  newTransfer,
  refusal,
  restOf,
  storedTransfer,
  type TransferDependencies,
  writeTransfer,
} from './confirm'
import { matchesOf, numbersIn, withSought } from './match'
import { type BankTransfer, retrieveTransfer, searchTransfers } from './read-transfer'
import type { TransferRecord } from './transfer-record'
import type { IncomingTransfer, Transfers } from './transfers'

/** What a notification leads to. */
export interface TransferNotes {
  /** Craftgate is asked about the transfer, and it is written down as undecided. False when it knows none that came in. */
  noteTransfer(account: string, id: number): Promise<boolean>
}

/** The newest orders that wait, among which names are looked for. */
const NEWEST = 50
const MOST_COUNTED = 100

interface Parts extends Omit<TransferDependencies, 'store'> {
  readonly options: ParsedOptions
}

/** A shop without unpaid orders has no transfers to match: each call is refused with code `no-unpaid-orders`. */
export function createTransfers(parts: Parts): Transfers & TransferNotes {
  const deps = (): TransferDependencies => {
    const store = parts.platform.transfers
    if (store === undefined) throw refusal('no-unpaid-orders')
    return { ...parts, store }
  }
  const accountOfMerchant = (merchant: string) => accountOf(parts.options, merchant)
  return {
    async incoming({ merchant, shop, page }) {
      const account = accountOfMerchant(merchant)
      const whole = deps()
      const { transfers, count } = await searchTransfers(parts.clientFor(account), page)
      return { transfers: await viewsOf(whole, { account, shop }, transfers), count }
    },
    async find({ merchant, shop, id, number }) {
      const account = accountOfMerchant(merchant)
      return viewOf(deps(), { account, shop }, await required(deps(), account, id), number)
    },
    async confirm({ merchant, shop, ...asked }) {
      const account = accountOfMerchant(merchant)
      const { transfer, record, refused }: Confirmed = await confirmTransfer(deps(), {
        account,
        shop,
        ...asked,
      })
      return { transfer: toView(transfer, record, []), refused }
    },
    close: ({ merchant, id, reason }) =>
      decide(deps(), accountOfMerchant(merchant), id, (record) => {
        if (record.state === 'confirmed') throw refusal('transfer-used')
        return { state: record.parts.length > 0 ? 'confirmed' : 'closed', reason }
      }),
    reopen: ({ merchant, id }) =>
      decide(deps(), accountOfMerchant(merchant), id, ({ state }) => {
        if (state === 'confirmed') throw refusal('transfer-used')
        return { state: 'undecided', reason: undefined }
      }),
    async undecided(merchant) {
      const account = accountOfMerchant(merchant)
      return (await parts.platform.transfers?.undecided(account, MOST_COUNTED)) ?? []
    },
    async noteTransfer(account, id) {
      if (parts.platform.transfers === undefined) return false
      const transfer = await retrieveTransfer(parts.clientFor(account), id).catch((error: unknown) => {
        if (CraftgateError.is(error) && error.kind === 'invalid-request') return undefined
        throw error
      })
      if (transfer === undefined) return false
      const record = await storedTransfer(deps(), account, transfer)
      // Who wrote it first knows it too.
      if (record.version === 0) await deps().store.save(record)
      return true
    },
  }
}

type Shop = { readonly account: string; readonly shop?: string }

async function required(deps: TransferDependencies, account: string, id: number): Promise<BankTransfer> {
  const transfer = await retrieveTransfer(deps.clientFor(account), id)
  if (transfer === undefined) throw refusal('transfer-not-incoming')
  return transfer
}

type Decision = Pick<TransferRecord, 'state' | 'reason'>

async function decide(
  deps: TransferDependencies,
  account: string,
  id: number,
  decision: (record: TransferRecord) => Decision,
): Promise<IncomingTransfer> {
  const transfer = await required(deps, account, id)
  const record = await retryOnConcurrentWrite(async () => {
    const stored = await storedTransfer(deps, account, transfer)
    return writeTransfer(deps, { ...stored, ...decision(stored) })
  })
  return toView(transfer, record, [])
}

/** All of a page with one look into the shop. */
async function viewsOf(
  { store, clock }: TransferDependencies,
  { account, shop }: Shop,
  transfers: readonly BankTransfer[],
): Promise<readonly IncomingTransfer[]> {
  const stored = await store.of(
    account,
    transfers.map(({ id }) => id),
  )
  const recordOf = ({ id }: BankTransfer) => stored.find((record) => record.id === id)
  const open = transfers.filter((transfer) => (recordOf(transfer)?.state ?? 'undecided') === 'undecided')
  const query = {
    methods: BY_TRANSFER,
    amounts: [...new Set(open.map(({ amount }) => amount.minor))],
    numbers: [...new Set(open.flatMap(({ description }) => numbersIn(description)))].slice(0, MOST_COUNTED),
  }
  const waiting = open.length === 0 ? [] : await store.waiting({ account, shop, limit: NEWEST, ...query })
  return transfers.map((transfer) =>
    toView(transfer, recordOf(transfer) ?? newTransfer(account, transfer, clock()), waiting),
  )
}

async function viewOf(
  deps: TransferDependencies,
  { account, shop }: Shop,
  transfer: BankTransfer,
  number = '',
): Promise<IncomingTransfer> {
  const record = await storedTransfer(deps, account, transfer)
  if (record.state !== 'undecided') return toView(transfer, record, [])
  const methods = BY_TRANSFER
  const query = {
    methods,
    amounts: [transfer.amount.minor],
    numbers: [...numbersIn(number), ...numbersIn(transfer.description)],
  }
  const waiting = await deps.store.waiting({ account, shop, limit: NEWEST, ...query })
  const view = toView(transfer, record, waiting)
  return { ...view, matches: withSought(view.matches, waiting, number) }
}

function toView(
  transfer: BankTransfer,
  { state, parts, reason, amount }: TransferRecord,
  waiting: readonly WaitingOrder[],
): IncomingTransfer {
  const matches = state === 'undecided' ? matchesOf(transfer, waiting) : []
  const others = matches.filter(({ order }) =>
    parts.every(({ reference }) => reference !== order.record.reference),
  )
  return { ...transfer, state, parts, reason, rest: restOf({ amount, parts }), matches: others }
}
