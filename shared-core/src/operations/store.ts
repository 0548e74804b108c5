import type { CommercePlatform, PaymentOperation, PaymentRef } from '../platform'

const TRIES = 5

/** The shop's store of operations, with the time of each write. */
export interface OperationStore {
  /** Inserts it. 'conflict' when the account has this key already. */
  create(operation: PaymentOperation): Promise<PaymentOperation | 'conflict'>
  update(operation: PaymentOperation): Promise<PaymentOperation>
  /** All of this payment, oldest first. */
  of(payment: PaymentRef): Promise<readonly PaymentOperation[]>
}

export function operationStore(platform: CommercePlatform, clock: () => Date): OperationStore {
  const save = (operation: PaymentOperation) => platform.saveOperation({ ...operation, updatedAt: clock() })

  /** Under the payment's lock only the shop writes besides us, and only its own reference: that is kept. */
  async function update(operation: PaymentOperation): Promise<PaymentOperation> {
    let next = operation
    for (let tries = 0; tries < TRIES; tries += 1) {
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
