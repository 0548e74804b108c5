import { CraftgateError, type FraudCheck } from '@craftgate-commerce/core'
import { parse } from 'node-html-parser'
import { createPanel, type Panel, panelLink } from '../index'
import { AYSE, FACTS, MemoryHost, PANEL_URL } from '../testing/memory-host'

let host: MemoryHost
let panel: Panel
let cookie: string

const CHECK: FraudCheck = {
  id: 7,
  paymentId: 4711,
  conversationId: 'p1-1',
  action: 'REVIEW',
  status: 'WAITING',
  clientIp: '85.105.10.20',
  paidPrice: { minor: 124_990, currency: 'TRY' },
  rule: { id: 3, name: 'Yüksek tutar', conditions: 'paidPrice > 1000' },
}

beforeEach(() => {
  host = new MemoryHost()
  host.checks.push(CHECK)
  panel = createPanel(host)
  cookie = ''
})

const ask = (path: string, body?: Record<string, string>) =>
  panel.handle(
    new Request(path.startsWith('https:') ? path : `${PANEL_URL}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'accept-language': 'en', cookie, origin: 'https://shop.example.com' },
      ...(body && { body: new URLSearchParams(body) }),
    }),
  )
const page = async (path: string) => parse(await (await ask(path)).text())
const headingsOf = async (path: string) => (await page(path)).querySelectorAll('h2').map((each) => each.text)

async function enter(permissions = AYSE.permissions): Promise<void> {
  const answer = await ask(await panelLink(host, { ...AYSE, permissions }), {})
  cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

const APPROVE = '/fraud/reviews/p1/approve'
const REJECT = '/fraud/reviews/p1/reject'

describe('reviews', () => {
  beforeEach(() => {
    const order = { number: 'T-1001', url: 'https://shop.example.com/admin/1' }
    host.add('p1', { state: 'review' }, { order })
    host.add('p2')
  })

  test('what waits for a decision is listed with its order, and what was caught with its rule', async () => {
    await enter()
    const fraud = await page('/fraud')
    const [reviews, checks] = fraud.querySelectorAll('table')
    expect(reviews?.querySelectorAll('tbody tr')).toHaveLength(1)
    expect(reviews?.text).toContain('T-1001')
    expect(checks?.text).toContain('Yüksek tutar')
    expect(checks?.text).toContain('₺1,249.90')
  })

  test('more than 25 reviews and rules have pages, each list its own', async () => {
    for (let at = 3; at <= 28; at += 1) host.add(`p${at}`, { state: 'review' })
    await enter()
    const first = await page('/fraud')
    const [reviews, rules] = first.querySelectorAll('nav[aria-label="Pages"] a')
    const turned = async (link: typeof rules) =>
      (await page(`/fraud${new URL(link?.getAttribute('href') ?? '', PANEL_URL).search}`))
        .querySelectorAll('table')
        .map((table) => table.querySelectorAll('tbody tr').length)
    expect(await turned(reviews)).toEqual([2, 1, 25])
    expect(await turned(rules)).toEqual([25, 1, 1])
  })

  test('the page of a review says why it waits, and what each decision does', async () => {
    await enter()
    const { text } = await page('/fraud/reviews/p1')
    expect(text).toContain('paidPrice > 1000')
    expect(text).toContain('85.105.10.20')
    expect(text).toContain('the order is paid with ₺1,249.90')
    expect(text).toContain('₺1,249.90 goes back to the card, and the order is cancelled')
    expect((await page('/payments/p1')).querySelector('a.button')?.getAttribute('href')).toBe(
      '/craftgate/panel/fraud/reviews/p1',
    )
    expect((await page('/payments/p2')).querySelector('a.button')).toBeNull()
  })

  test.each([
    [APPROVE, 'approve', 'approved-review'],
    [REJECT, 'reject', 'rejected-review'],
  ])('%s decides it, and is written down', async (path, decision, action) => {
    await enter()
    const answer = await ask(path, {})
    expect(answer.headers.get('location')).toBe(`/craftgate/panel/fraud?done=${action}`)
    expect(host.decided).toEqual([{ reference: 'p1', decision }])
    expect(host.audited.at(-1)).toEqual({
      at: host.now,
      user: 'user-1',
      userName: AYSE.name,
      action,
      reference: 'p1',
    })
  })

  test('to approve one may capture, to reject one may refund', async () => {
    await enter(['read', 'settle', 'capture'])
    expect((await ask(REJECT, {})).status).toBe(403)
    expect((await ask(APPROVE, {})).status).toBe(303)
    await enter(['read', 'settle', 'refund'])
    expect((await ask(APPROVE, {})).status).toBe(403)
    expect((await page('/fraud/reviews/p1')).querySelectorAll('.alarm form')).toHaveLength(1)
    await enter(['read'])
    expect((await page('/fraud/reviews/p1')).querySelectorAll('main form')).toHaveLength(0)
  })

  test('why it cannot be decided is said beside the buttons', async () => {
    const merchantMessage = { tr: 'Bu ödeme o arada onaylandı.', en: 'It was approved meanwhile.' }
    host.refusal = new CraftgateError({
      ...{ kind: 'invalid-request', code: 'approved-already', retry: 'no' },
      ...{ message: merchantMessage.en, merchantMessage },
    })
    await enter()
    const answer = await ask(REJECT, {})
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain(merchantMessage.en)
  })

  test('a payment that does not wait has no buttons, and one whose rejection is under way neither', async () => {
    host.add('p3', { state: 'review', context: { rejected: 'fraud' } })
    await enter()
    for (const [reference, says] of [
      ['p2', 'waits for no decision any more'],
      ['p3', 'the money goes back'],
    ] as const) {
      const review = await page(`/fraud/reviews/${reference}`)
      expect(review.text).toContain(says)
      expect(review.querySelectorAll('main form')).toHaveLength(0)
    }
    expect((await ask('/fraud/reviews/nobody')).status).toBe(404)
  })
})

describe('lists', () => {
  const VALUE = {
    listName: '@blockedClientIps',
    type: 'IP',
    value: '85.105.10.20',
    hours: '2',
    once: 'form-1',
  }
  const LIST = '/fraud/lists/main/blockedClientIps'

  test('a value goes on a list once, and off it again; what it was is written down nowhere', async () => {
    await enter()
    const added = await ask('/fraud/lists', VALUE)
    expect(added.headers.get('location')).toBe(`/craftgate/panel${LIST}?done=listed-value`)
    await ask('/fraud/lists', VALUE)
    const list = await page(LIST)
    expect(list.querySelectorAll('tbody tr')).toHaveLength(1)
    expect(list.text).toContain('2 more hours')
    const id = list.querySelector('input[name=value]')?.getAttribute('value') ?? ''
    await ask(`${LIST}/remove`, { value: id })
    await ask(`${LIST}/remove`, { value: id })
    expect((await page(LIST)).text).toContain('There is no value on this list')
    expect(JSON.stringify([host.audited, host.logged])).not.toContain(VALUE.value)
  })

  test('the card of a payment goes on a list from its page, for the two hours that Craftgate keeps it', async () => {
    await enter()
    host.add('paid', {}, { facts: FACTS })
    const linkOf = async () =>
      (await page('/payments/paid'))
        .querySelectorAll('a')
        .find(({ text }) => text === 'Add the card to a list')
    const form = await page(
      (await linkOf())?.getAttribute('href')?.replace(/^.*\/craftgate\/panel/, '') ?? '',
    )
    const value = (name: string) =>
      form.querySelector(`#add-value ~ form [name=${name}]`)?.getAttribute('value')
    expect([value('listName'), value('paymentId')]).toEqual(['blockedCardNumbers', `${FACTS.paymentId}`])
    expect(form.querySelector('#type [selected]')?.getAttribute('value')).toBe('CARD')
    host.add('yesterday', { stateSince: new Date(host.clock().getTime() - 2 * 3_600_000) }, { facts: FACTS })
    expect((await page('/payments/yesterday')).text).not.toContain('Add the card to a list')
    await enter(['read', 'refund'])
    expect(await linkOf()).toBeUndefined()
  })

  test('a list is deleted with its values', async () => {
    await enter()
    await ask('/fraud/lists', VALUE)
    expect((await ask(`${LIST}/delete`, {})).status).toBe(303)
    expect((await ask(LIST)).status).toBe(404)
    expect(host.audited.map(({ action }) => action)).toEqual([
      'entered',
      'asked-for-value',
      'listed-value',
      'deleted-list',
    ])
  })

  test.each([
    [{ type: 'X' }, 'type'],
    [{ paymentId: '12x' }, 'payment number'],
    [{ hours: '0' }, 'whole number from 1'],
    [{ value: '' }, 'The value does not suit'],
  ])('%j is refused, and what was typed stays', async (over, says) => {
    await enter()
    const answer = await ask('/fraud/lists', { ...VALUE, ...over })
    expect(answer.status).toBe(422)
    const form = parse(await answer.text())
    expect(form.text).toContain(says)
    expect(form.querySelector('input[name=listName]')?.getAttribute('value')).toBe(VALUE.listName)
  })

  test('who may not configure the shop reads them', async () => {
    await enter()
    await ask('/fraud/lists', VALUE)
    await enter(['read', 'settle', 'capture', 'refund'])
    expect(await headingsOf('/fraud')).not.toContain('Add a value to a list')
    expect((await page(LIST)).querySelectorAll('main form')).toHaveLength(0)
    expect((await ask('/fraud/lists', VALUE)).status).toBe(403)
    expect((await ask(`${LIST}/delete`, {})).status).toBe(403)
  })

  test('the list of an account of another shop is not there', async () => {
    await enter()
    expect((await ask('/fraud/lists/other/blockedClientIps')).status).toBe(404)
    expect((await ask('/fraud/lists', { ...VALUE, merchant: 'other' })).status).toBe(422)
  })
})
