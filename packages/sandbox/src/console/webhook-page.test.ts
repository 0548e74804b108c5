import { createHmac } from 'node:crypto'
import { parse } from 'node-html-parser'
import { checkoutRequest, paymentRequest } from '../test/requests'
import { useTestServer } from '../test/use-test-server'
import { Shopper, testCards } from '../testing/shopper'

const testServer = useTestServer()
const url = () => testServer.sandbox.url
const webhooks = () => testServer.sandbox.control.webhooks

/** The page of an event, as its link in the list leads to it. */
async function page(row = 1) {
  const list = parse(await (await fetch(url())).text())
  const link = list.querySelector(`#webhooks tbody tr:nth-child(${row}) a`)?.getAttribute('href')
  return parse(await (await fetch(`${url()}${link}`)).text())
}

it('shows what is posted, the steps of its signature and every try, and sends it again', async () => {
  testServer.merchant.answers = [500]
  const { id } = await testServer.client.payment().createPayment(paymentRequest())
  await webhooks().flush()
  await webhooks().flush()
  const dom = await page()
  const [first, second] = testServer.merchant.at('/webhook')
  const posted = JSON.parse(first?.body ?? '{}')
  const sent = dom.querySelector('#sent pre')?.textContent ?? ''
  expect(JSON.parse(sent.slice(sent.indexOf('{')))).toEqual(posted)
  expect(sent).toContain(`POST ${testServer.merchant.url}/webhook`)
  const signature = first?.headers['x-cg-signature-v1']
  expect(sent).toContain(`x-cg-signature-v1: ${signature}`)
  const steps = dom.querySelectorAll('#signature li code').map((step) => step.textContent)
  expect(steps).toEqual(['API_AUTH', String(posted.eventTimestamp), 'SUCCESS', String(id)])
  const [key = '', shown] = dom.querySelectorAll('#signature p code').map((code) => code.textContent)
  expect(shown).toBe(createHmac('sha256', key).update(steps.join(''), 'utf8').digest('base64'))
  expect([shown, second?.headers['x-cg-signature-v1']]).toEqual([signature, signature])
  const tries = dom.querySelectorAll('#tries li').map((line) => line.textContent)
  expect(tries).toEqual([expect.stringContaining('· 500 ·'), expect.stringContaining('· 200 ·')])
  expect(dom.querySelector('#again [data-copy]')?.getAttribute('data-copy')).toContain(`${signature}`)
  const field = dom.querySelector('#tries input[name=id]')?.getAttribute('value')
  const body = new URLSearchParams({ do: 'resend', id: String(field) })
  await fetch(`${url()}/_console/act`, { method: 'POST', body, redirect: 'manual' })
  expect(testServer.merchant.at('/webhook')).toHaveLength(3)
})

it('shows when the next try is due, and no signature of a bare token', async () => {
  const merchantWebhookUrl = `${testServer.merchant.url}/token`
  const request = { ...checkoutRequest(`${testServer.merchant.url}/callback`), merchantWebhookUrl }
  const { pageUrl, token } = await testServer.client.payment().initCheckoutPayment(request)
  const shopper = new Shopper()
  await shopper.open(pageUrl)
  await shopper.pay({ card: testCards.success })
  const bare = await page(1)
  expect(bare.querySelector('#sent pre')?.textContent).toContain(merchantWebhookUrl)
  expect(bare.querySelector('#sent pre')?.textContent).toMatch(
    new RegExp(`\\{\\s*"token": "${token}"\\s*\\}$`),
  )
  expect(bare.querySelector('#signature')?.text).toContain('without a signature')
  expect(bare.querySelector('#tries')?.text).toContain('the next try')
})

it('knows no other event, and no web page from elsewhere may look', async () => {
  expect((await fetch(`${url()}/_console/webhooks/nobody`)).status).toBe(404)
  await testServer.client.payment().createPayment(paymentRequest())
  const id = webhooks().list()[0]?.id
  const headers = { 'sec-fetch-site': 'cross-site' }
  expect((await fetch(`${url()}/_console/webhooks/${id}`, { headers })).status).toBe(403)
})
