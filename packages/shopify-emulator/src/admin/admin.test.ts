import { hmacOf } from '../oauth/signed-query'
import { Browser } from '../test/browser'
import { buy } from '../test/buy'
import { CAPTURE } from '../test/documents'
import { callGraphQL, install } from '../test/requests'
import { API_KEY, API_SECRET, openTestApp, SHOP, type TestApp } from '../test/test-app'

const SETTINGS = `/${SHOP}/services/payments_partners/gateways/${API_KEY}/settings`

describe('the admin', () => {
  let testApp: TestApp
  let browser: Browser
  beforeEach(async () => {
    testApp = await openTestApp()
    browser = new Browser(testApp.emulator.url)
  })
  afterEach(() => testApp.close())

  test('opens the app with a signed address, before it is installed and after', async () => {
    const { text } = await browser.get(`/${SHOP}/admin`)
    const href = /id="open-app" href="([^"]+)"/.exec(text)?.[1] ?? ''
    const { searchParams, origin } = new URL((await browser.get(href)).location)
    expect(origin).toBe('http://app.example')
    expect(searchParams.get('shop')).toBe(SHOP)
    expect(searchParams.get('hmac')).toBe(hmacOf(searchParams, API_SECRET))
    expect(text).not.toContain('id="uninstall-form"')
    await install(testApp)
    expect((await browser.get(`/${SHOP}/admin`)).text).toContain('id="uninstall-form"')
  })

  test('sets how the provider takes money', async () => {
    await install(testApp)
    expect((await browser.get(SETTINGS)).text).toContain('Zerdali Ltd')
    await browser.post(SETTINGS, { active: 'yes', capture: 'manual' })
    expect(testApp.emulator.control.settings(SHOP)).toEqual({
      active: true,
      testMode: false,
      capture: 'manual',
    })
    expect((await browser.get(SETTINGS.replace(API_KEY, 'other'))).status).toBe(404)
  })

  test('captures less than was authorized, refunds, and says why Shopify refuses', async () => {
    const token = await install(testApp)
    const checkout = await buy(testApp, token, 'authorization')
    const path = `/${SHOP}/admin/orders/${checkout.id}`
    const order = await browser.get(path)
    expect(order.text).toContain('id="void-form"')
    expect(order.text).toContain(testApp.emulator.control.orders()[0]?.sessionId)
    expect((await browser.post(`${path}/capture`, { amount: '999,00' })).status).toBe(422)
    expect((await browser.post(`${path}/capture`, { amount: '100,505' })).status).toBe(422)
    expect((await browser.post(`${path}/capture`, { amount: '200,50' })).status).toBe(303)
    const [capture] = testApp.emulator.control.transactions()
    expect(capture).toMatchObject({ kind: 'capture', amount: 20_050 })
    await callGraphQL(testApp, { token, query: CAPTURE.resolve, variables: { id: capture?.gid } })
    const captured = await browser.get(path)
    expect(captured.text).toContain('id="refund-form"')
    expect(captured.text).not.toContain('id="capture-form"')
    expect((await browser.post(`${path}/refund`, { amount: '200.50' })).status).toBe(303)
    expect((await browser.post(`${path}/refund`, { amount: '0.01' })).text).toContain('id="problem"')
  })

  test('sends again what did not reach the app', async () => {
    const checkout = await buy(testApp, await install(testApp))
    const path = `/${SHOP}/admin/orders/${checkout.id}`
    testApp.app.answerWith({ status: 500 })
    await browser.post(`${path}/refund`, { amount: '1.00' })
    const retry = /action="([^"]+\/retry)"/.exec((await browser.get(path)).text)?.[1] ?? ''
    testApp.app.answerWith({ status: 201 })
    await browser.post(retry)
    expect(testApp.emulator.control.transactions()).toMatchObject([{ state: 'pending' }])
    expect((await browser.get(path)).text).not.toContain('/retry')
  })

  test('uninstalls the app', async () => {
    await install(testApp)
    expect((await browser.post(`/${SHOP}/admin/uninstall`)).status).toBe(303)
    expect(testApp.emulator.control.installed(SHOP)).toBe(false)
  })
})
