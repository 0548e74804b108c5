import { existsSync } from 'node:fs'
import path from 'node:path'
import { ROOT, type Stack } from '@craftgate-commerce/example-demo'
import { testCards } from '@craftgate-commerce/sandbox'
import type { Browser, Page } from 'playwright-core'
import { startTestStack } from '../stack/start-test-stack'
import { startChromium, Visitor } from './chromium'
import { factOf, logIn, openOrder, problemsOfOurs, refundPayment, TALL } from './medusa-dashboard'
import { FAR_AWAY, momentsOf } from './moments'
import { chooseInstallment, orderPage, payWithCode, typeCard, walkToPay } from './shopping'

let stack: Stack<'medusa'>
let browser: Browser
let visitor: Visitor

beforeAll(async () => {
  if (!existsSync(path.join(ROOT, 'examples/medusa-store/dist/public/admin/index.html')))
    throw new Error('Run `npm run build:admin -w @craftgate-commerce/example-medusa-store` first')
  const env = { RECONCILE_AFTER_SECONDS: '0', RECONCILE_JOB: 'false' }
  ;[stack, browser] = await Promise.all([
    startTestStack('browser_medusa_admin', { stores: ['medusa'], storefront: true, medusa: { env } }),
    startChromium(),
  ])
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await stack?.stop()
})
beforeEach(async () => {
  stack.sandbox.control.reset()
  visitor = await Visitor.arrive(browser, 'desktop', 'medusa', FAR_AWAY)
})
afterEach(async () => {
  const { problems } = visitor
  await visitor.leave()
  expect(problemsOfOurs(problems)).toEqual([])
})

const lira = (kurus: number): string =>
  `₺${new Intl.NumberFormat('tr-TR', { minimumFractionDigits: 2 }).format(kurus / 100)}`

const kurus = (decimal = 'nothing'): number => Math.round(Number(decimal) * 100)

/** The only payment, in kurus. */
function payment() {
  const [row] = stack.sandbox.control.payments()
  return {
    id: row?.id ?? 0,
    price: kurus(row?.price),
    paidPrice: kurus(row?.paidPrice),
    refunded: kurus(row?.refunded),
  }
}

async function payInSix(page: Page): Promise<void> {
  await walkToPay(page, stack.storefront?.url ?? '', 'pp_craftgate_craftgate')
  await typeCard(page, testCards.success)
  await chooseInstallment(page, 6)
  await payWithCode(page)
}

async function merchant(): Promise<Page> {
  const page = await visitor.anotherTab()
  await logIn(page, stack.medusa.main.adminUrl)
  return page
}

test('the merchant sees card, instalments and interest, refunds a part, and Craftgate gives back its share', async () => {
  await payInSix(visitor.page)
  const { code } = await orderPage(visitor.page)
  const page = await merchant()
  const widget = await openOrder(page, code.replace('#', ''))
  const { price, paidPrice } = payment()
  expect(await factOf(widget, 'Ödeme yöntemi')).toBe('Bonus Mastercard •••• 0002')
  expect(await factOf(widget, 'Taksit')).toBe('6 taksit')
  expect(await factOf(widget, 'Sipariş tutarı')).toBe(lira(price))
  expect(await factOf(widget, 'Vade farkı')).toBe(lira(paidPrice - price))
  expect(await factOf(widget, 'Müşterinin ödediği')).toBe(lira(paidPrice))
  await visitor.pictures('admin-paid', page, TALL)

  await refundPayment(page, '100,25')
  const operations = widget.getByTestId('craftgate-operations')
  await operations.getByText('İade ₺100,25').waitFor()
  await operations.getByText('Tamamlandı').waitFor()
  await visitor.pictures('admin-refunded', page, TALL)
  const moments = await momentsOf(widget)
  expect(moments.length).toBeGreaterThan(1)
  expect(moments.map(([shown]) => shown)).toEqual(moments.map(([, atTheShop]) => atTheShop))
  expect(payment().refunded).toBe(Math.round((10025 * paidPrice) / price))
  expect(stack.sandbox.control.refunds()).toHaveLength(1)
})

test('money that no order could take is found by "reconcile now", and needs attention until it is back', async () => {
  const { callbacks, webhooks, tamper, refunds } = stack.sandbox.control
  callbacks.lose()
  webhooks.lose()
  await payInSix(visitor.page)
  await visitor.page.locator('#pay-form').waitFor({ state: 'detached' })
  tamper(payment().id, { price: 100 })
  refunds.nextStatus('WAITING')
  const page = await merchant()
  await page.getByRole('link', { name: 'Craftgate' }).click()
  await page.getByText('Bütün paralar siparişini buldu.').waitFor()
  const reconcile = page.getByRole('button', { name: 'Şimdi mutabakat yap' })
  await reconcile.click()
  await page.getByRole('row').getByText('Geri gönderiliyor', { exact: true }).waitFor()
  const attention = page.getByTestId('craftgate-attention')
  await attention.getByText('Geri gönderilen para: 1').waitFor()
  await visitor.pictures('admin-attention', page, TALL)
  refunds.finishWaiting()
  await reconcile.click()
  await page.getByRole('row').getByText('Geri gönderildi', { exact: true }).waitFor()
  await attention.waitFor({ state: 'detached' })
  await visitor.pictures('admin-attempts', page, TALL)
  expect(payment().refunded).toBe(payment().paidPrice)
})
