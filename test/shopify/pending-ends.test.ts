import { readFileSync } from 'node:fs'
import { testCards } from '@craftgate-commerce/sandbox'
import { type AppServices, createServices } from '../../packages/shopify/src/app/create-services'
import { openDatabase } from '../../packages/shopify/src/database'
import { readEnvironment } from '../../packages/shopify/src/options'
import { expectSingleOutcome } from '../faults/shopify/assert-single-outcome'
import { type OpenShopify, openShopify } from '../faults/shopify/open-shopify'

// What becomes of a payment that Shopify waits for, when its three days are over. The reconciliation that runs once a minute in
// the app is run here, on its database.

let open: OpenShopify
let services: AppServices
/** How far the app's clock is ahead of Shopify's. */
let ahead = 0

beforeAll(async () => {
  open = await openShopify('shopify_pending')
  const { shopify, sandbox } = open.stack
  const secrets = JSON.parse(readFileSync(`${process.env.TEST_STATE_DIR}/shopify-secrets.json`, 'utf8'))
  const options = readEnvironment({
    ...secrets,
    PUBLIC_URL: shopify.main.url,
    DATABASE_URL: shopify.databaseUrl,
    SHOPIFY_API_KEY: 'craftgate-shopify-client-id',
    SHOPIFY_API_SECRET: 'craftgate-shopify-client-secret',
    SHOPIFY_EMULATOR: shopify.emulator.url,
    CRAFTGATE_EMULATOR: sandbox.url,
    SHOPIFY_MTLS: 'off',
    RECONCILE_AFTER_SECONDS: '0',
  })
  const logger = { debug() {}, info() {}, warn() {}, error() {} }
  const context = {
    options,
    database: await openDatabase(options.databaseUrl),
    logger,
    clock: () => new Date(Date.now() + ahead),
  }
  services = createServices(context, { enqueue: async () => {} })
})
afterAll(async () => {
  await services?.tenants.close()
  await services?.context.database.destroy()
  await open?.stack.stop()
})

const HOUR = 3_600_000

const session = (id: string) => open.stack.shopify.emulator.control.sessions().find((each) => each.id === id)

/** As if Shopify had heard of it three days ago. */
async function threeDaysPass(): Promise<void> {
  const past = new Date(Date.now() - 60_000).toISOString()
  await services.context.database.query(
    `UPDATE craftgate_session SET resolution = jsonb_set(resolution, '{pendingExpiresAt}', to_jsonb($1::text))
     WHERE resolution ->> 'mutation' = 'paymentSessionPending'`,
    [past],
  )
}

test('funds that never came end as a rejection, and the checkout can be paid by somebody else', async () => {
  const scene = open.scene()
  open.stack.sandbox.control.payments.holdNext('WAITING')
  const { order, reference } = await scene.buy()
  await services.reconciliation.run()
  expect(session(reference)?.state).toBe('pending')
  await threeDaysPass()
  await services.reconciliation.run()
  expect(session(reference)).toMatchObject({ state: 'rejected', reason: 'PROCESSING_ERROR' })
  expect((await scene.look(order)).paid).toBe(0)
  expect(open.stack.sandbox.control.payments.release('SUCCESS')).toBe(1)
  await scene.store.reconcile()
  expect(await scene.craftgate.heldSinceMark()).toBe(0)
  await expectSingleOutcome(open, scene)
})

test('funds that did not come are given up while Shopify still takes an answer', async () => {
  const scene = open.scene()
  open.stack.sandbox.control.payments.holdNext('WAITING')
  const { reference } = await scene.buy()
  const pendingExpiresAt = Date.parse(session(reference)?.pendingExpiresAt ?? '')
  try {
    ahead = pendingExpiresAt - Date.now() - 5 * HOUR
    await services.reconciliation.run()
    expect(session(reference)?.state).toBe('pending')
    ahead += 2 * HOUR
    await services.reconciliation.run()
    expect(session(reference)?.state).toBe('rejected')
  } finally {
    ahead = 0
  }
  await expectSingleOutcome(open, scene)
})

test('funds that come on the last day pay the order', async () => {
  const scene = open.scene()
  open.stack.sandbox.control.payments.holdNext('WAITING')
  const { order } = await scene.buy()
  await scene.craftgate.loseWebhooks()
  open.stack.sandbox.control.payments.release('SUCCESS')
  await threeDaysPass()
  await services.reconciliation.run()
  await scene.expectPaid(order)
  await expectSingleOutcome(open, scene)
})

test('a review that nobody decides stays charged, in sight of the merchant, and still ends when they decide', async () => {
  const scene = open.scene()
  await scene.craftgate.nextPaymentFraud('REVIEW')
  const attempt = await scene.goToPay(await scene.place())
  await attempt.shopper.pay({ card: testCards.success })
  await threeDaysPass()
  await services.reconciliation.run()
  expect(await open.store.paymentView(attempt.reference)).toMatchObject({
    lastError: 'review-overdue',
    syncStatus: 'synced',
  })
  expect(await scene.craftgate.heldSinceMark()).toBe(attempt.order.total)
  await scene.craftgate.decideFraud('APPROVE')
  await services.reconciliation.run()
  await scene.expectPaid(attempt.order)
  expect((await open.store.paymentView(attempt.reference)).lastError).toBeNull()
  await expectSingleOutcome(open, scene)
})
