// Money of wallets moves exactly once, by the rules of every operation (`operations/execute.ts`): what is asked for is written
// down under the caller's key, sent under a random one, and asked about when its answer was lost.
import type { CraftgateClient } from '../client/craftgate-client'
import { type Money } from '../money'
import type { ExecutionContext, OperationsDeps } from '../operations/context'
import { executeSteps } from '../operations/execute'
import { checkKey, sameAmount } from '../operations/operation'
import type { CommercePlatform, PaymentOperation } from '../platform'
import {
  isOpenInWallet,
  type WalletOperation,
  type WalletOperationKind,
  type WalletOperationStore,
} from './wallet-operation'
import { walletRequest } from './wallet-request'
import { refused, walletResult } from './wallet-result'
import type { WalletResult } from './wallets'

export interface WalletDependencies
  extends Pick<
    OperationsDeps,
    'clientFor' | 'fingerprintOf' | 'options' | 'logger' | 'clock' | 'newKey' | 'pause'
  > {
  readonly platform: Pick<CommercePlatform, 'exclusively' | 'walletOperations'>
}

/** An operation as it is asked for. */
export interface WalletOrder {
  readonly key: string
  readonly account: string
  readonly kind: WalletOperationKind
  readonly memberId: number
  readonly amount: Money
  /** Looks at the wallet, and says what the request needs, or why there can be none. */
  plan(client: CraftgateClient): Promise<Pick<WalletOperation, 'details'> | WalletResult>
}

const LATEST = 50

/**
 * One with the same key is the answer, and what is left of it is carried out; otherwise a plan is made, written down and
 * sent. Throws what the store throws, CraftgateError of a malformed key, and CraftgateError when the plan cannot be made.
 */
export function perform(deps: WalletDependencies, order: WalletOrder): Promise<WalletResult> {
  checkKey(order.key)
  const store = deps.platform.walletOperations
  return exclusively(deps, order, async () => {
    const known = await store.find(order)
    if (known) return isSame(order, known) ? walletResult(await carryOn(deps, known)) : refused('key-taken')
    const client = deps.clientFor(order.account)
    if (await isInTheWay(store, order)) return refused('unsettled')
    const plan = await order.plan(client)
    if ('state' in plan) return plan
    const stored = await store.save(newOperation(deps, order, plan))
    return stored === 'conflict' ? refused('key-taken') : walletResult(await carryOn(deps, stored))
  })
}

/** Brings an operation that was written down as far as it gets now. */
export function resume(deps: WalletDependencies, operation: WalletOperation): Promise<WalletResult> {
  return exclusively(deps, operation, async () => {
    const stored = (await deps.platform.walletOperations.find(operation)) ?? operation
    return walletResult(isOpenInWallet(stored) ? await carryOn(deps, stored) : stored)
  })
}

type Place = Pick<WalletOperation, 'account' | 'memberId'>

/** One at a time for a wallet; numbers of members are no numbers of payments. */
const exclusively = <T>({ platform }: WalletDependencies, place: Place, work: () => Promise<T>): Promise<T> =>
  platform.exclusively({ account: `${place.account} wallets`, paymentId: place.memberId }, work)

const isSame = (order: WalletOrder, known: WalletOperation): boolean =>
  known.kind === order.kind && known.memberId === order.memberId && sameAmount(known.amount, order.amount)

/** What is known by being new only cannot be told from another that may have been made. */
async function isInTheWay(store: WalletOperationStore, order: WalletOrder): Promise<boolean> {
  if (order.kind !== 'refund' && order.kind !== 'reset' && order.kind !== 'settle') return false
  const latest = await store.of(order, LATEST)
  return latest.some((operation) => operation.kind === order.kind && isOpenInWallet(operation))
}

function newOperation(
  { clock, newKey }: WalletDependencies,
  { key, account, kind, memberId, amount }: WalletOrder,
  { details }: Pick<WalletOperation, 'details'>,
): WalletOperation {
  const now = clock()
  return {
    ...{ key, account, kind, memberId, amount, details, state: 'planned' },
    step: { key: newKey(), paymentId: 0, amount, price: amount, state: 'planned' },
    ...{ createdAt: now, updatedAt: now, version: 0 },
  }
}

/** Runs under the wallet's lock, so nobody else writes the operation. */
async function carryOn(deps: WalletDependencies, start: WalletOperation): Promise<WalletOperation> {
  let operation = start
  const client = deps.clientFor(start.account)
  const run: ExecutionContext = {
    ...{ client, clock: deps.clock, newKey: deps.newKey, pause: deps.pause },
    logger: deps.logger,
    moneyMs: deps.options.deadlines.moneyMs,
    fingerprint: deps.fingerprintOf(start.account),
    requestOf: (step) => walletRequest(client, { ...operation, step }),
    store: {
      update: async (run) => {
        operation = await save(deps, { ...operation, ...stateOf(run, operation) })
        return asExecuted(operation)
      },
    },
  }
  if (isOpenInWallet(start)) await executeSteps(asExecuted(start), run)
  return operation
}

async function save(deps: WalletDependencies, operation: WalletOperation): Promise<WalletOperation> {
  const stored = await deps.platform.walletOperations.save({ ...operation, updatedAt: deps.clock() })
  if (stored !== 'conflict') return stored
  throw new Error(`Operation ${operation.key} of wallet ${operation.memberId} could not be written down`)
}

/** The operation as `executeSteps` carries one out; like money that is recorded it belongs to no payment. */
const asExecuted = ({
  key,
  account,
  amount,
  step,
  state,
  error,
  ...rest
}: WalletOperation): PaymentOperation => ({
  ...{ key, kind: 'record', account, paymentId: 0, amount, steps: [step], state, error },
  ...{ createdAt: rest.createdAt, updatedAt: rest.updatedAt, version: rest.version },
})

const stateOf = ({ steps, state, error }: PaymentOperation, { step }: WalletOperation) => ({
  ...{ step: steps[0] ?? step, state, error },
})
