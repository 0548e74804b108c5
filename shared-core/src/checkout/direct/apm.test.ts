import { validateRequest } from '@craftgate-commerce/openapi'
import { toBasket } from '../../basket'
import { CraftgateError } from '../../errors'
import { DIRECT_METHODS, directStart } from '../../methods/direct'
import { parseOptions } from '../../parse-configuration'
import { scriptedClient } from '../../testing/scripted-client'
import { harnessOptions, orderOf, ShopHarness } from '../../testing/shop-harness'
import { pageOptions } from '../page-options'
import { apm } from './apm'
import type { Starting } from './family'

async function starting(name: string, over: Parameters<typeof orderOf>[1] = {}): Promise<Starting> {
  const start = directStart(name)
  if (start === undefined) throw new Error(`${name} is not started by API`)
  const harness = new ShopHarness()
  const order = orderOf(10_000, over)
  return {
    start,
    order,
    record: await harness.checkout.begin(harness.sale()),
    page: await pageOptions(parseOptions(harnessOptions), order),
    basket: toBasket(order),
    answers: Object.fromEntries(start.asks.map(({ parameter }) => [parameter, '123456'])),
    callbackUrl: 'https://pay.shop.example.com/craftgate/callback/1-s1',
    clientIp: '203.0.113.7',
  }
}

/** What Craftgate is sent, and what becomes of its answer. */
async function start(name: string, answer: object, over?: Parameters<typeof orderOf>[1]) {
  const sent: { body: object; key?: string }[] = []
  const client = scriptedClient({
    initApmPayment: ({ body }, limits) => {
      sent.push({ body, key: limits?.idempotencyKey })
      return answer
    },
  })
  const given = await starting(name, over)
  const started = await apm.start(client, given)
  return { started, body: sent[0]?.body, key: sent[0]?.key }
}

const WAITING = { paymentId: 7, paymentStatus: 'WAITING', additionalAction: 'WAIT_FOR_WEBHOOK' }

const APMS = DIRECT_METHODS.filter((name) => directStart(name)?.family === 'apm')

test.each(APMS)('what %s is started with is what the API description knows', async (name) => {
  const { body } = await start(name, WAITING)
  expect(validateRequest('initApmPayment', { body })).toEqual([])
})

test('each start has a key of its own', async () => {
  const [first, second] = await Promise.all([start('PAPARA', WAITING), start('PAPARA', WAITING)])
  expect(first.key).toMatch(/^[0-9a-f-]{36}$/)
  expect(second.key).not.toBe(first.key)
})

test('what the shop knows of the buyer already is told to those who want it', async () => {
  const buyer = { id: 'customer-7', country: 'DE' }
  expect((await start('KLARNA', WAITING, { buyer, locale: 'en' })).body).toMatchObject({
    additionalParams: { country: 'de', locale: 'en-DE' },
  })
  expect((await start('PAYONEER', WAITING, { buyer })).body).toMatchObject({ apmUserIdentity: 'customer-7' })
})

test.each([
  [
    { additionalAction: 'REDIRECT_TO_URL', redirectUrl: 'https://a.test/x' },
    { kind: 'redirect', url: 'https://a.test/x' },
  ],
  [
    { additionalAction: 'SHOW_HTML_CONTENT', htmlContent: 'PGI+xZ88L2I+' },
    { kind: 'html', html: '<b>ş</b>' },
  ],
  [
    { additionalAction: 'SHOW_QR_CODE', qrCode: 'text' },
    { kind: 'qr', text: 'text' },
  ],
  [{ additionalAction: 'OTP_REQUIRED' }, { kind: 'code' }],
  [{ additionalAction: 'WAIT_FOR_WEBHOOK' }, { kind: 'wait' }],
  [{ additionalAction: 'NONE', paymentStatus: 'SUCCESS' }, { kind: 'over' }],
  [{ additionalAction: 'REDIRECT_TO_URL', paymentStatus: 'FAILURE' }, { kind: 'over' }],
])('%j leads on so', async (answer, wayOn) => {
  const { started } = await start('PAPARA', { paymentId: '7', paymentStatus: 'WAITING', ...answer })
  expect(started).toEqual({ paymentId: 7, wayOn })
})

test.each([
  [{ paymentId: 7 }],
  [{ paymentId: 7, additionalAction: 'REDIRECT_TO_URL' }],
  [{ paymentId: 7, additionalAction: 'REDIRECT_TO_URL', redirectUrl: 'javascript:alert(1)' }],
  [{ paymentId: 7, additionalAction: 'SOMETHING_NEW' }],
  [{ paymentId: 7, additionalAction: 'constructor' }],
  [{ additionalAction: 'OTP_REQUIRED' }],
])('nobody can go on by %j, so what became of it is asked', async (answer) => {
  const error = await start('PAPARA', answer).catch((thrown) => thrown)
  expect(CraftgateError.is(error) && [error.code, error.delivery]).toEqual(['unreadable-start', 'unclear'])
})
