import { parse } from 'node-html-parser'
import { newCard, paymentRequest } from '../test/requests'
import { signedFetch } from '../test/signed-fetch'
import { clientOf, refusal } from '../test/test-server'
import { useTestServer } from '../test/use-test-server'
import type { ConsoleData } from './console-data'

const testServer = useTestServer()
const url = () => testServer.sandbox.url
const payments = () => testServer.client.payment()

/** The page of the newest call of the API. */
async function page() {
  const { requests } = (await (await fetch(`${url()}/_console/data`)).json()) as ConsoleData
  const answer = await fetch(`${url()}/_console/requests/${requests[0]?.exchangeId}`)
  const text = await answer.text()
  return { status: answer.status, text, dom: parse(text) }
}

/** Runs the command that the page offers, without a shell. */
async function sendAgain(command: string): Promise<{ status: number; json: unknown }> {
  const parts = [...command.matchAll(/(-X|-H|--data-raw|curl -X \w+) ?'((?:[^']|'\\'')*)'/g)]
  const values = (flag: string) =>
    parts.filter(([, name]) => name === flag).map(([, , value = '']) => value.replaceAll("'\\''", "'"))
  const headers = Object.fromEntries(values('-H').map((header) => header.split(': ') as [string, string]))
  const [, method = ''] = /curl -X (\w+)/.exec(command) ?? []
  const [address = ''] = parts.filter(([, name]) => name?.startsWith('curl')).map(([, , value]) => value)
  const answer = await fetch(String(address), { method, headers, body: values('--data-raw')[0] })
  return { status: answer.status, json: await answer.json() }
}

const commandOf = ({ dom }: Awaited<ReturnType<typeof page>>): string =>
  dom.querySelector('#again [data-copy]')?.getAttribute('data-copy') ?? ''

it('shows what was sent and answered, the steps of its signature, and a command that sends it again', async () => {
  const items = [{ name: "Ayşe'nin çayı", price: 100 }]
  const { id } = await payments().createPayment(paymentRequest({ items }))
  const shown = await page()
  expect(shown.dom.querySelector('#sent pre')?.text).toMatch(
    /POST http:.*\/payment\/v1\/card-payments[\s\S]*çayı/,
  )
  expect(shown.dom.querySelector('#answer pre')?.text).toContain(`"id": ${id}`)
  const { apiKey, secretKey } = testServer.sandbox
  const steps = shown.dom.querySelectorAll('#signature li code').map((step) => step.text)
  expect(steps.slice(0, 3)).toEqual([`${url()}/payment/v1/card-payments`, apiKey, secretKey])
  expect(shown.dom.querySelector('#signature')?.text).toContain('It was right.')
  expect(await sendAgain(commandOf(shown))).toMatchObject({
    status: 200,
    json: { data: { paymentStatus: 'SUCCESS', paymentTransactions: [{ name: "Ayşe'nin çayı" }] } },
  })
})

it('shows the signature as it was, where the body had nothing to hide', async () => {
  await payments().refundPayment({ paymentId: (await payments().createPayment(paymentRequest())).id })
  const [expected, sent] = (await page()).dom
    .querySelectorAll('#signature p code')
    .map((signature) => signature.text)
  expect(sent).toBe(expected)
})

it('says of a wrong signature what the right one is', async () => {
  const wrong = clientOf({ ...testServer.sandbox, secretKey: 'wrong' })
    .payment()
    .retrievePayment(1)
  expect(await refusal(wrong)).toMatchObject({ code: '1001' })
  const { dom } = await page()
  expect(dom.querySelector('#signature')?.text).toContain('It was wrong: “Signature is not equal!”')
  const [expected, sent] = dom.querySelectorAll('#signature p code').map((signature) => signature.text)
  expect(sent).not.toBe(expected)
})

it('knows nothing to reckon with where nobody has the API key', async () => {
  const caller = { url: url(), apiKey: '<b>nobody</b>', secretKey: 's' }
  await signedFetch(caller, { method: 'GET', path: '/payment/v1/card-payments/1' })
  const { text, dom } = await page()
  expect(dom.querySelector('#signature')?.text).toContain('Nobody has the API key')
  expect(text).not.toContain('<b>nobody</b>')
  expect(dom.querySelector('#again')).toBeNull()
})

it('keeps no CVC, and no card number that is not one of the documentation', async () => {
  const card = { ...newCard('4543590000000006'), cvc: '731' }
  await payments()
    .createPayment(paymentRequest({ card: { ...card, cardNumber: '4111110000001234' } }))
    .catch(() => undefined)
  const { text } = await page()
  expect(text).toContain('41111100****1234')
  for (const secret of ['4111110000001234', '731']) expect(text).not.toContain(secret)
  expect(text).toContain('are never kept')
})

it('shows a call that was cut as unanswered, and none that it never had', async () => {
  const { control } = testServer.sandbox
  control.faults.add({ kind: 'drop-after-commit' })
  await expect(payments().createPayment(paymentRequest())).rejects.toThrow()
  expect((await page()).dom.querySelector('#answer h2')?.text).toBe('The answer: none')
  expect((await fetch(`${url()}/_console/requests/4711`)).status).toBe(404)
})

it('is shown to no web page from elsewhere', async () => {
  await payments().createPayment(paymentRequest())
  const headers = { 'sec-fetch-site': 'cross-site' }
  expect((await fetch(`${url()}/_console/requests/1`, { headers })).status).toBe(403)
})

it('filters every list of the console', async () => {
  await payments().createPayment(paymentRequest({ conversationId: 'SEPET-İki' }))
  await payments().createPayment(paymentRequest({ conversationId: 'other' }))
  const data = async (q: string) =>
    (await (await fetch(`${url()}/_console/data?q=${encodeURIComponent(q)}`)).json()) as ConsoleData
  expect((await data('sepet-iki')).payments).toMatchObject([{ conversationId: 'SEPET-İki' }])
  expect((await data('')).payments).toHaveLength(2)
  const found = await data('zeytin')
  expect([found.members.length, found.payments.length, found.requests.length]).toEqual([1, 0, 0])
  const dom = parse(await (await fetch(`${url()}/?q=sepet-iki`)).text())
  expect(dom.querySelectorAll('#payments tbody tr')).toHaveLength(1)
  expect(dom.querySelector('input[name=q]')?.getAttribute('value')).toBe('sepet-iki')
})
