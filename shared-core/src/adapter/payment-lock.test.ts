import { PaymentLock } from './payment-lock'

/** A lock on a database that counts who holds it; `open` lets everybody finish. */
function lockOn(connections: number) {
  const held = new Map<string, number>()
  let most = 0
  const lock = new PaymentLock({
    connections,
    async hold({ account, paymentId }, work) {
      const name = `${account} ${paymentId}`
      held.set(name, (held.get(name) ?? 0) + 1)
      most = Math.max(
        most,
        [...held.values()].reduce((sum, each) => sum + each, 0),
      )
      try {
        return await work()
      } finally {
        held.set(name, (held.get(name) ?? 0) - 1)
      }
    },
  })
  return { lock, most: () => most }
}

const payment = { account: 'tr:live', paymentId: 81 }

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

test('work for the same payment runs one after the other, in the order in which it came', async () => {
  const { lock, most } = lockOn(3)
  const seen: string[] = []
  const work = (name: string) => async () => {
    seen.push(`${name} begins`)
    await turn()
    seen.push(`${name} ends`)
  }
  await Promise.all([lock.exclusively(payment, work('first')), lock.exclusively(payment, work('second'))])
  expect(seen).toEqual(['first begins', 'first ends', 'second begins', 'second ends'])
  expect(most()).toBe(1)
})

test('no more payments hold a lock at once than the database has connections for', async () => {
  const { lock, most } = lockOn(3)
  await Promise.all(
    Array.from({ length: 20 }, (_, paymentId) => lock.exclusively({ ...payment, paymentId }, turn)),
  )
  expect(most()).toBe(3)
})

test('payments with the same number in two accounts do not wait for each other', async () => {
  const { lock, most } = lockOn(3)
  const other = { ...payment, account: 'tr:sandbox' }
  await Promise.all([lock.exclusively(payment, turn), lock.exclusively(other, turn)])
  expect(most()).toBe(2)
})

test('work that fails frees the payment, and its error is what the caller gets', async () => {
  const { lock } = lockOn(1)
  await expect(lock.exclusively(payment, () => Promise.reject(new Error('no answer')))).rejects.toThrow(
    'no answer',
  )
  await expect(lock.exclusively(payment, async () => 'free')).resolves.toBe('free')
})
