// A person decides about money that no order took, in a shop in memory.
import { CraftgateError, type PaymentOperation } from '@craftgate-commerce/core'
import { attentionOf } from '../index'
import { ALL_PERMISSIONS } from '../panel-host'
import { AYSE, MemoryHost } from '../testing/memory-host'
import { Merchant } from '../testing/merchant'

let host: MemoryHost
let merchant: Merchant
beforeEach(async () => {
  host = new MemoryHost()
  merchant = new Merchant(host)
  await merchant.enter()
})

const REFUSED: PaymentOperation = {
  key: 'p1-unexpected',
  kind: 'void',
  account: 'main',
  paymentId: 4711,
  amount: { minor: 124_990, currency: 'TRY' },
  steps: [],
  state: 'failed',
  version: 1,
  createdAt: new Date('2026-11-24T11:00:00Z'),
  updatedAt: new Date('2026-11-24T11:00:00Z'),
}
const PATH = '/unexpected/p1/1'

const addRefused = (over = {}) => host.add('p1', { state: 'refunding', ...over }, { operations: [REFUSED] })
const fieldsOf = async (how: string) => {
  const forms = (await merchant.page(PATH)).querySelectorAll('main form')
  const form = forms.find((each) => each.querySelector('input[name=how]')?.getAttribute('value') === how)
  return { how, key: form?.querySelector('input[name=key]')?.getAttribute('value') ?? '' }
}

test('the payment leads there, and each button does its own with a key of its own', async () => {
  addRefused()
  const link = (await merchant.page('/payments/p1')).querySelector('a[href$="/unexpected/p1/1"]')
  expect(link?.text).toBe('₺1,249.90 of no order: decide')
  const again = await fieldsOf('again')
  expect(again.key).toMatch(/^[a-f\d]{16}$/)
  expect((await fieldsOf('again')).key).not.toBe(again.key)
  const done = await merchant.post(PATH, again)
  expect([done.status, done.headers.get('location')]).toEqual([
    303,
    '/craftgate/panel/unexpected/p1/1?done=refunded',
  ])
  await merchant.post(PATH, await fieldsOf('outside'))
  expect(host.moved).toEqual(['refund-unexpected p1 1 source 16', 'refund-unexpected p1 1 outside 16'])
  expect(host.audited.map(({ action, reference }) => [action, reference]).slice(-2)).toEqual([
    ['refunded', 'p1'],
    ['marked-refunded', 'p1'],
  ])
})

test('a refusal says why, what is unknown says so, and both are in the audit', async () => {
  addRefused()
  host.moving = async () => ({ state: 'refused', message: { tr: 'Olmadı', en: 'The bank says no' } })
  const refused = await merchant.post(PATH, await fieldsOf('again'))
  expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining('The bank says no')])
  host.refusal = new CraftgateError({
    kind: 'unavailable',
    code: 'timeout',
    message: 'no answer',
    retry: 'ask-first',
    merchantMessage: { tr: 'Yanıt yok', en: 'There was no answer' },
  })
  expect(await (await merchant.post(PATH, await fieldsOf('again'))).text()).toContain('There was no answer')
  expect(host.audited.filter(({ action }) => action === 'refunded')).toHaveLength(2)
})

test.each([
  ['of what is on its way nothing is asked', { state: 'refunding' }, [], []],
  ['nor of what is back', { state: 'refunded' }, [REFUSED], []],
  ['what was kept may be decided', { state: 'needs-review' }, [], ['again', 'outside']],
  [
    'what never passed Craftgate is marked only',
    { state: 'needs-review', method: 'FUND_TRANSFER' },
    [],
    ['outside'],
  ],
] as const)('%s', async (_, over, operations, hows) => {
  host.add('p1', over, { operations })
  const inputs = (await merchant.page(PATH)).querySelectorAll('main input[name=how]')
  expect(inputs.map((input) => input.getAttribute('value'))).toEqual(hows)
})

test('money of an order has no such page, and who may not refund sees none', async () => {
  host.add('p1', { state: 'captured' })
  expect((await merchant.ask(PATH)).status).toBe(404)
  addRefused()
  host.details.shift()
  const other = new Merchant(host)
  await other.enter({ ...AYSE, permissions: ALL_PERMISSIONS.filter((each) => each !== 'refund') })
  expect((await other.ask(PATH)).status).toBe(403)
  expect((await other.post(PATH, { how: 'again', key: 'a'.repeat(16) })).status).toBe(403)
  expect(host.moved).toEqual([])
})

test('it can be decided where money of orders moves in the platform’s admin', async () => {
  host.moneyElsewhere = () => ({
    text: { tr: '', en: '' },
    title: { tr: '', en: '' },
    url: 'https://a.example',
  })
  addRefused()
  await merchant.post(PATH, await fieldsOf('again'))
  expect(host.moved).toHaveLength(1)
})

test('what the bank did not take back is an alarm of refused refunds, and not among what comes by itself', async () => {
  addRefused()
  host.add('p2', { state: 'refunding' })
  const [first] = host.details
  if (first) host.refused.push({ operation: REFUSED, attempt: first.attempt })
  expect((await attentionOf(host, AYSE, 'en')).kinds).toMatchObject([
    { kind: 'refused-refunds', count: 1 },
    { kind: 'returning', count: 1 },
  ])
})
