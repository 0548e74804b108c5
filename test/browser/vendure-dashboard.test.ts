// Craftgate's part of the real dashboard of Vendure, built with the plugin as it would be published.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { ROOT, type Stack, withClient } from '@craftgate-commerce/example-demo'
import { testCards } from '@craftgate-commerce/sandbox'
import type { Browser, Locator, Page } from 'playwright-core'
import { ClockShift, Emulator } from '../contract/emulator'
import { Scene } from '../contract/scene'
import { EXAMPLE_SHOP } from '../contract/vendure/example-shop'
import { VendureStore } from '../contract/vendure/vendure-store'
import { startTestStack } from '../stack/start-test-stack'
import { type Screen, startChromium, Visitor } from './chromium'
import { FAR_AWAY, momentsOf } from './moments'
import { violationsOf } from './page-flaws'
import { craftgateBlock, factOf, logIn } from './vendure-dashboard'

let stack: Stack<'vendure'>
let browser: Browser
let visitor: Visitor
let scene: Scene

beforeAll(async () => {
  if (!existsSync(path.join(ROOT, 'examples/vendure-store/static/dashboard/index.html')))
    throw new Error('Run `npm run build:dashboard -w @craftgate-commerce/example-vendure-store` first')
  const time = new ClockShift()
  const env = { RECONCILE_AFTER_SECONDS: '0', RECONCILE_JOB: 'false' }
  ;[stack, browser] = await Promise.all([
    startTestStack('browser_vendure_dashboard', {
      sandbox: { clock: time.clock },
      vendure: { worker: false, env },
    }),
    startChromium(),
  ])
  const { main } = stack.vendure
  const store = new VendureStore({ urls: () => [main.url], ...EXAMPLE_SHOP, restart: async () => {} })
  const emulator = new Emulator(stack.sandbox, time)
  emulator.reset()
  stack.sandbox.control.webhooks.setUrl(`${main.url}/craftgate/webhook`)
  scene = new Scene(store, emulator)
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await stack?.stop()
})
beforeEach(() => stack.sandbox.control.reset())
afterEach(async () => {
  const { problems } = visitor
  await visitor.leave()
  expect(problems).toEqual([])
})

const lira = (decimal: string): string =>
  new Intl.NumberFormat('tr', { style: 'currency', currency: 'TRY' }).format(decimal as `${number}`)

const kurus = (decimal = 'nothing'): number => Math.round(Number(decimal) * 100)

/** The only payment that took money. */
function atCraftgate() {
  const [payment] = stack.sandbox.control.payments().filter(({ status }) => status === 'SUCCESS')
  if (payment === undefined) throw new Error('Nothing was paid')
  return payment
}

async function open(screen: Screen, orderId: string): Promise<{ page: Page; block: Locator }> {
  visitor = await Visitor.arrive(browser, screen, 'vendure-dashboard', FAR_AWAY)
  const { page } = visitor
  await logIn(page, `${stack.vendure.main.dashboard}/orders/${orderId}`)
  return { page, block: await craftgateBlock(page) }
}

async function look(page: Page, name: string): Promise<void> {
  expect(await violationsOf(page, '[data-testid=craftgate-payment]')).toEqual([])
  await visitor.picture(name)
}

const fillAmount = (page: Page, amount: string) => page.getByRole('dialog').getByLabel('Tutar').fill(amount)

describe.each(['phone', 'desktop'] as const)('on a %s', (screen) => {
  test('card, instalments and interest stand on the order; a part goes back with its share of the interest', async () => {
    const { order } = await scene.buy({}, { card: testCards.success, installment: 6 })
    const { page, block } = await open(screen, order.id)
    const { price, paidPrice } = atCraftgate()
    expect(await factOf(block, 'Ödeme yöntemi')).toBe('Bonus Mastercard •••• 0002')
    expect(await factOf(block, 'Taksit')).toBe('6')
    expect(await factOf(block, 'Sipariş tutarı')).toBe(lira(price))
    expect(await factOf(block, 'Müşteriden çekilen')).toBe(lira(paidPrice))
    expect(await factOf(block, 'Vade farkı')).toBe(lira(String((kurus(paidPrice) - kurus(price)) / 100)))
    await look(page, 'paid')

    await block.getByRole('button', { name: 'İade et' }).click()
    await fillAmount(page, '100,25')
    await page.getByRole('dialog').getByLabel('Neden').fill('Kırık geldi')
    const cardGets = lira(String(Math.round((10025 * kurus(paidPrice)) / kurus(price)) / 100))
    await page.getByRole('dialog').getByText(`Karta ${cardGets} döner.`).waitFor()
    await visitor.picture('refund')
    await page.getByRole('dialog').getByRole('button', { name: 'İade et' }).click()
    await page.getByText('İade yapıldı.').waitFor()
    const timeline = block.getByTestId('craftgate-timeline')
    await timeline.getByText(`İade ${lira('100.25')}`).waitFor()
    const { refunded } = atCraftgate()
    expect(kurus(refunded)).toBe(Math.round((10025 * kurus(paidPrice)) / kurus(price)))
    await timeline.getByText(`karta ${lira(refunded)} döner`).waitFor()
    expect(await scene.look(order)).toMatchObject({ refunded: 10025 })
    const moments = await momentsOf(timeline)
    expect(moments.length).toBeGreaterThan(1)
    expect(moments.map(([shown]) => shown)).toEqual(moments.map(([, atTheShop]) => atTheShop))
    await look(page, 'refunded')
  })
})

test('what is no amount is said beside the field, and moves nothing', async () => {
  const { order } = await scene.buy()
  const { page, block } = await open('desktop', order.id)
  await block.getByRole('button', { name: 'İade et' }).click()
  for (const wrong of ['', '0', '-5', 'yüz', '1,2,3']) {
    await fillAmount(page, wrong)
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByText('Sıfırdan büyük bir tutar yazın').waitFor()
    await fillAmount(page, '1')
  }
  await page.getByRole('button', { name: 'Vazgeç' }).click()
  expect(stack.sandbox.control.refunds()).toEqual([])
})

test('a try that was declined stands in the timeline, with why', async () => {
  const { order, shopper } = await scene.goToPay(await scene.place())
  await shopper.pay({ card: testCards.notSufficientFunds })
  await shopper.leave()
  const again = await scene.goToPay(order)
  await again.shopper.pay({ card: testCards.success })
  const { page, block } = await open('desktop', order.id)
  const steps = block.getByTestId('craftgate-timeline').locator('li')
  expect((await steps.allInnerTexts()).join('\n')).toMatch(/reddedildi.*(bakiye|limit).*Ödendi/is)
  await look(page, 'declined-before')
})

test('a pre-authorization is captured in part from the block', async () => {
  const { order } = await scene.buy({ phase: 'PRE_AUTH' })
  const { page, block } = await open('desktop', order.id)
  await block.getByText('Provizyon alındı').waitFor()
  await block.getByRole('button', { name: 'Provizyonu kapat' }).click()
  await fillAmount(page, String((order.total - 500) / 100).replace('.', ','))
  await page.getByRole('dialog').getByRole('button', { name: 'Provizyonu kapat' }).click()
  await page.getByText('Provizyon kapatıldı.').waitFor()
  await block.getByText('Provizyon kapama').waitFor()
  expect(await scene.look(order)).toMatchObject({ paid: order.total - 500 })
  await look(page, 'captured')
})

test('Craftgate is asked again; while it is out of reach, the shop’s own records still stand there', async () => {
  const { order } = await scene.buy()
  await scene.store.refund(order, { amount: 700 })
  const { page, block } = await open('desktop', order.id)
  const { faults } = stack.sandbox.control
  faults.add({ kind: 'status', status: 503, times: 1_000 })
  await page.reload()
  await block.getByText('Craftgate’e sorulamadı').waitFor()
  await block.getByTestId('craftgate-timeline').getByText('İade').waitFor()
  await look(page, 'out-of-reach')
  faults.clear()
  await block.getByRole('button', { name: 'Yeniden dene' }).click()
  expect(await factOf(block, 'Taksit')).toBe('Tek çekim')
  await block.getByRole('button', { name: 'Craftgate’e yeniden sor' }).click()
  await page.getByText('Craftgate’e soruldu.').waitFor()
})

test('the panel opens on this very payment, and from the menu on all of them', async () => {
  const { order, reference } = await scene.buy()
  const { page, block } = await open('desktop', order.id)
  const opened = page.waitForEvent('popup')
  await block.getByRole('button', { name: 'Panelde aç' }).click()
  const panel = await opened
  await panel.locator('main form button').click()
  await panel.waitForURL(new RegExp(`/payments/${reference}$`))
  await panel.close()
  await page.getByRole('link', { name: 'Craftgate' }).click()
  const all = page.waitForEvent('popup')
  await page.getByRole('button', { name: 'Bütün ödemeleri aç' }).click()
  const list = await all
  await list.locator('main form button').click()
  await list.getByRole('heading', { name: 'Ödemeler' }).waitFor()
  await visitor.pictures('menu', page)
})

test('a seller’s order leads to the order that was split, and to the refund of this seller’s goods', async () => {
  const { order, reference } = await scene.buy()
  const part = await splitOff(order.id)
  visitor = await Visitor.arrive(browser, 'desktop', 'vendure-dashboard')
  const { page } = visitor
  await logIn(page, `${stack.vendure.main.dashboard}/orders/${order.id}/seller-orders/${part}`)
  const block = page.getByTestId('craftgate-seller-payment')
  await block.locator('dl').first().waitFor()
  expect(await factOf(block, 'Ödeme')).toBe('Ödendi')
  const goods = await factOf(block, 'Bu satıcının ürünleri')
  expect(await factOf(block, 'İade edilebilir')).toBe(goods)
  expect(await violationsOf(page, '[data-testid=craftgate-seller-payment]')).toEqual([])
  await visitor.picture('seller-order')
  const opened = page.waitForEvent('popup')
  await block.getByRole('button', { name: 'Bu satıcının ürünlerini iade et' }).click()
  const panel = await opened
  await panel.locator('main form button').click()
  await panel.waitForURL(new RegExp(`/payments/${reference}/refund\\?pieces-line-`))
  await panel.locator('button.danger').click()
  await panel.waitForURL(/done=refunded/)
  await panel.close()
  await page.reload()
  await block.getByText('Bundan iade edilen').waitFor()
  expect(await factOf(block, 'Bundan iade edilen')).toBe(goods)
  expect(await block.getByRole('button', { name: 'Bu satıcının ürünlerini iade et' }).count()).toBe(0)
  await block.getByRole('link', { name: /Bölünen siparişi aç/ }).click()
  await page.waitForURL(new RegExp(`/orders/${order.id}$`))
})

/** As Vendure's own split writes it: an order of type Seller with copies of the lines. The example shop has one seller. */
async function splitOff(orderId: string): Promise<string> {
  return withClient(stack.vendure.databaseUrl, async (client) => {
    const copyOf = (table: string, changed: string, where: string) =>
      client.query<{ id: string }>(
        `INSERT INTO "${table}" SELECT made.* FROM "${table}" AS model CROSS JOIN LATERAL
           jsonb_populate_record(NULL::"${table}", to_jsonb(model) || jsonb_build_object(${changed})) AS made
         WHERE ${where} RETURNING id`,
        [orderId],
      )
    const id = `'id', nextval(pg_get_serial_sequence('"order"', 'id'))`
    const seller = `'type', 'Seller', 'code', code || '-S', 'aggregateOrderId', id`
    const { rows } = await copyOf('order', `${id}, ${seller}`, 'model.id = $1')
    const part = rows[0]?.id ?? ''
    const line = `'id', nextval(pg_get_serial_sequence('order_line', 'id')), 'orderId', ${part}::int`
    await copyOf('order_line', line, 'model."orderId" = $1')
    await client.query(
      'INSERT INTO order_channels_channel SELECT $2, "channelId" FROM order_channels_channel WHERE "orderId" = $1',
      [orderId, part],
    )
    await client.query(`UPDATE "order" SET type = 'Aggregate' WHERE id = $1`, [orderId])
    return String(part)
  })
}

test('in an English dashboard the block speaks English', async () => {
  const { order } = await scene.buy()
  const { page } = await open('desktop', order.id)
  await page.evaluate(chooseEnglish)
  await page.reload()
  const block = await craftgateBlock(page)
  expect(await factOf(block, 'Instalments')).toBe('Single payment')
  await block.getByRole('button', { name: 'Ask Craftgate again' }).waitFor()
  await look(page, 'english')
})

/** Runs in the page: Vendure keeps the language of a dashboard with its administrator. */
async function chooseEnglish(): Promise<void> {
  const query = `mutation ($value: JSON!) {
    setSettingsStoreValue(input: { key: "vendure.dashboard.userSettings", value: $value }) { result }
  }`
  const value = { displayLanguage: 'en', contentLanguage: 'tr', hasSeenOnboarding: true }
  await fetch('/admin-api', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${localStorage.getItem('vendure-session-token')}`,
    },
    body: JSON.stringify({ query, variables: { value } }),
  })
}
