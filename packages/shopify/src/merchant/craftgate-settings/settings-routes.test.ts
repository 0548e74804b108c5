import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parse } from 'node-html-parser'
import {
  PUBLIC_URL,
  SHOP_A,
  SHOP_B,
  type TestHarnessInput,
  testHarness,
} from '../../../test/merchant-harness'
import { attemptRow } from '../../../test/rows'

const GOOD = { apiKey: 'api-key-good', secretKey: 'secret-of-zerdali', webhookKey: 'webhook-of-zerdali' }
const NEWER = { apiKey: 'api-key-newer', secretKey: 'another-secret' }
const OF_ANOTHER = { apiKey: 'api-key-of-another', secretKey: 'another-secret' }
const SAME_NUMBER = { apiKey: 'api-key-same-number', secretKey: 'another-secret' }
const REFUSED = { errors: { errorCode: '0', errorDescription: 'Invalid signature' } }
const NOT_FOUND = { errors: { errorCode: '4001', errorDescription: 'Payment not found' } }
const ACCOUNTS: Readonly<Record<string, 'ours' | 'another' | 'unrelated'>> = {
  [GOOD.apiKey]: 'ours',
  [NEWER.apiKey]: 'ours',
  [OF_ANOTHER.apiKey]: 'unrelated',
  [SAME_NUMBER.apiKey]: 'another',
}

let craftgate: Server
let emulator: string
let calls: number
let paymentsAreDown: boolean

beforeEach((done) => {
  calls = 0
  paymentsAreDown = false
  craftgate = createServer((request, response) => {
    calls += 1
    const answer = (status: number, body: object) => {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(body))
    }
    const account = ACCOUNTS[String(request.headers['x-api-key'])]
    if (account === undefined) return answer(400, REFUSED)
    if (!request.url?.includes('payments/7')) return answer(200, { data: { items: [] } })
    if (paymentsAreDown) return answer(503, {})
    const conversationId = account === 'ours' ? 'payment-1-1' : 'of-another-shop'
    return account === 'unrelated' ? answer(422, NOT_FOUND) : answer(200, { data: { id: 7, conversationId } })
  }).listen(0, '127.0.0.1', () => {
    emulator = `http://127.0.0.1:${(craftgate.address() as AddressInfo).port}`
    done()
  })
})
afterEach((done) => {
  craftgate.close(() => done())
})

const connected = { [`${SHOP_A}/live`]: GOOD, [`${SHOP_B}/live`]: { ...GOOD, apiKey: 'api-key-komsu' } }
const SECRETS = /secret-of|webhook-of|api-key-good|api-key-komsu|a-wrong-secret|another-secret/

test('keys are tried with Craftgate, then saved for this shop and mode', async () => {
  const { post, keys } = testHarness({ options: { craftgate: { emulator } } })
  const answer = await post('/settings/craftgate/live', GOOD)
  expect([answer.status, answer.headers.get('location')]).toEqual([
    303,
    '/settings/craftgate/live?done=keys-saved',
  ])
  expect([...keys]).toEqual([[`${SHOP_A}/live`, GOOD]])
  expect(calls).toBe(1)
})

test('keys that Craftgate does not know are not saved; what is no secret stays typed', async () => {
  const { post, keys } = testHarness({ options: { craftgate: { emulator } } })
  const answer = await post('/settings/craftgate/test', {
    ...GOOD,
    apiKey: 'api-key-wrong',
    secretKey: 'a-wrong-secret',
  })
  const text = await answer.text()
  expect(answer.status).toBe(422)
  expect(parse(text).querySelector('[role=alert]')?.text).toContain('canlı ortamın anahtarları')
  expect(parse(text).querySelector('#apiKey')?.getAttribute('value')).toBe('api-key-wrong')
  expect(text).not.toMatch(SECRETS)
  expect(keys.size).toBe(0)
})

test('when Craftgate cannot be reached nothing is saved', async () => {
  const { post, keys } = testHarness({
    options: { craftgate: { emulator: 'http://127.0.0.1:9' } },
    keys: connected,
  })
  const answer = await post('/settings/craftgate/live', { webhookKey: 'another' })
  expect(answer.status).toBe(503)
  expect(await answer.text()).toContain('hiçbir şey kaydedilmedi')
  expect(keys.get(`${SHOP_A}/live`)).toEqual(GOOD)
})

test('saved keys are never sent back: only the end of the API key, and when it was changed', async () => {
  const text = await (await testHarness({ keys: connected }).get('/settings/craftgate/live')).text()
  expect(text).toContain('•••• good')
  expect(text).toContain('datetime="2026-11-20T09:00:00.000Z"')
  expect(text).not.toMatch(SECRETS)
  expect(
    parse(text)
      .querySelectorAll('input[value]')
      .map((field) => field.getAttribute('value')),
  ).toEqual(['', '', '', '', `${PUBLIC_URL}/craftgate/zerdali/live/webhook`])
})

test('a field that is left empty keeps what is saved', async () => {
  const { post, keys } = testHarness({ options: { craftgate: { emulator } }, keys: connected })
  await post('/settings/craftgate/live', { apiKey: '', secretKey: '', webhookKey: 'a-new-one' })
  expect(keys.get(`${SHOP_A}/live`)).toEqual({ ...GOOD, webhookKey: 'a-new-one' })
  expect(keys.get(`${SHOP_B}/live`)?.webhookKey).toBe(GOOD.webhookKey)
})

test('the callback key may be left out, is kept when it is saved, and has to be a key', async () => {
  const { post, keys } = testHarness({ options: { craftgate: { emulator } }, keys: connected })
  const path = '/settings/craftgate/live'
  await post(path, { callbackKey: 'callback-of-zerdali' })
  await post(path, { webhookKey: 'a-new-one' })
  expect(keys.get(`${SHOP_A}/live`)).toEqual({
    ...GOOD,
    webhookKey: 'a-new-one',
    callbackKey: 'callback-of-zerdali',
  })
  const page = parse(await (await post(path, { callbackKey: 'two words' })).text())
  expect(page.querySelectorAll('[aria-invalid]').map(({ id }) => id)).toEqual(['callbackKey'])
})

test('what is missing or no key is marked, and Craftgate is not bothered', async () => {
  const { post } = testHarness({ options: { craftgate: { emulator } } })
  const page = parse(
    await (await post('/settings/craftgate/live', { apiKey: 'two words', webhookKey: 'x' })).text(),
  )
  expect(page.querySelectorAll('[aria-invalid]').map(({ id }) => id)).toEqual(['apiKey', 'secretKey'])
  expect(calls).toBe(0)
})

test('keys are removed after a question, of this shop and mode only', async () => {
  const { post, keys } = testHarness({ keys: connected })
  expect((await post('/settings/craftgate/live/remove')).status).toBe(200)
  expect(keys.size).toBe(2)
  await post('/settings/craftgate/live/remove', { confirm: 'yes' })
  expect([...keys.keys()]).toEqual([`${SHOP_B}/live`])
})

describe('keys that other payments need', () => {
  const paid = attemptRow({ state: 'captured', paymentIds: [7] })
  const open = attemptRow({ recordId: 'payment-2-1', reference: 'payment-2' })
  const ours = (attempts: NonNullable<TestHarnessInput['rows']>['attempts']) =>
    testHarness({ options: { craftgate: { emulator } }, keys: connected, rows: { attempts } })
  const path = '/settings/craftgate/live'

  test('another webhook key is saved at any time', async () => {
    const { post, keys } = ours([open])
    expect((await post(path, { webhookKey: 'a-new-one' })).status).toBe(303)
    expect(keys.get(`${SHOP_A}/live`)?.webhookKey).toBe('a-new-one')
  })

  test('other keys of the same account are saved at any time: the newest payment is known there', async () => {
    const { post, keys } = ours([paid, open])
    const answer = await post(path, NEWER)
    expect(answer.headers.get('location')).toBe(`${path}?done=keys-saved`)
    expect(keys.get(`${SHOP_A}/live`)).toEqual({ ...GOOD, ...NEWER })
  })

  test.each(['open', 'review', 'refunding'] as const)(
    'keys of another account are not saved while a payment is %s',
    async (state) => {
      const { post, keys } = ours([paid, { ...open, state }])
      const answer = await post(path, OF_ANOTHER)
      const text = await answer.text()
      expect(answer.status).toBe(409)
      expect(parse(text).querySelector('[role=alert]')?.text).toContain('Sonuçlanmamış 1 ödeme var')
      expect(text).not.toMatch(SECRETS)
      expect(keys.get(`${SHOP_A}/live`)).toEqual(GOOD)
    },
  )

  test('keys of another account are saved when nothing is open, and the page says where refunds are made now', async () => {
    const { get, post, keys } = ours([paid])
    const location = (await post(path, OF_ANOTHER)).headers.get('location')
    expect(location).toBe(`${path}?done=keys-moved`)
    expect(keys.get(`${SHOP_A}/live`)).toEqual({ ...GOOD, ...OF_ANOTHER })
    const status = parse(await (await get(`${location}&lang=en`)).text()).querySelector('[role=status]')
    expect(status?.text).toContain('in the panel of the old account')
  })

  test('an account that has another payment under the same number is another account', async () => {
    const { post, accounts } = ours([paid])
    expect((await post(path, SAME_NUMBER)).headers.get('location')).toBe(`${path}?done=keys-moved`)
    expect(accounts).toEqual([expect.not.stringMatching(/^live:sandbox$/)])
  })

  test('keys of an account that the shop had before are of that account again', async () => {
    const { post, accounts } = ours([
      { ...paid, account: 'earlier' },
      { ...paid, recordId: 'payment-2-1', paymentIds: [8] },
    ])
    expect((await post(path, NEWER)).headers.get('location')).toBe(`${path}?done=keys-moved`)
    expect(accounts).toEqual(['earlier'])
  })

  test('before the first payment other keys are saved when nothing is open', async () => {
    const refused = ours([open])
    expect((await refused.post(path, NEWER)).status).toBe(409)
    const { post } = ours([{ ...open, state: 'expired' }])
    expect((await post(path, NEWER)).headers.get('location')).toBe(`${path}?done=keys-saved`)
  })

  test('what is open in the other mode, or in another shop, keeps nobody', async () => {
    const { post } = ours([paid, { ...open, mode: 'test' }, { ...open, shop: SHOP_B }])
    expect((await post(path, OF_ANOTHER)).headers.get('location')).toBe(`${path}?done=keys-moved`)
    const answer = await post('/settings/craftgate/live/remove', { confirm: 'yes' })
    expect(answer.status).toBe(303)
  })

  test('when Craftgate cannot say whose payment it is nothing is saved', async () => {
    paymentsAreDown = true
    const { post, keys } = ours([paid])
    expect((await post(path, NEWER)).status).toBe(503)
    expect(keys.get(`${SHOP_A}/live`)).toEqual(GOOD)
  })

  test('a shop whose keys are gone may connect any account, whatever is left open', async () => {
    const { post } = testHarness({ options: { craftgate: { emulator } }, rows: { attempts: [paid, open] } })
    const answer = await post(path, { ...OF_ANOTHER, webhookKey: 'w' })
    expect(answer.headers.get('location')).toBe(`${path}?done=keys-moved`)
  })

  test('keys are not removed while a payment is open, in two languages', async () => {
    const { post, keys } = ours([open, { ...open, recordId: 'payment-3-1' }])
    const remove = (lang: string) => post(`${path}/remove?lang=${lang}`, { confirm: 'yes' })
    const answer = await remove('tr')
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('Sonuçlanmamış 2 ödeme var')
    expect(await (await remove('en')).text()).toContain('2 payments have no result yet')
    expect(keys.get(`${SHOP_A}/live`)).toEqual(GOOD)
  })
})

test('there are two modes', async () => {
  expect((await testHarness().get('/settings/craftgate/both')).status).toBe(404)
})
