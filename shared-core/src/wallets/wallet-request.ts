// The request that an operation of a wallet stands for, and the question that tells what became of it when its answer was
// lost. A remittance and a withdrawal carry the mark of their request in the description and a deposit as conversationId;
// what has no field for one is known by being new.
import { z } from 'zod'
import type { CraftgateClient, RequestBody } from '../client/craftgate-client'
import { WALLET_ERRORS } from '../messages/wallets'
import { type Money, toWireNumber } from '../money'
import { ownError } from '../operations/result'
import {
  differs,
  errorShape,
  notFound,
  recordedError,
  type StepAnswer,
  type StepRequest,
  stepRequest,
  unknownStatus,
} from '../operations/step-request'
import { amountShape, idShape, readAmount } from '../payment'
import { searchMoves, searchWithdraws } from './read-wallets'
import { settlementRequest } from './settlement'
import { type Withdraw, withdrawShape } from './wallet'
import type { WalletOperation } from './wallet-operation'

type Currency = RequestBody<'createWithdraw'>['currency']

/** How the request of this operation is sent, and asked about. */
export function walletRequest(client: CraftgateClient, operation: WalletOperation): StepRequest {
  const parts = { client, operation, keyed: client.within({ idempotencyKey: operation.step.key }) }
  switch (operation.kind) {
    case 'credit':
    case 'debit':
      return remittance(parts)
    case 'deposit':
      return deposit(parts)
    case 'withdraw':
      return withdraw(parts)
    case 'cancel-withdraw':
      return cancelWithdraw(parts)
    case 'refund':
      return refundOfMove(parts)
    case 'reset':
      return reset(parts)
    case 'settle':
      return settlementRequest(parts)
  }
}

interface Parts {
  readonly client: CraftgateClient
  readonly operation: WalletOperation
  /** Its calls carry the key of the request. */
  readonly keyed: CraftgateClient
}

/** What ties Craftgate's record to the request, at the end of its description. */
export const markOf = (key: string): string => `[${key.replaceAll('-', '').slice(0, 12)}]`

const described = ({ details, step }: WalletOperation): string => `${details.reason} ${markOf(step.key)}`

/** Any key that the request was sent under. */
const isMarked = ({ step }: WalletOperation, description: string | null | undefined): boolean =>
  [step.key, ...(step.earlierKeys ?? [])].some((key) => description?.includes(markOf(key)))

const same = (a: Money, b: Money): boolean =>
  a.currency === b.currency && Math.abs(a.minor) === Math.abs(b.minor)

const done = (refundId?: number): StepAnswer => ({ is: 'done', refundId })

/** developer.craftgate.io/api/wallet/send-remittance, receive-remittance, retrieve-remittance */
function remittance({ client, operation, keyed }: Parts): StepRequest {
  const { kind, memberId, amount, details, step } = operation
  const body: RequestBody<'sendRemittance'> = {
    ...{ memberId, price: toWireNumber(amount), currency: amount.currency as Currency },
    description: described(operation),
    ...(details.toSeller && { remittanceReasonType: 'SUBMERCHANT_SEND_RECEIVE' }),
  }

  function read(answer: unknown): StepAnswer {
    const { id, price, currency } = remittanceShape.parse(answer)
    const told = readAmount(price, currency ?? amount.currency)
    return same(told, amount) ? done(id) : differs(step, [{ amount: told }])
  }

  /** A move says which remittance it was, and that says its description. */
  async function ask(): Promise<StepAnswer> {
    const moves = await searchMoves(client, operation, 'REMITTANCE')
    for (const { amount: moved, transactionId } of moves) {
      if (!same(moved, amount)) continue
      if (transactionId === undefined) return unknownStatus
      const path = { remittanceId: transactionId }
      const answer: unknown = await client.call('retrieveRemittance', { path })
      const { description } = remittanceShape.parse(answer)
      if (isMarked(operation, description)) return read(answer)
    }
    return notFound
  }

  const call = () =>
    kind === 'credit' ? keyed.call('sendRemittance', { body }) : keyed.call('receiveRemittance', { body })
  return stepRequest({ send: { call, read }, ask, follow: ask })
}

const remittanceShape = z.object({
  id: idShape,
  price: amountShape,
  currency: z.string().nullish(),
  description: z.string().nullish(),
})

/** developer.craftgate.io/api/wallet/create-top-up, "Havale/EFT" */
function deposit({ client, operation, keyed }: Parts): StepRequest {
  const { amount, memberId: buyerMemberId, step } = operation
  const conversationId = step.key
  const body = {
    ...{ buyerMemberId, conversationId, price: toWireNumber(amount) },
    currency: amount.currency as Currency,
  }

  function read(answer: unknown): StepAnswer {
    const { price, currency, walletTransaction } = depositShape.parse(answer)
    const told = readAmount(price, currency ?? amount.currency)
    return same(told, amount) ? done(walletTransaction?.id) : differs(step, [{ amount: told }])
  }

  async function ask(): Promise<StepAnswer> {
    for (const key of [step.key, ...(step.earlierKeys ?? [])]) {
      const query = { conversationId: key, size: 10 }
      const { items } = paymentsShape.parse(await client.call('searchPayments', { query }))
      const mine = items.filter((payment) => payment.conversationId === key)
      const made = mine.find(({ paymentStatus }) => paymentStatus === 'SUCCESS')
      if (made) return same(readAmount(made.price, made.currency), amount) ? done() : unknownStatus
      const refused = mine.find(({ paymentStatus }) => paymentStatus === 'FAILURE')
      if (refused) return { is: 'failed', error: recordedError(refused.paymentError) }
      if (mine.length > 0) return unknownStatus
    }
    return notFound
  }

  const call = () => keyed.call('createFundTransferDepositPayment', { body })
  return stepRequest({ send: { call, read }, ask, follow: ask })
}

const depositShape = z.object({
  price: amountShape,
  currency: z.string().nullish(),
  walletTransaction: z.object({ id: idShape.optional().catch(undefined) }).nullish(),
})

const paymentsShape = z.object({
  items: z.array(
    z.object({
      conversationId: z.string().nullish(),
      paymentStatus: z.string(),
      price: amountShape,
      currency: z.string(),
      paymentError: errorShape,
    }),
  ),
})

/**
 * developer.craftgate.io/marketplace, "Para çekme taleplerinin(Withdraw) iletilmesi". Accepted is not paid: the merchant sends a
 * payout file to the bank first, and may cancel until then. What Craftgate says of it that is newer than this is not its end.
 */
function withdraw({ client, operation, keyed }: Parts): StepRequest {
  const { memberId, amount, step } = operation
  const body = {
    ...{ memberId, price: toWireNumber(amount), currency: amount.currency as Currency },
    description: described(operation),
  }

  function answerOf({ id, amount: told, payoutStatus }: Withdraw): StepAnswer {
    if (!same(told, amount)) return differs(step, [{ amount: told }])
    if (payoutStatus === 'PAYOUT_COMPLETED') return done(id)
    if (payoutStatus !== 'CANCELLED' && payoutStatus !== 'NO_PAYOUT') return { is: 'waiting', refundId: id }
    const code = 'withdraw-cancelled'
    return { is: 'failed', error: ownError(code, WALLET_ERRORS[code]) }
  }

  async function ask(): Promise<StepAnswer> {
    const all = await searchWithdraws(client, operation)
    const mine = all.find(({ description }) => isMarked(operation, description))
    return mine === undefined ? notFound : answerOf(mine)
  }

  async function follow(): Promise<StepAnswer> {
    if (step.refundId === undefined) return ask()
    return answerOf(withdrawShape.parse(await retrieveWithdraw(client, step.refundId)))
  }

  const call = () => keyed.call('createWithdraw', { body })
  return stepRequest({
    send: { call, read: (answer) => answerOf(withdrawShape.parse(answer)) },
    ...{ ask, follow },
  })
}

const retrieveWithdraw = (client: CraftgateClient, withdrawId: number): Promise<unknown> =>
  client.call('retrieveWithdraw', { path: { withdrawId } })

/** Whoever cancelled it, it is cancelled. */
function cancelWithdraw({ client, operation, keyed }: Parts): StepRequest {
  const path = { withdrawId: operation.details.subject ?? 0 }

  function read(answer: unknown): StepAnswer {
    const { id, payoutStatus } = withdrawShape.parse(answer)
    if (payoutStatus === 'CANCELLED') return done(id)
    if (payoutStatus === 'WAITING_FOR_PAYOUT') return notFound
    const code = 'not-cancellable'
    return { is: 'failed', error: ownError(code, WALLET_ERRORS[code]) }
  }

  const ask = async () => read(await retrieveWithdraw(client, path.withdrawId))
  return stepRequest({ send: { call: () => keyed.call('cancelWithdraw', { path }), read }, ask, follow: ask })
}

/** developer.craftgate.io/api/wallet/create-refund-transaction */
function refundOfMove({ client, operation, keyed }: Parts): StepRequest {
  const { amount, details, step } = operation
  const path = { walletTransactionId: details.subject ?? 0 }

  function answerOf({ id, refundStatus, refundPrice, paymentError }: MoveRefund): StepAnswer {
    const told = readAmount(refundPrice, amount.currency)
    if (!same(told, amount)) return differs(step, [{ amount: told }])
    if (refundStatus === 'SUCCESS') return done(id)
    if (refundStatus === 'WAITING') return { is: 'waiting', refundId: id }
    return refundStatus === 'FAILURE' ? { is: 'failed', error: recordedError(paymentError) } : unknownStatus
  }

  async function ask(): Promise<StepAnswer> {
    const refunds = await refundsOfMove(client, path.walletTransactionId)
    const own = refunds.find(({ id }) => id === step.refundId)
    if (own) return answerOf(own)
    const fresh = refunds.filter(
      ({ id, refundPrice }) =>
        !details.earlier?.includes(id) && same(readAmount(refundPrice, amount.currency), amount),
    )
    const made = fresh.find(({ refundStatus }) => refundStatus !== 'FAILURE') ?? fresh[0]
    return made === undefined ? notFound : answerOf(made)
  }

  const body = { refundPrice: toWireNumber(amount) }
  return stepRequest({
    send: {
      call: () => keyed.call('refundWalletTransaction', { path, body }),
      read: (answer) => answerOf(moveRefundShape.parse(answer)),
    },
    ask,
    follow: ask,
  })
}

const moveRefundShape = z.object({
  id: idShape,
  refundStatus: z.string(),
  refundPrice: amountShape,
  paymentError: errorShape,
})

type MoveRefund = z.output<typeof moveRefundShape>

const moveRefundsShape = z.object({ items: z.array(moveRefundShape) })

/** Refunds of a wallet's move that Craftgate knows. Throws CraftgateError, ZodError. */
export async function refundsOfMove(
  client: CraftgateClient,
  walletTransactionId: number,
): Promise<readonly MoveRefund[]> {
  const path = { walletTransactionId }
  return moveRefundsShape.parse(await client.call('retrieveWalletTransactionRefunds', { path })).items
}

/** developer.craftgate.io/api/wallet/reset-merchant-wallet-balance: "the balance that it has now". */
function reset({ client, operation, keyed }: Parts): StepRequest {
  const { amount, details } = operation

  async function ask(): Promise<StepAnswer> {
    const moves = await searchMoves(client, operation, 'MERCHANT_BALANCE_RESET')
    const made = moves.find((move) => !details.earlier?.includes(move.id) && same(move.amount, amount))
    return made === undefined ? notFound : done(made.id)
  }

  const body = { walletAmount: toWireNumber(amount) }
  const call = () => keyed.call('resetMerchantWalletBalance', { body })
  return stepRequest({ send: { call, read: () => done() }, ask, follow: ask })
}
