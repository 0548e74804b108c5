import type { Transaction, TransactionKind } from '../context/transaction'
import { finishTransaction } from '../payment-sessions/finish-session'
import type { Caller, Resolver } from './resolver'

type Id = { readonly id: string }
type Reject = Id & { readonly reason: { readonly code: string; readonly merchantMessage?: string } }

const NAMES = {
  refund: { field: 'refundSession', type: 'RefundSession', code: 'REFUND_SESSION', name: 'Refund' },
  capture: { field: 'captureSession', type: 'CaptureSession', code: 'CAPTURE_SESSION', name: 'Capture' },
  void: { field: 'voidSession', type: 'VoidSession', code: 'VOID_SESSION', name: 'Void' },
} as const

const resolve =
  (kind: TransactionKind): Resolver<Id> =>
  ({ id }, caller) => {
    const transaction = find(id, kind, caller)
    if (!transaction) return notFound(kind)
    const finished = finishTransaction(caller.ctx, transaction, { to: 'resolved', facts: {} })
    return finished === 'conflict' ? invalid(kind, 'already been rejected') : payload(transaction)
  }

const reject =
  (kind: TransactionKind): Resolver<Reject> =>
  ({ id, reason: { code, merchantMessage } }, caller) => {
    const transaction = find(id, kind, caller)
    if (!transaction) return notFound(kind)
    const facts = { reason: code, message: merchantMessage }
    const finished = finishTransaction(caller.ctx, transaction, { to: 'rejected', facts })
    if (finished !== 'conflict') return payload(transaction)
    return invalid(kind, 'already been resolved or has already been rejected with a different reason')
  }

function find(gid: string, kind: TransactionKind, { ctx, shop }: Caller): Transaction | undefined {
  return ctx.state.transactions.find((one) => one.gid === gid && one.kind === kind && one.shop === shop)
}

function payload({ kind, gid, state, reason, message }: Transaction) {
  const { field, type } = NAMES[kind]
  const isResolved = state === 'resolved'
  return {
    [field]: {
      id: gid,
      state: {
        __typename: `${type}State${isResolved ? 'Resolved' : 'Rejected'}`,
        code: isResolved ? 'RESOLVED' : 'REJECTED',
        reason,
        merchantMessage: message ?? null,
      },
    },
    userErrors: [],
  }
}

const failure = (kind: TransactionKind, code: string, message: string) => ({
  [NAMES[kind].field]: null,
  userErrors: [{ field: ['id'], code: `${NAMES[kind].code}_${code}`, message }],
})

const notFound = (kind: TransactionKind) =>
  failure(kind, 'NOT_FOUND', `${NAMES[kind].name} session not found.`)

const invalid = (kind: TransactionKind, what: string) =>
  failure(kind, 'INVALID_STATE', `${NAMES[kind].name} session has ${what}.`)

export const transactionMutations = {
  refundSessionResolve: resolve('refund'),
  refundSessionReject: reject('refund'),
  captureSessionResolve: resolve('capture'),
  captureSessionReject: reject('capture'),
  voidSessionResolve: resolve('void'),
  voidSessionReject: reject('void'),
}
