import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkoutRequest, newCard, paymentRequest } from '../test/requests'
import { startTestServer } from '../test/test-server'
import { Shopper, testCards } from '../testing/shopper'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-state-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const stateFile = () => join(folder, 'deep', 'state.json')

it('goes on after a restart where it stopped, clock included', async () => {
  const first = await startTestServer({ stateFile: stateFile() })
  const stored = await first.client.payment().storeCard(newCard('5258640000000001'))
  const { id } = await first.client.payment().createPayment(paymentRequest())
  const init = await first.client
    .payment()
    .initCheckoutPayment(checkoutRequest('http://127.0.0.1:9/callback'))
  await first.sandbox.control.clock.advance({ hours: 1 })
  await first.close()

  const second = await startTestServer({ stateFile: stateFile() })
  expect(second.sandbox.webhookKey).toBe(first.sandbox.webhookKey)
  expect(second.sandbox.control.clock.now()).toEqual(new Date('2026-03-10T13:00:00+03:00'))
  expect(await second.client.payment().retrievePayment(id)).toMatchObject({ paymentStatus: 'SUCCESS' })
  const { cardUserKey, cardToken } = stored
  const paid = await second.client
    .payment()
    .createPayment(paymentRequest({ card: { cardUserKey, cardToken } }))
  expect(paid.id).toBeGreaterThan(id)
  const shopper = new Shopper()
  await shopper.open(`${second.sandbox.url}/checkout/${init.token}`)
  expect((await shopper.pay({ card: testCards.success })).outcome).toBe('expired')
  await second.close()
})

it('is written at every change, whole, and holds no card number', async () => {
  const testServer = await startTestServer({ stateFile: stateFile() })
  const { id } = await testServer.client.payment().createPayment(paymentRequest())
  const text = readFileSync(stateFile(), 'utf8')
  expect(JSON.parse(text)).toMatchObject({ payments: [{ id }] })
  expect(text).not.toContain('5258640000000001')
  expect(readdirSync(join(folder, 'deep'))).toEqual(['state.json'])
  await testServer.close()
})

it('stops the start with one line when it is broken', async () => {
  const path = join(folder, 'broken.json')
  writeFileSync(path, '{"payments": 1')
  await expect(startTestServer({ stateFile: path })).rejects.toThrow(`State file ${path} cannot be read`)
})
