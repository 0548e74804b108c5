import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parse } from 'node-html-parser'
import { KOMSU, PUBLIC_URL, rig, ZERDALI } from '../testing/rig'

const GOOD = { apiKey: 'api-key-good', secretKey: 'secret-of-zerdali', webhookKey: 'webhook-of-zerdali' }
const REFUSED = { errors: { errorCode: '0', errorDescription: 'Invalid signature' } }

let craftgate: Server
let emulator: string
let calls: number

beforeEach((done) => {
  calls = 0
  craftgate = createServer((request, response) => {
    calls += 1
    const good = request.headers['x-api-key'] === GOOD.apiKey
    response.writeHead(good ? 200 : 400, { 'content-type': 'application/json' })
    response.end(JSON.stringify(good ? { data: { items: [] } } : REFUSED))
  }).listen(0, '127.0.0.1', () => {
    emulator = `http://127.0.0.1:${(craftgate.address() as AddressInfo).port}`
    done()
  })
})
afterEach((done) => {
  craftgate.close(() => done())
})

const connected = { [`${ZERDALI}/live`]: GOOD, [`${KOMSU}/live`]: { ...GOOD, apiKey: 'api-key-komsu' } }
const SECRETS = /secret-of|webhook-of|api-key-good|api-key-komsu|a-wrong-secret/

test('keys are tried with Craftgate, then saved for this shop and mode', async () => {
  const { post, keys } = rig({ options: { craftgate: { emulator } } })
  const answer = await post('/settings/craftgate/live', GOOD)
  expect([answer.status, answer.headers.get('location')]).toEqual([
    303,
    '/settings/craftgate/live?done=keys-saved',
  ])
  expect([...keys]).toEqual([[`${ZERDALI}/live`, GOOD]])
  expect(calls).toBe(1)
})

test('keys that Craftgate does not know are not saved; what is no secret stays typed', async () => {
  const { post, keys } = rig({ options: { craftgate: { emulator } } })
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
  const { post, keys } = rig({ options: { craftgate: { emulator: 'http://127.0.0.1:9' } }, keys: connected })
  const answer = await post('/settings/craftgate/live', { webhookKey: 'another' })
  expect(answer.status).toBe(503)
  expect(await answer.text()).toContain('hiçbir şey kaydedilmedi')
  expect(keys.get(`${ZERDALI}/live`)).toEqual(GOOD)
})

test('saved keys are never sent back: only the end of the API key, and when it was changed', async () => {
  const text = await (await rig({ keys: connected }).get('/settings/craftgate/live')).text()
  expect(text).toContain('•••• good')
  expect(text).toContain('datetime="2026-11-20T09:00:00.000Z"')
  expect(text).not.toMatch(SECRETS)
  expect(
    parse(text)
      .querySelectorAll('input[value]')
      .map((field) => field.getAttribute('value')),
  ).toEqual(['', '', '', `${PUBLIC_URL}/craftgate/zerdali/live/webhook`])
})

test('a field that is left empty keeps what is saved', async () => {
  const { post, keys } = rig({ options: { craftgate: { emulator } }, keys: connected })
  await post('/settings/craftgate/live', { apiKey: '', secretKey: '', webhookKey: 'a-new-one' })
  expect(keys.get(`${ZERDALI}/live`)).toEqual({ ...GOOD, webhookKey: 'a-new-one' })
  expect(keys.get(`${KOMSU}/live`)?.webhookKey).toBe(GOOD.webhookKey)
})

test('what is missing or no key is marked, and Craftgate is not bothered', async () => {
  const { post } = rig({ options: { craftgate: { emulator } } })
  const page = parse(
    await (await post('/settings/craftgate/live', { apiKey: 'two words', webhookKey: 'x' })).text(),
  )
  expect(page.querySelectorAll('[aria-invalid]').map(({ id }) => id)).toEqual(['apiKey', 'secretKey'])
  expect(calls).toBe(0)
})

test('keys are removed after a question, of this shop and mode only', async () => {
  const { post, keys } = rig({ keys: connected })
  expect((await post('/settings/craftgate/live/remove')).status).toBe(200)
  expect(keys.size).toBe(2)
  await post('/settings/craftgate/live/remove', { confirm: 'yes' })
  expect([...keys.keys()]).toEqual([`${KOMSU}/live`])
})

test('there are two modes', async () => {
  expect((await rig().get('/settings/craftgate/both')).status).toBe(404)
})
