import type { ShopifyMerchant } from '@craftgate-commerce/example-shopify-store'
import { takeLoan } from '../contract/rows/direct-loans'
import { EXAMPLE_SHOPS } from '../contract/shopify/example-shops'
import { type OpenShopify, openShopify } from '../faults/shopify/open-shopify'

// A loan that the merchant approves himself on the app's page, while Shopify waits for its money.

let open: OpenShopify
let merchant: ShopifyMerchant

beforeAll(async () => {
  open = await openShopify('shopify_loans', { env: { CHECKOUT: '{"loanApproval":"manual"}' } })
  merchant = await open.stack.shopify.merchant(EXAMPLE_SHOPS.first)
})
afterAll(() => open?.stack.stop())

const approve = async (reference: string) =>
  new URL(await merchant.send(`/panel/payments/${reference}/approve-loan`)).searchParams.get('done')

const approvals = () => open.stack.sandbox.control.requests().filter(({ path }) => path.endsWith('/approve'))

const stateOf = (reference: string) =>
  open.stack.shopify.emulator.control.sessions().find(({ id }) => id === reference)?.state

test('a granted loan is a pending session, and the merchant’s approval pays the order once', async () => {
  const scene = open.scene()
  const { order, reference } = await takeLoan(scene)
  await scene.expectAwaited(order)
  expect([stateOf(reference), approvals()]).toEqual(['pending', []])
  expect(await approve(reference)).toBe('approved-loan')
  await scene.lookUntil(order, ({ state }) => state === 'paid')
  await scene.expectPaid(order)
  expect(await approve(reference)).not.toBe('approved-loan')
  expect([stateOf(reference), approvals()]).toEqual(['resolved', [expect.anything()]])
  await scene.accountsAgree()
})

test('a payment without a loan has nothing to approve', async () => {
  const { reference } = await open.scene().buy()
  expect(await approve(reference)).not.toBe('approved-loan')
})
