import type { CraftgateCommerce } from '@craftgate-commerce/core'
import { CurrencyCode, Order, Payment, RequestContext } from '@vendure/core'
import { RefundPayment } from './refund'

const PAYMENT_ID = 81

/** A refund of 5.00 of an order's only payment; `steps` tells what was locked, and when the refund was written down. */
function refundOf(writeDown: () => Promise<never>) {
  const steps: string[] = []
  const order = new Order({ id: 7, currencyCode: CurrencyCode.TRY })
  const payment = new Payment({ id: 1, amount: 1_000, state: 'Settled', transactionId: String(PAYMENT_ID) })
  payment.metadata = { account: 'tr:sandbox' }
  const rows = (name: string) => ({
    where: () => rows(name),
    clone: () => rows(name),
    setLock: () => rows(`lock ${name}`),
    getMany: async () => {
      steps.push(name)
      return name.endsWith('Payment') ? [payment] : []
    },
  })
  const craftgate = {
    refund: async ({ execute }) => {
      steps.push(`Craftgate ${execute}`)
      return writeDown()
    },
  } satisfies Partial<CraftgateCommerce>
  const connection = {
    getRepository: (_: unknown, { name }: { name: string }) => ({ createQueryBuilder: () => rows(name) }),
  }
  const checkouts = { find: async () => ({ account: 'tr:sandbox', order: '7' }) }
  const operations = { of: async () => [] }
  const all = [craftgate, connection, checkouts, operations, { precision: 2 }, {}]
  const refunds: RefundPayment = Reflect.construct(RefundPayment, all)
  const input = { paymentId: 1, amount: 500, shipping: 0, adjustment: 0 }
  const result = refunds.create(RequestContext.empty(), { input, amount: 500, order, payment })
  return { steps, result }
}

test('the rows are locked in the order of everybody else, and a refund that cannot be written down is none', async () => {
  const { steps, result } = refundOf(() => Promise.reject(new Error('the store is away')))
  await expect(result).rejects.toThrow('the store is away')
  expect(steps).toEqual(['lock Order', 'lock Payment', 'lock Refund', 'Craftgate after-commit'])
})
