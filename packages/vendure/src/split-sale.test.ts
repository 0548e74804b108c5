// A sale of a seller's goods, on a real Vendure server: his share is let go when all of them were delivered.
import { CraftgateShop } from './test/craftgate-shop'
import { deliver } from './test/deliver'

let harness: CraftgateShop

beforeAll(async () => {
  harness = await CraftgateShop.start({
    sellerOf: ({ price }) => ({ memberId: 2, share: Math.round(price * 0.9) }),
  })
}, 600_000)
afterAll(() => harness?.close())
beforeEach(() => harness.sandbox.control.reset())

const CUPS = { cart: { quantity: 2 } }

interface Transaction {
  readonly externalId: string
  readonly status: string
}

const transactionsOf = async (payment: { readonly id: string }): Promise<readonly Transaction[]> =>
  (
    await harness.shop.manage<{ craftgatePayment: { transactions: Transaction[] } }>(
      'query ($id: ID!) { craftgatePayment(paymentId: $id) { transactions { externalId status } } }',
      { id: payment.id },
    )
  ).craftgatePayment.transactions

const approvals = () =>
  harness.sandbox.control.requests().filter(({ path }) => path.endsWith('/payment-transactions/approve'))

const waiting = { status: 'WAITING_FOR_APPROVAL' }

async function until(fits: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100 && !fits(); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 100))
  expect(fits()).toBe(true)
}

test('a seller has his share of the line, and it is approved once, with the last piece that arrives', async () => {
  const { order, payment } = await harness.bought(CUPS)
  const [line] = order.lines
  const id = line?.id ?? ''
  expect(await transactionsOf(payment)).toMatchObject([waiting, { status: 'APPROVED' }])
  await deliver(harness.shop, id)
  await deliver(harness.shop, id)
  await until(() => approvals().length > 0)
  expect(await transactionsOf(payment)).toMatchObject([{ status: 'APPROVED' }, { status: 'APPROVED' }])
  expect(approvals()).toHaveLength(1)
})
