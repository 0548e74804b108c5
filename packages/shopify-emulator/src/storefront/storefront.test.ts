import { Browser, fieldOf } from '../test/browser'
import { REJECT, RESOLVE } from '../test/documents'
import { callGraphQL, install } from '../test/requests'
import { openTestApp, SHOP, type TestApp } from '../test/test-app'

describe('the shop', () => {
  let testApp: TestApp
  let token: string
  let browser: Browser
  beforeEach(async () => {
    testApp = await openTestApp()
    token = await install(testApp)
    browser = new Browser(testApp.emulator.url)
  })
  afterEach(() => testApp.close())

  const lastGid = () => testApp.emulator.control.sessions().at(-1)?.gid ?? ''
  const call = (query: string, variables: object) => callGraphQL(testApp, { token, query, variables })

  /** One jam in the cart; the path of its checkout. */
  async function checkoutPath(currency = 'TRY'): Promise<string> {
    await browser.post(`/${SHOP}/cart`, { sku: 'JAM', currency })
    const { text } = await browser.get(`/${SHOP}/`)
    return new RegExp(`/${SHOP}/checkout/\\w+`).exec(text)?.[0] ?? ''
  }

  test('sells without JavaScript: cart, coupon, shipping, payment, thank-you', async () => {
    const path = await checkoutPath()
    expect((await browser.get(path)).text).toContain('₺148,45')
    expect((await browser.post(path, { coupon: 'yaz10', shipping: 'STANDARD' })).status).toBe(303)
    const page = await browser.get(path)
    expect(page.text).toContain('−₺12,34')
    const paid = await browser.post(`${path}/pay`, {
      shown: fieldOf(page, 'shown'),
      email: 'buyer@example.com',
    })
    expect(paid).toMatchObject({ status: 303, location: 'https://app.example/pay/1' })
    const sent = JSON.parse(testApp.app.received[0]?.raw ?? '')
    expect(sent).toMatchObject({
      amount: '136.11',
      customer: { email: 'buyer@example.com' },
      transaction_metadata: { order_level_discount: '12.34' },
    })
    expect((await browser.get(`${path}/thank-you`)).text).toContain('data-status="none"')
    await call(RESOLVE, { id: lastGid() })
    expect((await browser.get(path)).location).toBe(`${path}/thank-you`)
    const thanks = await browser.get(`${path}/thank-you`)
    expect(thanks.text).toContain('data-status="paid"')
    expect(thanks.text).toContain('₺136,11')
  })

  test('tells the buyer of a rejection, its reason only the merchant, and takes another try', async () => {
    const path = await checkoutPath()
    await browser.post(`${path}/pay`)
    const reason = { code: 'CARD_DECLINED', merchantMessage: 'Kart <b>reddedildi</b>' }
    await call(REJECT, { id: lastGid(), reason })
    const page = await browser.get(path)
    expect(page.text).toContain('id="payment-alert"')
    expect(page.text).not.toContain('reddedildi')
    const admin = await browser.get(`/${SHOP}/admin`)
    expect(admin.text).toContain('CARD_DECLINED: Kart &lt;b&gt;reddedildi&lt;/b&gt;')
    expect((await browser.post(`${path}/pay`)).location).toBe('https://app.example/pay/1')
    expect((await browser.get(path)).text).not.toContain('id="payment-alert"')
  })

  test('does not take another amount than the buyer saw', async () => {
    const path = await checkoutPath()
    const shown = fieldOf(await browser.get(path), 'shown')
    await browser.post(`/${SHOP}/cart`, { sku: 'TEA' })
    expect((await browser.post(`${path}/pay`, { shown })).status).toBe(422)
    expect(testApp.app.received).toEqual([])
  })

  test('has no pay button until the merchant has activated the app', async () => {
    const path = await checkoutPath()
    testApp.emulator.control.settings(SHOP, { active: false, testMode: false })
    const { text } = await browser.get(path)
    expect(text).toContain('id="not-ready"')
    expect(text).not.toContain('id="pay"')
  })

  test('speaks Turkish, and English to who asks for it', async () => {
    const english = { 'accept-language': 'en-GB,en;q=0.9' }
    expect((await browser.get(`/${SHOP}/`)).text).toContain('Sepete ekle')
    expect((await browser.get(`/${SHOP}/`, english)).text).toContain('Add to cart')
    expect((await browser.get(`/${SHOP}/?lang=tr`, english)).text).toContain('Sepete ekle')
    expect((await browser.get(`/${SHOP}/`, english)).text).toContain('Sepete ekle')
  })

  test('sells in another currency, with its own decimals', async () => {
    const path = await checkoutPath('KWD')
    expect((await browser.get(path)).text).toContain('KWD\u00A01,500')
  })

  test('refuses an unknown coupon and goods that it does not have', async () => {
    const path = await checkoutPath()
    expect((await browser.post(path, { coupon: 'BEDAVA' })).status).toBe(422)
    expect((await browser.post(`/${SHOP}/cart`, { sku: 'NOTHING' })).status).toBe(422)
    expect((await browser.get(`/${SHOP}/checkout/nothing`)).status).toBe(404)
  })

  test('loads nothing from elsewhere, and takes no posts from other pages', async () => {
    const path = await checkoutPath()
    expect((await browser.get(path)).headers.get('content-security-policy')).toContain("default-src 'none'")
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
    expect((await browser.post(`${path}/pay`, {}, foreign)).status).toBe(403)
  })
})
