// A loan that the merchant approves himself, on a real Vendure server.
import { Shopper } from '@craftgate-commerce/sandbox'
import { CraftgateShop } from './test/craftgate-shop'
import { addMember, PASSWORD } from './test/members'
import { type BeginResult, statusOf } from './test/purchase'

const BORROWER = { 'identity-number': '11111111110', 'birth-date': '1990-01-01', phone: '0555 111 22 33' }

let shop: CraftgateShop

beforeAll(async () => {
  shop = await CraftgateShop.start({ checkout: { loanApproval: 'manual' } })
}, 600_000)
afterAll(() => shop?.close())
beforeEach(() => shop.sandbox.control.reset())

/** The shopper applies on core's page and at the lender's, who grants the loan. */
async function granted(checkout = () => shop.checkout()): Promise<BeginResult> {
  const begun = await checkout()
  const link = `${begun.payLink}&method=HASO`
  const { origin } = new URL(link)
  const asked = { method: 'POST', body: new URLSearchParams(BORROWER), headers: { origin } }
  const started = await fetch(link, { ...asked, redirect: 'manual' })
  const shopper = new Shopper()
  await shopper.open(started.headers.get('location') ?? '')
  expect(await shopper.answerProvider('paid')).toMatchObject({ outcome: 'returned' })
  return begun
}

const approve = async ({ reference }: Pick<BeginResult, 'reference'>) =>
  (
    await shop.shop.manage<{ approveCraftgateLoan: { state: string } | null }>(
      'mutation ($reference: String!) { approveCraftgateLoan(reference: $reference) { state } }',
      { reference },
    )
  ).approveCraftgateLoan

const approvals = () => shop.sandbox.control.requests().filter(({ path }) => path.endsWith('/approve'))

test('a granted loan waits for the merchant, whose approval pays the order once', async () => {
  const begun = await granted()
  expect(await shop.orderOf(begun)).toMatchObject({ state: 'ArrangingPayment', payments: [] })
  expect(await statusOf(shop.shop, begun.reference)).toMatchObject({ outcome: 'WAITING' })
  expect(approvals()).toEqual([])
  expect(await approve(begun)).toEqual({ state: 'captured' })
  expect(await shop.orderOf(begun)).toMatchObject({
    state: 'PaymentSettled',
    payments: [{ state: 'Settled' }],
  })
  await expect(approve(begun)).rejects.toThrow('no loan that waits for your approval')
  expect(approvals()).toHaveLength(1)
})

test('a payment without a loan has nothing to approve, and neither has an unknown one', async () => {
  const { begun } = await shop.bought()
  await expect(approve(begun)).rejects.toThrow('no loan that waits for your approval')
  expect(await approve({ reference: 'unknown' })).toBeNull()
  expect(approvals()).toEqual([])
})

test('a loan of an order that changed meanwhile is refused with a sentence', async () => {
  const begun = await granted()
  await shop.shop.ask(`mutation { transitionOrderToState(state: "AddingItems") { __typename } }`)
  await shop.shop.ask(`mutation { addItemToOrder(productVariantId: "T_1", quantity: 1) { __typename } }`)
  await expect(approve(begun)).rejects.toThrow('no longer waits for the amount of this loan')
  expect(approvals()).toEqual([])
})

interface Loan {
  readonly reference: string
  readonly state: string
}

const loans = async () =>
  (
    await shop.shop.ask<{ craftgateLoans: Loan[] }>(
      'query { craftgateLoans { reference lender label amount currency state appliedAt } }',
    )
  ).craftgateLoans

test('a customer sees the applications of their own account, and nobody else does', async () => {
  const member = await addMember(shop.shop)
  const begun = await granted(() => shop.checkout({ member }))
  const applied = { reference: begun.reference, lender: 'HASO', currency: 'TRY' }
  expect(await loans()).toMatchObject([{ ...applied, state: 'granted' }])
  await approve(begun)
  expect(await loans()).toMatchObject([{ ...applied, state: 'paid' }])
  const other = await addMember(shop.shop)
  await shop.shop.shopper.asUserWithCredentials(other.email, PASSWORD)
  expect(await loans()).toEqual([])
  await shop.shop.shopper.asAnonymousUser()
  expect(await loans()).toEqual([])
}, 240_000)
