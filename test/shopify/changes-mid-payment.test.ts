import { ShopifyMerchant } from '@craftgate-commerce/example-shopify-store'
import { navigate, testCards } from '@craftgate-commerce/sandbox'
import {
  eventually,
  FIRST,
  onTwoServers,
  paymentBody,
  SECOND,
  type TwoServers,
  transactionBody,
} from './on-two-servers'

// A shop that changes its keys or leaves while somebody pays.

let app: TwoServers
let keysOfSecond: Parameters<ShopifyMerchant['connect']>[1]
let keysOfZerdali: Parameters<ShopifyMerchant['connect']>[1]
beforeAll(async () => {
  app = await onTwoServers('shopify_changes_mid_payment')
  const [zerdali, , second] = app.sandbox.merchants
  if (!zerdali || !second) throw new Error('The seed has three merchants')
  keysOfZerdali = zerdali
  keysOfSecond = second
})
afterAll(() => app?.close())

/** The merchant installs the app once more and switches it on. */
async function comeBack(): Promise<void> {
  await (await app.shopify.merchant(SECOND)).activate()
  app.shopifySide.settings(SECOND, { active: true })
  app.store.logInAgain(SECOND)
}

test('the keys are lost between the payment and its telling: Shopify is told all the same', async () => {
  const scene = app.scene()
  const held = await scene.heldCallback({ secondShop: true })
  app.shopifySide.down()
  await held.shopper.deliver(held.callback)
  const merchant = await app.shopify.merchant(SECOND)
  await app.sql('DELETE FROM craftgate_keys WHERE shop = $1', [SECOND])
  app.shopifySide.up()
  try {
    await eventually(
      () => scene.look(held.order),
      ({ state }) => state === 'paid',
      8_000,
    )
    await scene.expectPaid(held.order)
  } finally {
    await merchant.connect('live', keysOfSecond)
  }
  expect((await scene.store.reconcile()).problems).toEqual([])
  await scene.accountsAgree()
})

test('the keys are changed to another account while a shopper pays: that is refused, and the payment becomes the order', async () => {
  const scene = app.scene()
  await scene.craftgate.loseWebhooks()
  const held = await scene.heldCallback({ secondShop: true })
  const merchant = await app.shopify.merchant(SECOND)
  expect(await merchant.connect('live', keysOfZerdali)).toMatchObject({ status: 409 })
  expect(await merchant.connect('live', keysOfSecond)).toMatchObject({ status: 200 })
  await held.shopper.deliver(held.callback)
  await scene.expectPaid(held.order)
  await scene.accountsAgree()
})

test('when no payment is open the keys of another account are taken, and the page says where to refund', async () => {
  const scene = app.scene()
  await scene.expectPaid((await scene.buy({ secondShop: true })).order)
  const merchant = await app.shopify.merchant(SECOND)
  try {
    const moved = await merchant.connect('live', keysOfZerdali)
    expect(moved.url).toContain('done=keys-moved')
  } finally {
    expect((await merchant.connect('live', keysOfSecond)).url).toContain('done=keys-saved')
  }
})

test('the keys are removed while a shopper pays: that is refused until the payment ended', async () => {
  const scene = app.scene()
  await scene.craftgate.loseWebhooks()
  const held = await scene.heldCallback({ secondShop: true })
  const merchant = await app.shopify.merchant(SECOND)
  const remove = () => merchant.press('/settings/craftgate/live/remove', { confirm: 'yes' })
  const keys = () => app.sql(`SELECT version FROM craftgate_keys WHERE shop = $1 AND mode = 'live'`, [SECOND])
  await expect(remove()).rejects.toThrow('409')
  await held.shopper.deliver(held.callback)
  await scene.expectPaid(held.order)
  expect(await keys()).toHaveLength(1)
  try {
    // The answer is the page of the settings, and no data.
    await remove().catch(() => undefined)
    expect(await keys()).toEqual([])
  } finally {
    await merchant.connect('live', keysOfSecond)
  }
})

test('a shop without the app takes no money: its pay links lead to no card page', async () => {
  app.scene()
  const body = paymentBody()
  const { text } = await app.shopifySide.sendSession({ kind: 'payment', body, shop: SECOND })
  const { redirect_url } = JSON.parse(text) as { redirect_url: string }
  await app.shopifySide.uninstall(SECOND)
  try {
    const answer = await navigate(new Request(redirect_url))
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toContain('/craftgate/ikinci-magaza/live/return/')
  } finally {
    await comeBack()
  }
})

test('a shop that left while its shopper paid can be told nothing: the money goes back, also when it comes again', async () => {
  const scene = app.scene()
  const held = await scene.heldCallback({ secondShop: true })
  await app.shopifySide.uninstall(SECOND)
  await held.shopper.deliver(held.callback)
  await comeBack()
  expect(
    await eventually(
      () => scene.craftgate.heldSinceMark(),
      (money) => money === 0,
    ),
  ).toBe(0)
  await scene.expectUnpaid(held.order)
  await scene.accountsAgree()
})

test('a cookie of a merchant from before the shop left opens nothing after it came back', async () => {
  app.scene()
  const old = await app.shopify.merchant(SECOND)
  await old.press('/payments/reconcile')
  await app.shopifySide.uninstall(SECOND)
  await expect(old.press('/payments/reconcile')).rejects.toThrow('401')
  await comeBack()
  await expect(old.press('/payments/reconcile')).rejects.toThrow()
})

test('many repetitions of refunds that are known, all at once, do not hang the app', async () => {
  const scene = app.scene()
  const { reference } = await scene.buy()
  const bodies = [1, 2, 3].map(() => transactionBody('refund', reference, { amount: '1.00' }))
  for (const body of bodies) await app.shopifySide.sendSession({ kind: 'refund', body, shop: FIRST })
  const flood = Array.from({ length: 120 }, (_, at) =>
    app.shopifySide.sendSession({ kind: 'refund', body: bodies[at % 3], shop: FIRST, timeoutMs: 60_000 }),
  )
  const statuses = (await Promise.all(flood)).map(({ status }) => status)
  const ready = await fetch(`${app.appUrl}/ready`, { signal: AbortSignal.timeout(5_000) })
    .then(({ status }) => status)
    .catch(() => 'hangs')
  if (ready === 'hangs') await app.store.restart()
  expect({ ready, answered: statuses.filter((status) => status === 201).length }).toEqual({
    ready: 200,
    answered: 120,
  })
  await testIsCalm(scene)
})

const testIsCalm = async (scene: ReturnType<TwoServers['scene']>) => {
  const { order } = await scene.buy({}, { card: testCards.axess })
  await scene.expectPaid(order)
}
