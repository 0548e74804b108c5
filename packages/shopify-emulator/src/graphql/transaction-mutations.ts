import { finishTransaction } from '../sessions/finish-transaction'
import type { Transaction, TransactionKind } from '../sessions/transaction'
import type { CallContext, Resolver } from './call-context'

type Id = { readonly id: string }
type Reject = Id & { readonly reason: { readonly code: string; readonly merchantMessage?: string } }

const words = {
  refund: { field: 'refundSession', type: 'RefundSession', code: 'REFUND_SESSION', name: 'Refund' },
  capture: { field: 'captureSession', type: 'CaptureSession', code: 'CAPTURE_SESSION', name: 'Capture' },
  void: { field: 'voidSession', type: 'VoidSession', code: 'VOID_SESSION', name: 'Void' },
} as const

const resolve =
  (kind: TransactionKind): Resolver<Id> =>
  ({ id }, context) => {
    const transaction = find(id, kind, context)
    if (!transaction) return notFound(kind)
    const finished = finishTransaction(context.world, transaction, { to: 'resolved', facts: {} })
    return finished === 'conflict' ? invalid(kind, 'already been rejected') : payload(transaction)
  }

const reject =
  (kind: TransactionKind): Resolver<Reject> =>
  ({ id, reason: { code, merchantMessage } }, context) => {
    const transaction = find(id, kind, context)
    if (!transaction) return notFound(kind)
    const facts = { reason: code, message: merchantMessage }
    const finished = finishTransaction(context.world, transaction, { to: 'rejected', facts })
    if (finished !== 'conflict') return payload(transaction)
    return invalid(kind, 'already been resolved or has already been rejected with a different reason')
  }

function find(gid: string, kind: TransactionKind, { world, shop }: CallContext): Transaction | undefined {
  return world.state.transactions.find((one) => one.gid === gid && one.kind === kind && one.shop === shop)
}

function payload({ kind, gid, state, reason, message }: Transaction) {
  const { field, type } = words[kind]
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
  [words[kind].field]: null,
  userErrors: [{ field: ['id'], code: `${words[kind].code}_${code}`, message }],
})

const notFound = (kind: TransactionKind) =>
  failure(kind, 'NOT_FOUND', `${words[kind].name} session not found.`)

const invalid = (kind: TransactionKind, what: string) =>
  failure(kind, 'INVALID_STATE', `${words[kind].name} session has ${what}.`)

export const transactionMutations = {
  refundSessionResolve: resolve('refund'),
  refundSessionReject: reject('refund'),
  captureSessionResolve: resolve('capture'),
  captureSessionReject: reject('capture'),
  voidSessionResolve: resolve('void'),
  voidSessionReject: reject('void'),
}
