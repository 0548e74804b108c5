// What the parts of an operation work with: made once by `createOperations`, and once for each execution.
import type { CraftgateClient } from '../client/craftgate-client'
import type { OperationRequest } from '../commerce'
import type { Logger } from '../logger'
import { type OfflineMethod, outsideMethodOf } from '../methods'
import type { Money } from '../money'
import type { ParsedOptions } from '../options/options'
import type { ReportedPayment } from '../payment'
import type {
  CommercePlatform,
  OperationStep,
  PaymentOperation,
  PaymentRef,
  RefundDestination,
} from '../platform'
import { enterOperation } from '../sales'
import { isOpen, movedOf } from './operation'
import { noteStanding } from './standing'
import type { StepRequest } from './step-request'

/** Makes the key of a step: a new one each time. */
export type NewKey = () => string

export interface OperationsDependencies {
  readonly platform: CommercePlatform
  readonly clientFor: (account: string) => CraftgateClient
  /** Tells the API key of an account from its next one. */
  readonly fingerprintOf: (account: string) => string
  readonly options: Pick<ParsedOptions, 'partialRefunds' | 'deadlines' | 'reconcileAfterSeconds'> &
    Partial<Pick<ParsedOptions, 'chargeRefundsFromMe'>>
  readonly logger: Logger
  readonly clock: () => Date
  /** For tests; random without it. */
  readonly newKey?: NewKey
  /** For tests, which move the clock instead of waiting. */
  readonly pause?: (ms: number) => Promise<unknown>
}

export type OperationsDeps = Required<OperationsDependencies>

/** What carrying steps out needs; of the store only that each is kept. */
export interface ExecutionContext {
  readonly store: Pick<OperationStore, 'update'>
  readonly client: CraftgateClient
  readonly logger: Logger
  readonly clock: () => Date
  readonly newKey: NewKey
  /** Waits so many milliseconds; tests move the clock instead. */
  readonly pause: (ms: number) => Promise<unknown>
  /** Our deadline for a call that moves money. */
  readonly moneyMs: number
  /** Of the API key that requests are signed with now. */
  readonly fingerprint: string
  /** The request of each step, of an operation that makes a payment. */
  readonly requestOf?: (step: OperationStep) => StepRequest
}

/** The same with all operations of the shop. */
export interface OperationContext extends ExecutionContext {
  readonly store: OperationStore
}

export function contextOf(deps: OperationsDeps, { account }: Pick<PaymentRef, 'account'>): OperationContext {
  const { platform, clock, logger, options, newKey, pause } = deps
  return {
    store: operationStore({ platform, clock, logger }),
    client: deps.clientFor(account),
    fingerprint: deps.fingerprintOf(account),
    logger,
    clock,
    newKey,
    pause,
    moneyMs: options.deadlines.moneyMs,
  }
}

/** An operation as it is asked for. */
export interface OperationOrder {
  readonly kind: PaymentOperation['kind']
  readonly request: OperationRequest & {
    readonly amount?: Money
    readonly items?: readonly { readonly externalId: string; readonly amount: Money }[]
    readonly itemsOnly?: boolean
    readonly onlyUncaptured?: boolean
    readonly chargeFromMe?: boolean
    /** Of an approval: the basket items, by externalId. */
    readonly lines?: readonly string[]
    readonly destination?: RefundDestination
    /** Of a void: also what is left of a payment of which a part went back. */
    readonly orTheRest?: boolean
  }
}

/** What a plan may look at. */
export interface PlanInput {
  readonly run: ExecutionContext
  /** All payments of the attempt as Craftgate reports them, the lead first. */
  readonly payments: readonly ReportedPayment[]
  /** The attempt's other operations, as they stand now. */
  readonly operations: readonly PaymentOperation[]
}

export interface OperationPlan {
  /** In the order's price. */
  readonly amount: Money
  readonly steps: readonly OperationStep[]
}

/** The payments of the attempt that a payment belongs to. Operations are kept under the lead. */
export interface Attempt {
  readonly lead: PaymentRef
  readonly paymentIds: readonly number[]
  readonly expected?: Money
  /** Of money that we recorded ourselves: Craftgate does not tell it again. */
  readonly method?: OfflineMethod
}

export async function attemptOf({ platform }: OperationsDeps, payment: PaymentRef): Promise<Attempt> {
  const { account, paymentId } = payment
  const checkout = await platform.findCheckout({ account, paymentId })
  const [lead = paymentId] = checkout?.paymentIds ?? []
  return {
    lead: { account, paymentId: lead },
    paymentIds: checkout?.paymentIds ?? [paymentId],
    expected: checkout?.expected,
    method: checkout && outsideMethodOf(checkout),
  }
}

/** The shop's store of operations, with the time of each write. */
export interface OperationStore {
  /** Inserts it. 'conflict' when the account has this key already. */
  create(operation: PaymentOperation): Promise<PaymentOperation | 'conflict'>
  update(operation: PaymentOperation): Promise<PaymentOperation>
  /** All of this payment, oldest first. */
  of(payment: PaymentRef): Promise<readonly PaymentOperation[]>
}

const SAVES = 5

type StoreDependencies = Pick<OperationsDependencies, 'platform' | 'clock' | 'logger'>

export function operationStore(deps: StoreDependencies): OperationStore {
  const { platform, clock } = deps

  /** What ended is counted, and noted in its attempt, at each write of it, the shop's acknowledgement included: a crash in between loses nothing. */
  async function save(operation: PaymentOperation): Promise<PaymentOperation | 'conflict'> {
    const saved = await platform.saveOperation({ ...operation, updatedAt: clock() })
    if (saved === 'conflict' || isOpen(saved)) return saved
    await enterOperation(deps, saved, movedOf(saved))
    await noteStanding(deps, saved)
    return saved
  }

  /** Under the payment's lock only the shop writes besides us, and only its own reference: that is kept. */
  async function update(operation: PaymentOperation): Promise<PaymentOperation> {
    let next = operation
    for (let saves = 0; saves < SAVES; saves += 1) {
      const stored = await save(next)
      if (stored !== 'conflict') return stored
      next = await withShopsWrite(next)
    }
    throw new Error(`Operation ${operation.key} of payment ${operation.paymentId} could not be written down`)
  }

  async function withShopsWrite(operation: PaymentOperation): Promise<PaymentOperation> {
    const stored = (await platform.operationsOf(operation)).find(({ key }) => key === operation.key)
    if (stored === undefined) return operation
    return { ...operation, shopReference: stored.shopReference, version: stored.version }
  }

  return {
    create: save,
    update,
    of: async (payment) => {
      const operations = await platform.operationsOf(payment)
      return [...operations].sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
    },
  }
}
