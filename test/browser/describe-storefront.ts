// What a shopper does in the storefront: one table, played before every shop.
import { fromDecimal, toDecimal } from '@craftgate-commerce/core'
import { type PaymentRow, type Sandbox, testCards } from '@craftgate-commerce/sandbox'
import type { Browser, Page } from 'playwright-core'
import { auditPages } from './audit-pages'
import { type Screen, startChromium, Visitor } from './chromium'
import { flawsOf, layoutShiftOf, violationsOf } from './page-flaws'
import {
  answerBank,
  chooseInstallment,
  fillCart,
  fillCheckout,
  goToPay,
  orderPage,
  payWithCode,
  pressPay,
  typeCard,
  walkToPay,
} from './shopping'

/** What the merchant reads of an order in the shop's administration. */
export interface KeptWithOrder {
  readonly company?: string
  readonly taxOffice?: string
  readonly taxNumber?: string
  readonly identityNumber?: string
  readonly consent: { readonly version: string; readonly at: string; readonly text: string }
}

export interface Running {
  readonly sandbox: Sandbox
  readonly storefront?: { readonly url: string }
  /** A customer with an account. */
  registerCustomer(): Promise<{ readonly email: string; readonly password: string }>
  /** The merchant says that the money of this order came. */
  recordMoney(orderNumber: string): Promise<unknown>
  keptWith(orderNumber: string): Promise<KeptWithOrder>
  stop(): Promise<void>
}

export interface StorefrontShop {
  /** Folder of the pictures. */
  readonly album: string
  /** How the shop names its ways to pay. */
  readonly methods: { readonly card: string; readonly preAuth: string; readonly transfer: string }
  /** The cart of `fillCart` with HOSGELDIN10 and the cheapest delivery, known by heart. */
  readonly discounted: { readonly decimal: string; readonly shown: string }
  /** What the storefront calls that discount. */
  readonly discount: string
  /** Each attempt of a cart has a reference of its own (Medusa's session), so another tab's payment is not this tab's. */
  readonly hasReferencePerAttempt?: true
  /** Lighthouse looks at the pages; they are the same in every shop. */
  readonly isAudited?: true
  start(): Promise<Running>
}

/** Those that are there. */
export const given = (fields: Readonly<Record<string, string | null | undefined>>): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value))

const lira = (decimal: string): string =>
  new Intl.NumberFormat('tr-TR', { minimumFractionDigits: 2 }).format(Number(decimal))

const kurus = (decimal = ''): number => fromDecimal(decimal, 'TRY').minor

/** Whoever begins to type a card reads that the payment is done. */
async function findPaid(tab: Page): Promise<void> {
  await tab.fill('[name=cardNumber]', testCards.success.cardNumber)
  await tab.locator('[data-notice=paid]').waitFor()
  await tab.locator('#leave-form button').click()
}

export function describeStorefront(of: StorefrontShop): void {
  let running: Running
  let browser: Browser
  let visitor: Visitor

  beforeAll(async () => {
    ;[running, browser] = await Promise.all([of.start(), startChromium()])
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    await running?.stop()
  })
  beforeEach(() => running.sandbox.control.reset())
  afterEach(async () => {
    const { problems } = visitor
    await visitor.leave()
    expect(problems).toEqual([])
  })

  const shop = (): string => running.storefront?.url ?? ''

  const paid = (): readonly PaymentRow[] =>
    running.sandbox.control.payments().filter(({ status }) => status === 'SUCCESS')

  async function arrive(screen: Screen): Promise<Page> {
    visitor = await Visitor.arrive(browser, screen, of.album)
    return visitor.page
  }

  /** The page as it is: fit for everybody, in good Turkish, and kept as a picture. */
  async function look(page: Page, name: string): Promise<void> {
    expect([...(await flawsOf(page, 'tr', 320)), ...(await violationsOf(page))]).toEqual([])
    await visitor.picture(name)
  }

  /** A new visitor with a filled cart and a filled form, on the payment page. */
  async function atThePaymentPage(screen: Screen, method = of.methods.card): Promise<Page> {
    const page = await arrive(screen)
    await walkToPay(page, shop(), method)
    return page
  }

  describe.each<Screen>(['desktop', 'phone'])('on a %s', (screen) => {
    test('a shopper pays with a card and sees the order', async () => {
      const page = await arrive(screen)
      await page.goto(shop())
      await page.getByTestId('product-grid').waitFor()
      await look(page, 'storefront')
      await fillCart(page, shop(), 'HOSGELDIN10')
      await look(page, 'cart')
      await fillCheckout(page, of.methods.card)
      await look(page, 'checkout')
      await goToPay(page)
      await typeCard(page, testCards.success)
      expect(await page.locator('#threeDS').isChecked()).toBe(true)
      await visitor.picture('hosted-page')
      await payWithCode(page)
      expect((await orderPage(page)).state).toBe('Ödendi')
      expect(await page.getByTestId('card').innerText()).toBe('Bonus •••• 0002')
      expect(await page.getByTestId('total').innerText()).toBe(of.discounted.shown)
      expect(await page.getByTestId('paid-price').innerText()).toBe(of.discounted.shown)
      expect(await page.locator('aside dt').allInnerTexts()).toContain(of.discount)
      const { decimal } = of.discounted
      expect(paid()).toMatchObject([{ price: decimal, paidPrice: decimal }])
      await look(page, 'order')
    })

    test('3D Secure and instalments: a wrong code, then the right one', async () => {
      const page = await atThePaymentPage(screen)
      await typeCard(page, testCards.success)
      await chooseInstallment(page, 6)
      await visitor.picture('instalments')
      await pressPay(page)
      await answerBank(page, '000000')
      expect(await page.locator('#code-error').innerText()).not.toBe('')
      await visitor.picture('3d-secure')
      await answerBank(page)
      await orderPage(page)
      const [payment] = paid()
      expect(payment).toMatchObject({ installment: 6, threeDS: true })
      expect(await page.getByTestId('installment').innerText()).toContain('6')
      expect(await page.getByTestId('paid-price').innerText()).toContain(lira(payment?.paidPrice ?? ''))
      const interest = kurus(payment?.paidPrice) - kurus(payment?.price)
      expect(await page.getByTestId('charged').innerText()).toContain(lira(payment?.paidPrice ?? ''))
      expect(await page.getByTestId('interest').innerText()).toContain(
        lira(toDecimal({ minor: interest, currency: 'TRY' })),
      )
      await look(page, 'order-instalments')
    })

    test('instalments of a product: every card family, one card, and a phone of 320 pixels', async () => {
      const page = await arrive(screen)
      const asked: string[] = []
      page.on('request', (request) => {
        if (request.url().includes('/v1/installments')) asked.push(request.url())
      })
      if (screen === 'phone') await page.setViewportSize({ width: 320, height: 640 })
      await page.goto(`${shop()}/urun/denizli-havlu-seti`)
      const offer = page.locator('craftgate-installments')
      await offer.locator('[part=campaign]').waitFor()
      await page.locator('craftgate-loan-offers [part=summary]').waitFor()
      expect(await layoutShiftOf(page)).toBeLessThan(0.1)
      expect(await offer.locator('[part=summary]').innerText()).toMatch(/Peşin fiyatına \d+ taksit: .+₺/s)
      await offer.locator('summary').focus()
      await page.keyboard.press('Enter')
      expect(await offer.locator('table').count()).toBeGreaterThan(3)
      await visitor.picture('product-instalments')
      expect([...(await flawsOf(page)), ...(await violationsOf(page))]).toEqual([])
      await offer.locator('input').fill(testCards.success.cardNumber.slice(0, 8))
      await offer.getByRole('status').getByText('Bonus').waitFor()
      const loans = page.locator('craftgate-loan-offers')
      expect(await loans.locator('[part=summary]').innerText()).toMatch(/ayda en az ₺[\d.]+,\d\d/)
      await loans.locator('summary').click()
      expect(await loans.locator('caption').allInnerTexts()).toEqual(['Zip'])
      await visitor.component('craftgate-loan-offers')
      expect([...(await flawsOf(page)), ...(await violationsOf(page))]).toEqual([])
      expect(await offer.locator('caption').allInnerTexts()).toEqual(['Bonus'])
      await visitor.component('craftgate-installments')
      expect(asked).toHaveLength(2)
    })

    test('instalments of the cart are what the card is charged, to the kuruş', async () => {
      const page = await atThePaymentPage(screen)
      const payment = page.url()
      await page.goto(`${shop()}/sepet`)
      const offer = page.locator('craftgate-installments')
      await offer.locator('summary').click()
      const table = offer.locator('table').filter({ has: page.locator('caption', { hasText: 'Bonus' }) })
      const row = table.locator('tr').filter({ has: page.locator('th', { hasText: /^\s*6 taksit/ }) })
      const total = await row.locator('td').last().innerText()
      await page.goto(payment)
      await typeCard(page, testCards.success)
      await chooseInstallment(page, 6)
      await payWithCode(page)
      await orderPage(page)
      expect(total).toBe(`₺${lira(paid()[0]?.paidPrice ?? '')}`)
    })

    test('a declined card is told on the page, and another card pays there', async () => {
      const page = await atThePaymentPage(screen)
      await typeCard(page, testCards.notSufficientFunds)
      await payWithCode(page)
      expect(await page.getByRole('alert').first().innerText()).toMatch(/bakiye|limit/i)
      await visitor.picture('declined')
      await typeCard(page, testCards.success)
      await payWithCode(page)
      await orderPage(page)
      expect(paid()).toHaveLength(1)
    })
  })

  if (of.isAudited)
    test('Lighthouse gives product, cart and status page at least 95 for accessibility and best practices', async () => {
      await arrive('phone')
      const audits = await auditPages(async (page) => {
        await walkToPay(page, shop(), of.methods.card)
        await page.locator('#leave-form button').click()
        await page.waitForURL(/\/odeme\//)
        const product = `${shop()}/urun/denizli-havlu-seti`
        return [product, `${shop()}/sepet`, page.url()]
      })
      const looked = audits.map(({ seen, scores, failed, error }) => {
        const lowest = Math.min(...Object.values(scores))
        return {
          page: new URL(seen).pathname.split('/')[1],
          error,
          wrong: lowest < 95 ? [lowest, ...failed] : [],
        }
      })
      expect(looked).toEqual([
        { page: 'urun', error: undefined, wrong: [] },
        { page: 'sepet', error: undefined, wrong: [] },
        { page: 'odeme', error: undefined, wrong: [] },
      ])
    })

  test('back in the shop after a decline, the shopper reads why and pays by a new page', async () => {
    const page = await atThePaymentPage('phone')
    await typeCard(page, testCards.notSufficientFunds)
    await payWithCode(page)
    await page.getByRole('alert').first().waitFor()
    await page.locator('#leave-form button').click()
    expect(await page.locator('[part=declined]').innerText()).toMatch(/bakiye|limit/i)
    await visitor.pictures('told-why')
    expect([...(await flawsOf(page, 'tr', 320)), ...(await violationsOf(page))]).toEqual([])
    await page.locator('[part=pay-again]').click()
    await page.locator('#pay-form').waitFor()
    await typeCard(page, testCards.success)
    await payWithCode(page)
    await orderPage(page)
    expect(paid()).toHaveLength(1)
  })

  test('who left the payment page is told so at once, also on a slow network, and "back" leads to the shop', async () => {
    const page = await atThePaymentPage('phone')
    let letScriptsCome = () => {}
    const scriptsMayCome = new Promise<void>((resolve) => {
      letScriptsCome = resolve
    })
    await page.route('**/static/*.js', async (route) => {
      await scriptsMayCome
      await route.continue()
    })
    await page.locator('#leave-form button').click()
    const status = page.locator('craftgate-payment-status')
    await status.getByText('Ödeme yapılmadı').waitFor()
    expect(await page.locator('header').count()).toBe(0)
    letScriptsCome()
    await page.locator('header').waitFor()
    expect(await status.locator('[part=title]').allInnerTexts()).toEqual(['Ödeme yapılmadı'])
    expect([...(await flawsOf(page, 'tr', 320)), ...(await violationsOf(page))]).toEqual([])
    await visitor.pictures('left')
    await visitor.component('craftgate-payment-status')
    await page.goBack()
    await page.getByTestId('cart-lines').waitFor()
    await page.goForward()
    await status.locator('[part=pay-again]').click()
    await page.locator('#pay-form').waitFor()
    expect(paid()).toEqual([])
  })

  test('the checkout: errors beside their fields, an invoice to a company, consents, and the form in another tab', async () => {
    const page = await arrive('phone')
    await fillCart(page, shop())
    await page.getByTestId('to-checkout').click()
    await page.getByTestId('firstName').fill('Ayşe')
    await page.getByTestId('invoice-company').click()
    await page.getByTestId('taxNumber').fill('1234567891')
    await page.locator('craftgate-methods input').first().waitFor()
    await page.getByTestId('pay').click()
    expect(await page.getByTestId('taxNumber-error').innerText()).toContain('vergi kimlik')
    expect(await page.getByTestId('hasAgreed-error').innerText()).toContain('onaylamanız')
    expect(await page.getByTestId('taxNumber').getAttribute('aria-invalid')).toBe('true')
    await page.getByTestId('distance-sales-contract').locator('summary').click()
    expect(await page.getByTestId('distance-sales-contract').innerText()).toContain('6502')
    expect([...(await flawsOf(page, 'tr', 320)), ...(await violationsOf(page))]).toEqual([])
    await visitor.pictures('checkout-errors')
    await visitor.component('craftgate-methods')
    const other = await visitor.anotherTab()
    await other.goto(`${shop()}/odeme`)
    await other.getByTestId('firstName').waitFor()
    expect(await other.getByTestId('firstName').inputValue()).toBe('Ayşe')
    expect(await other.getByTestId('taxNumber').inputValue()).toBe('1234567891')
    expect(await other.getByTestId('hasAgreed').isChecked()).toBe(false)
    await other.getByTestId('lastName').fill('Yılmaz')
    await page.waitForFunction(
      () => (document.getElementById('lastName') as HTMLInputElement).value === 'Yılmaz',
    )
    expect(paid()).toEqual([])
  })

  test('an account: a wrong password, then the order, the stored card and the wallet of who is logged in', async () => {
    const { email, password } = await running.registerCustomer()
    const page = await arrive('phone')
    await page.goto(`${shop()}/hesap`)
    await page.getByTestId('account').fill(email)
    await page.getByTestId('password').fill('another')
    await page.getByTestId('log-in').click()
    expect(await page.getByTestId('password-error').innerText()).toContain('yanlış')
    visitor.forgive(/status of 401/)
    await page.getByTestId('password').fill(password)
    await page.getByTestId('log-in').click()
    await page.getByTestId('account-name').waitFor()
    await walkToPay(page, shop(), of.methods.card)
    await typeCard(page, testCards.success)
    await page.locator('[name=storeCard]').check()
    await payWithCode(page)
    const { code } = await orderPage(page)
    await page.goto(`${shop()}/hesap`)
    await page.getByTestId('account-orders').getByRole('link', { name: code, exact: true }).waitFor()
    const cards = page.locator('craftgate-saved-cards')
    await cards.getByText('•••• 0002').first().waitFor()
    await cards.locator('[part=rename]').click()
    await cards.locator('input').fill('Maaş kartım')
    await page.keyboard.press('Enter')
    await cards.getByText('Maaş kartım').waitFor()
    await page.locator('craftgate-wallet [part=top-up]').waitFor()
    expect([...(await flawsOf(page, 'tr', 320)), ...(await violationsOf(page))]).toEqual([])
    await visitor.pictures('account')
    for (const name of ['craftgate-saved-cards', 'craftgate-wallet']) await visitor.component(name)
    await cards.locator('[part=delete]').click()
    await cards.locator('button[type=submit]').click()
    await cards.getByText('Kayıtlı kartınız yok').waitFor()
  })

  test('who cancels at the bank reads that', async () => {
    const page = await atThePaymentPage('desktop')
    await typeCard(page, testCards.success)
    await pressPay(page)
    await page.locator('button[name=cancel]').click()
    expect(await page.getByRole('alert').first().innerText()).toContain('Bankanızın sayfasında vazgeçtiniz')
    await visitor.pictures('cancelled-at-bank')
  })

  test('a pre-authorized order says that the money is only held', async () => {
    const page = await atThePaymentPage('desktop', of.methods.preAuth)
    await typeCard(page, testCards.success)
    await payWithCode(page)
    await orderPage(page)
    expect(await page.getByTestId('order-state').getAttribute('data-state')).toBe('authorized')
    expect(paid()).toMatchObject([{ phase: 'PRE_AUTH' }])
    await visitor.pictures('order-held')
  })

  const COMPANY = { companyName: 'Zerdali Deneme A.Ş.', taxOffice: 'Kadıköy', taxNumber: '1234567890' }
  const INVOICES = [
    ['company', COMPANY, { company: COMPANY.companyName, taxOffice: 'Kadıköy', taxNumber: '1234567890' }],
    ['person', { identityNumber: '10000000146' }, { identityNumber: '10000000146' }],
  ] as const

  test.each(INVOICES)(
    'the invoice to a %s and what was agreed to stay with the order',
    async (to, fields, kept) => {
      const page = await arrive('phone')
      await fillCart(page, shop())
      await fillCheckout(page, of.methods.transfer)
      await page.getByTestId(`invoice-${to}`).click()
      for (const [field, value] of Object.entries(fields)) await page.getByTestId(field).fill(value)
      const before = Date.now()
      await page.getByRole('button', { name: 'Siparişi ver' }).click()
      const number = await page.locator('[part=number]').innerText()
      const { consent, ...invoice } = await running.keptWith(number)
      expect(invoice).toEqual(kept)
      expect(consent.version).toBe('2026-11')
      expect(consent.text).toContain('6502 sayılı Kanun')
      expect(consent.text).toContain('Ayşe Yılmaz')
      expect(Date.parse(consent.at)).toBeGreaterThan(before - 60_000)
      await running.recordMoney(number)
      await orderPage(page)
      await page.getByTestId('consent').locator('summary').click()
      expect(await page.getByTestId('consent').innerText()).toContain('6502 sayılı Kanun')
      expect([...(await flawsOf(page, 'tr', 320)), ...(await violationsOf(page))]).toEqual([])
    },
  )

  test('a bank transfer: the order is placed, the page says where to send the money and goes on when it came', async () => {
    const page = await arrive('phone')
    await fillCart(page, shop())
    await fillCheckout(page, of.methods.transfer)
    await page.getByRole('button', { name: 'Siparişi ver' }).click()
    const number = await page.locator('[part=number]').innerText()
    expect(await page.locator('[part=instructions]').innerText()).toContain(
      'TR12 0006 2000 0000 0006 2953 35',
    )
    expect([...(await flawsOf(page)), ...(await violationsOf(page))]).toEqual([])
    await visitor.pictures('transfer')
    expect(await page.getByTestId('cart-link').innerText()).toContain('0')
    expect(paid()).toEqual([])
    await running.recordMoney(number)
    expect(await orderPage(page)).toEqual({ code: number, state: 'Ödendi' })
    expect(paid()).toMatchObject([{ method: 'FUND_TRANSFER' }])
  })

  test('going back after paying pays nothing twice, and the cart is empty', async () => {
    const page = await atThePaymentPage('desktop')
    const hosted = page.url()
    await typeCard(page, testCards.success)
    await payWithCode(page)
    await orderPage(page)
    await page.goto(hosted)
    expect(await page.locator('#pay-form').count()).toBe(0)
    expect(paid()).toHaveLength(1)
    await page.goto(`${shop()}/sepet`)
    await page.getByTestId('empty-cart').waitFor()
  })

  test('two tabs have the same page: the second finds it paid', async () => {
    const page = await atThePaymentPage('desktop')
    const other = await visitor.anotherTab()
    await other.goto(`${shop()}/sepet`)
    await fillCheckout(other, of.methods.card)
    await goToPay(other)
    await typeCard(page, testCards.success)
    await payWithCode(page)
    await orderPage(page)
    await findPaid(other)
    await other.waitForURL(`${shop()}/**`)
    const held = paid().filter(({ refundable }) => Number(refundable) > 0)
    expect(paid()).toHaveLength(1)
    expect(held).toHaveLength(1)
  })

  test('two tabs, each with its own attempt: the one that paid for nothing leads to the paid order', async () => {
    const page = await atThePaymentPage('phone', of.methods.preAuth)
    const other = await visitor.anotherTab()
    await other.goto(`${shop()}/sepet`)
    await fillCheckout(other, of.methods.card)
    await goToPay(other)
    await typeCard(other, testCards.success)
    await payWithCode(other)
    const { code } = await orderPage(other)
    await page.locator('#leave-form button').click()
    if (of.hasReferencePerAttempt) {
      const outcome = page.locator('craftgate-payment-status [part=outcome][data-state=paid-otherwise]')
      await outcome.waitFor()
      const order = page.locator('craftgate-payment-status [part=order]')
      expect(await order.innerText()).toContain(code)
      expect(await layoutShiftOf(page)).toBeLessThan(0.1)
      expect([...(await flawsOf(page, 'tr', 320)), ...(await violationsOf(page))]).toEqual([])
      await visitor.pictures('paid-in-another-tab')
      await order.click()
    }
    expect(await orderPage(page)).toEqual({ code, state: 'Ödendi' })
    expect(paid()).toHaveLength(1)
  })

  test('English: the storefront and the payment page speak it', async () => {
    const page = await arrive('desktop')
    await fillCart(page, shop())
    await page.getByTestId('language').click()
    await page.getByTestId('to-checkout').getByText('checkout', { exact: false }).waitFor()
    const lacks = async () => [...(await flawsOf(page, 'en', 320)), ...(await violationsOf(page))]
    expect(await lacks()).toEqual([])
    await fillCheckout(page, of.methods.card)
    expect(await lacks()).toEqual([])
    // An answer without a page leaves the browser where it is.
    await page.route('**/craftgate/**pay/**', (route) => route.fulfill({ status: 204 }), { times: 1 })
    const followed = page.waitForRequest(/\/craftgate\/.*pay\//)
    await page.getByTestId('pay').click()
    await followed
    const link = page.locator('craftgate-pay').getByRole('link', { name: 'Go to the payment' })
    await link.waitFor()
    expect(await lacks()).toEqual([])
    await link.click()
    await page.locator('#pay-form').waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await visitor.pictures('hosted-page-english')
    await page.locator('#leave-form button').click()
    await page.locator('craftgate-payment-status [part=title]').getByText('Nothing was paid').waitFor()
    await page.locator('header').waitFor()
    expect(await lacks()).toEqual([])
    await page.goto(`${shop()}/urun/denizli-havlu-seti`)
    await page.locator('craftgate-installments [part=campaign]').waitFor()
    expect(await lacks()).toEqual([])
  })
}
