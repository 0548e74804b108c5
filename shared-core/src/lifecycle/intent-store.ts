import type { CommercePlatform, MoneyIntent } from '../platform'

const TRIES = 5

/** The shop's store of intents, with the time of each write. */
export interface IntentStore {
  /** Inserts it. 'conflict' when the key belongs to another payment already. */
  create(intent: MoneyIntent): Promise<MoneyIntent | 'conflict'>
  update(intent: MoneyIntent): Promise<MoneyIntent>
  of(paymentId: number): Promise<readonly MoneyIntent[]>
}

export function intentStore(platform: CommercePlatform, clock: () => Date): IntentStore {
  const save = (intent: MoneyIntent) => platform.saveIntent({ ...intent, updatedAt: clock() })

  /** Under the payment's lock only the shop writes besides us, and only its own reference: that is kept. */
  async function update(intent: MoneyIntent): Promise<MoneyIntent> {
    let next = intent
    for (let tries = 0; tries < TRIES; tries += 1) {
      const stored = await save(next)
      if (stored !== 'conflict') return stored
      next = await withShopsWrite(next)
    }
    throw new Error(`Money call ${intent.key} of payment ${intent.paymentId} could not be written down`)
  }

  async function withShopsWrite(intent: MoneyIntent): Promise<MoneyIntent> {
    const stored = (await platform.intentsOf(intent.paymentId)).find(({ key }) => key === intent.key)
    if (stored === undefined) return intent
    return { ...intent, shopReference: stored.shopReference, version: stored.version }
  }

  return { create: save, update, of: (paymentId) => platform.intentsOf(paymentId) }
}
