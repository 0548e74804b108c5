import type { CraftgateCommerce, PaymentOperation } from '@craftgate-commerce/core'
import { CurrencyCode, Order, Payment, RequestContext } from '@vendure/core'
import { RefundPayment } from './refund'

const PAYMENT_ID = 81

const operation = (state: PaymentOperation['state']): PaymentOperation => ({
  key: `refund-${PAYMENT_ID}-1`,
  kind: 'refund',
  account: 'tr:sandbox',
  paymentId: PAYMENT_ID,
  amount: { minor: 500, currency: 'TRY' },
  steps: [],
  state,
  createdAt: new Date(0),
  updatedAt: new Date(0),
  version: 3,
})

/** A refund of 5.00 of an order's only payment; `steps` tells what was locked, and when Craftgate was asked. */
function refundOf(call: () => Promise<never>, written: readonly PaymentOperation[] = []) {
  const steps: string[] = []
  const rows = (name: string) => ({
    where: () => rows(name),
    clone: () => rows(name),
    setLock: () => rows(`lock ${name}`),
    getMany: async () => {
      steps.push(name)
      return []
    },
  })
  let asked = false
  const parts = {
    craftgate: {
      refund: async () => {
        steps.push('Craftgate')
        asked = true
        return call()
      },
    } satisfies Partial<CraftgateCommerce>,
    connection: {
      getRepository: (_: unknown, { name }: { name: string }) => ({ createQueryBuilder: () => rows(name) }),
    },
    checkouts: { find: async () => ({ account: 'tr:sandbox', order: '7' }) },
    operations: { of: async () => (asked ? written : []) },
    reader: { precision: 2 },
  }
  const { craftgate, connection, checkouts, operations, reader } = parts
  const all = [craftgate, connection, checkouts, operations, reader, {}]
  const refunds: RefundPayment = Reflect.construct(RefundPayment, all)
  const order = new Order({ id: 7, currencyCode: CurrencyCode.TRY })
  const payment = new Payment({ id: 1, amount: 1_000, transactionId: String(PAYMENT_ID) })
  payment.metadata = { account: 'tr:sandbox' }
  const input = { paymentId: 1, amount: 500, shipping: 0, adjustment: 0 }
  const result = refunds.create(RequestContext.empty(), { input, amount: 500, order, payment })
  return { steps, result }
}

const interrupted = () => Promise.reject(new Error('the connection was lost'))

test('the rows are locked in the order of everybody else, and before Craftgate is asked', async () => {
  const { steps, result } = refundOf(interrupted)
  await result
  expect(steps).toEqual(['lock Order', 'lock Payment', 'lock Refund', 'Craftgate'])
})

test.each([
  ['Settled', [operation('done')]],
  ['Pending', [operation('unknown')]],
  ['Pending', [operation('waiting')]],
  ['Failed', [operation('failed')]],
  ['Failed', []],
] as const)(
  'a refund that was interrupted is %s when that is what was written down',
  async (state, written) => {
    expect(await refundOf(interrupted, written).result).toMatchObject({ state })
  },
)
