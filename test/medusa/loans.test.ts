import { takeLoan } from '../contract/rows/direct-loans'
import type { Attempt } from '../contract/scene'
import { type OpenShop, openShop } from './open-shop'

// A loan that the merchant approves himself, on a real Medusa server.

let shop: OpenShop

beforeAll(async () => {
  shop = await openShop('medusa_loans', { LOAN_APPROVAL: 'manual' })
})
afterAll(() => shop?.stack.stop())

const approve = ({ reference }: Pick<Attempt, 'reference'>) =>
  shop.store.merchant.post<{ checkout: { state: string } }>(
    `/admin/craftgate/checkouts/${reference}/approve-loan`,
  )

const approvals = () => shop.stack.sandbox.control.requests().filter(({ path }) => path.endsWith('/approve'))

test('a granted loan waits for the merchant, whose approval pays the order once', async () => {
  const scene = shop.scene()
  const loan = await takeLoan(scene)
  await scene.expectAwaited(loan.order)
  expect(approvals()).toEqual([])
  expect(await approve(loan)).toMatchObject({ checkout: { state: 'captured' } })
  await scene.expectPaid(loan.order)
  await expect(approve(loan)).rejects.toThrow(/onayınızı bekleyen bir kredi yok/)
  expect(approvals()).toHaveLength(1)
  await scene.accountsAgree()
})

test('a payment without a loan has nothing to approve, and an unknown one is not there', async () => {
  const bought = await shop.scene().buy()
  await expect(approve(bought)).rejects.toMatchObject({ status: 400 })
  await expect(approve({ reference: 'unknown' })).rejects.toMatchObject({ status: 404 })
  expect(approvals()).toEqual([])
})

test('a loan of a cart that changed meanwhile is refused with a sentence', async () => {
  const scene = shop.scene()
  const loan = await takeLoan(scene)
  await shop.store.changeCart(loan.order)
  await expect(approve(loan)).rejects.toThrow(/artık bu kredinin tutarını beklemiyor/)
  expect(approvals()).toEqual([])
  await scene.expectUnpaid(loan.order)
})

/** What the Store API answers to a customer with this token, or to a guest. */
async function loansOf(token?: string) {
  const { main, publishableKey } = shop.stack.medusa
  const answer = await fetch(`${main.url}/store/craftgate/loans?lang=en`, {
    headers: {
      'x-publishable-api-key': publishableKey,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
  })
  return answer.ok ? ((await answer.json()) as { loans: unknown[] }).loans : answer.status
}

test('a customer sees the applications of their own account, also of a placed order, and nobody else does', async () => {
  const scene = shop.scene()
  const [customer, other] = [await shop.store.registerCustomer(), await shop.store.registerCustomer()]
  await takeLoan(scene)
  const loan = await takeLoan(scene, { customer })
  const applied = {
    reference: loan.reference,
    lender: 'HASO',
    label: expect.any(String),
    amount: (loan.order.total / 100).toFixed(2),
    currency_code: 'try',
    applied_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
  }
  expect(await loansOf(customer)).toEqual([{ ...applied, state: 'granted' }])
  await approve(loan)
  await scene.expectPaid(loan.order)
  expect(await loansOf(customer)).toEqual([{ ...applied, state: 'paid' }])
  expect(await loansOf(other)).toEqual([])
  expect(await loansOf()).toBe(401)
})
