// Captures, voids and refunds from the panel, of a shop in memory.
import { CraftgateError, money } from '@craftgate-commerce/core'
import { parse } from 'node-html-parser'
import { createPanel, type Panel, panelLink } from '../index'
import { AYSE, FACTS, MemoryHost, PANEL_URL } from '../testing/memory-host'

const ORIGIN = 'https://shop.example.com'
const ORDER = { number: '1001', url: `${ORIGIN}/app/orders/1` }

let host: MemoryHost
let panel: Panel
let cookie: string

beforeEach(async () => {
  host = new MemoryHost()
  panel = createPanel(host)
  cookie = ''
  await enter()
  host.add('p1', {}, { order: ORDER, facts: FACTS })
  host.add('held', { state: 'authorized' }, { order: ORDER, facts: { ...FACTS, phase: 'PRE_AUTH' } })
})

const send = (path: string, method: 'GET' | 'POST', body?: URLSearchParams) =>
  panel.handle(
    new Request(`${path.startsWith(ORIGIN) ? '' : PANEL_URL}${path}`, {
      method,
      body,
      headers: { 'accept-language': 'en', cookie, origin: ORIGIN },
    }),
  )

async function enter(user = AYSE): Promise<void> {
  const answer = await send(await panelLink(host, user), 'POST')
  cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

const pageOf = async (path: string) => parse(await (await send(path, 'GET')).text())

/** The button of a page, with what its form bears. */
async function formOf(path: string): Promise<URLSearchParams> {
  const page = await pageOf(path)
  const inputs = page.querySelectorAll('form[method=post] input[type=hidden]')
  const fields = inputs.map(({ attributes }) => [attributes.name ?? '', attributes.value ?? ''] as const)
  return new URLSearchParams(Object.fromEntries(fields))
}

test('the page of a payment leads to what can be done with it', async () => {
  const linksOf = async (path: string) =>
    (await pageOf(path)).querySelectorAll('section[aria-labelledby=money] a').map(({ text }) => text)
  expect(await linksOf('/payments/p1')).toEqual(['Refund'])
  expect(await linksOf('/payments/held')).toEqual(['Capture', 'Void'])
  host.add('no-order', {}, { facts: FACTS })
  expect(await linksOf('/payments/no-order')).toEqual([])
  await enter({ ...AYSE, permissions: ['read', 'refund'] })
  expect(await linksOf('/payments/held')).toEqual([])
})

test('a refund shows what the card gets before it is made', async () => {
  const page = await pageOf('/payments/p1/refund?amount=100')
  const told = page.querySelectorAll('dl > div').map((row) => row.text.trim())
  expect(told).toEqual([
    'Order1001 (opens in a new tab)',
    'Off the order₺100.00',
    'The card gets₺108.25',
    'Of it interest₺8.25',
  ])
  expect(page.querySelector('main form[method=post] button')?.text).toBe('Refund ₺100.00')
})

test('what was shown is refunded, and a second press does nothing new', async () => {
  const form = await formOf('/payments/p1/refund?amount=100')
  const [first, second] = await Promise.all([
    send('/payments/p1/refund', 'POST', form),
    send('/payments/p1/refund', 'POST', form),
  ])
  const leads = [first, second].map(({ headers }) => headers.get('location')?.split('=')[1])
  expect(leads.sort()).toEqual(['already', 'refunded'])
  expect(host.moved).toEqual(['refund p1 100.00'])
  expect(host.audited.filter(({ action }) => action === 'refunded')).toEqual([
    { at: host.now, user: 'user-1', userName: AYSE.name, action: 'refunded', reference: 'p1' },
  ])
})

test('a key is good for one deed, of one payment, of one user, for half an hour', async () => {
  const form = await formOf('/payments/p1/refund?amount=100')
  host.add('p2', {}, { order: ORDER, facts: FACTS })
  const already = async (path: string) =>
    expect((await send(path, 'POST', form)).headers.get('location')).toMatch(/done=already/)
  await already('/payments/p2/refund')
  await already('/payments/held/void')
  for (const secret of [form.get('once'), `once refund p1 ${form.get('once')}`])
    expect((await send(`/enter/${encodeURIComponent(String(secret))}`, 'POST')).status).toBe(403)
  host.now = new Date(host.now.getTime() + 30 * 60_000)
  await already('/payments/p1/refund')
  expect(host.moved).toEqual([])
})

test('another user’s key does nothing', async () => {
  const form = await formOf('/payments/p1/refund')
  await enter({ ...AYSE, id: 'user-2' })
  await send('/payments/p1/refund', 'POST', form)
  expect(host.moved).toEqual([])
})

test('a capture takes all that is held, or a part of it', async () => {
  const told = (await pageOf('/payments/held/capture?amount=1000')).querySelector('dl')?.text
  expect(told).toContain('The card is charged₺1,082.50')
  await send('/payments/held/capture', 'POST', await formOf('/payments/held/capture'))
  await send('/payments/held/capture', 'POST', await formOf('/payments/held/capture?amount=1.000,00'))
  await send('/payments/held/void', 'POST', await formOf('/payments/held/void'))
  expect(host.moved).toEqual(['capture held', 'capture held 1000.00', 'void held'])
})

test('a wrong amount is said beside its field, and there is no button', async () => {
  const answer = await send('/payments/p1/refund?amount=abc', 'GET')
  expect(answer.status).toBe(422)
  const page = parse(await answer.text())
  expect(page.querySelector('#amount-error')?.text).toMatch(/above zero/)
  expect(page.querySelector('form[method=post] button.danger')).toBeNull()
})

test('what cannot be refunded is said with the reason', async () => {
  const page = await pageOf('/payments/p1/refund?amount=5000')
  expect(page.querySelector('.notice')?.text).toBe('That much is not left')
  expect(page.querySelector('button.danger')).toBeNull()
})

test('a refusal of the shop stands on the page, and its button has a new key', async () => {
  host.moving = async () => ({
    state: 'refused',
    message: { tr: 'Olmaz', en: 'The order has an open change' },
  })
  const form = await formOf('/payments/p1/refund?amount=100')
  const answer = await send('/payments/p1/refund', 'POST', form)
  expect(answer.status).toBe(409)
  const page = parse(await answer.text())
  expect(page.querySelector('.notice.bad')?.text).toBe('It was not done. The order has an open change')
  expect(page.querySelector('[name=once]')?.getAttribute('value')).not.toBe(form.get('once'))
  expect(page.querySelector('[name=amount]:not(#amount)')?.getAttribute('value')).toBe('100.00')
})

test('a bank that is slow, and an end that nobody knows, are said', async () => {
  host.moving = async () => ({ state: 'pending' })
  const leads = async () =>
    (await send('/payments/p1/refund', 'POST', await formOf('/payments/p1/refund'))).headers.get('location')
  expect(await leads()).toMatch(/done=pending/)
  host.moving = () => Promise.reject(new TypeError('password=hunter2'))
  expect(await leads()).toMatch(/done=unclear/)
  expect(await (await send('/payments/p1?done=unclear', 'GET')).text()).toContain('before you try again')
})

test('who may not refund can neither see the page nor press its button', async () => {
  const form = await formOf('/payments/p1/refund')
  await enter({ ...AYSE, permissions: ['read', 'capture'] })
  expect((await send('/payments/p1/refund', 'GET')).status).toBe(403)
  expect((await send('/payments/p1/refund', 'POST', form)).status).toBe(403)
  expect((await send('/payments/p1/steal', 'GET')).status).toBe(404)
  expect((await send('/payments/nothing/capture', 'POST')).status).toBe(404)
  expect(host.moved).toEqual([])
})

test('where money moves in the platform’s own admin it does not move here', async () => {
  const form = await formOf('/payments/p1/refund')
  const there = { tr: 'Para orada', en: 'Money moves there' }
  host.moneyElsewhere = () => ({ text: there, title: there, url: 'https://admin.example.com' })
  expect((await pageOf('/payments/p1')).querySelector('section[aria-labelledby=money]')).toBeNull()
  expect((await send('/payments/p1/refund', 'GET')).status).toBe(403)
  expect((await send('/payments/p1/refund', 'POST', form)).status).toBe(403)
})

describe('what the card would get, where refunds are made in the platform’s own admin', () => {
  const there = { tr: 'İade orada', en: 'Refunds are made there.' }
  beforeEach(() => {
    host.moneyElsewhere = () => ({ text: there, title: there, url: 'https://admin.example.com' })
    host.add('paid', {}, { facts: FACTS })
  })
  const card = async (path: string) => (await pageOf(path)).querySelector('[aria-labelledby=refund-preview]')
  const told = async (path: string) =>
    (await card(path))?.querySelectorAll('dl > div').map((row) => row.text.trim())

  test('of all that is left, and of an amount that is typed', async () => {
    expect(await told('/payments/paid')).toEqual([
      'Off the order₺1,249.90',
      'The card gets₺1,353.02',
      'Of it interest₺103.12',
    ])
    expect(await told('/payments/paid?amount=100')).toEqual([
      'Off the order₺100.00',
      'The card gets₺108.25',
      'Of it interest₺8.25',
    ])
    expect((await card('/payments/paid'))?.text).toContain('Refunds are made there.')
    expect((await card('/payments/paid'))?.querySelector('form[method=post]')).toBeNull()
  })

  test('an amount that is none, or more than is left, is said', async () => {
    expect((await send('/payments/paid?amount=abc', 'GET')).status).toBe(422)
    const wrong = await card('/payments/paid?amount=abc')
    expect(wrong?.querySelector('#amount-error')?.text).toMatch(/above zero/)
    expect(wrong?.querySelector('dl')).toBeNull()
    expect((await card('/payments/paid?amount=9000'))?.text).toContain('That much is not left')
  })

  test('a page whose preview cannot be asked for says why, and stands', async () => {
    const away = new CraftgateError({
      ...{ kind: 'unavailable', code: 'timeout', message: 'No answer', retry: 'same-key' },
      merchantMessage: { tr: 'Yanıt yok', en: 'Craftgate does not answer' },
    })
    host.offers({ previewRefund: () => Promise.reject(away) })
    expect((await card('/payments/paid'))?.text).toContain('Craftgate does not answer')
  })

  test('points that paid are named', async () => {
    host.add('points', {}, { facts: { ...FACTS, pointsUsed: money(2_500, 'TRY') } })
    expect((await card('/payments/points'))?.text).toContain('₺25.00 of the payment was made with')
    expect((await card('/payments/paid'))?.text).not.toContain('points')
  })

  test('nothing of what is held, was not paid, or may not be refunded; nor where refunds are made here', async () => {
    host.add('unpaid', { state: 'open', paymentIds: [] })
    for (const path of ['/payments/held', '/payments/unpaid']) expect(await card(path)).toBeNull()
    await enter({ ...AYSE, permissions: ['read', 'capture'] })
    expect(await card('/payments/paid')).toBeNull()
    await enter()
    host.moneyElsewhere = undefined
    expect(await card('/payments/p1')).toBeNull()
  })
})

test('the timeline has the payments that were declined, with the bank’s group and what to do', async () => {
  const at = new Date('2026-11-24T10:58:00Z')
  const declined = [
    {
      at,
      facts: FACTS,
      error: { code: '10051', group: 'NOT_SUFFICIENT_FUNDS' },
      advice: { tr: 'Limit yetersiz.', en: 'The card has no limit left.' },
    },
  ]
  const events = [{ at: new Date('2026-11-24T11:00:00Z'), state: 'captured' as const }]
  host.add('p3', {}, { order: ORDER, facts: FACTS, declined, events })
  const entries = (await pageOf('/payments/p3')).querySelectorAll('.timeline span').map(({ text }) => text)
  expect(entries).toEqual([
    'Declined: ₺1,353.02, Garanti •••• 0002. The card has no limit left. NOT_SUFFICIENT_FUNDS',
    'Paid',
  ])
})

describe('what the bank keeps and pays', () => {
  const rows = async (path: string) =>
    Object.fromEntries(
      (await pageOf(path))
        .querySelectorAll('section[aria-labelledby=facts] .facts > div')
        .map((row) => [row.querySelector('dt')?.text, row.querySelector('dd')?.text]),
    )
  const bank = {
    bankCommission: { amount: { minor: 6_427, currency: 'TRY' as const }, rate: '4.75' },
    blockageResolvedAt: new Date('2026-12-24T22:30:00Z'),
  }

  test('is told with its rate and its day on the clock of the shop', async () => {
    host.add('known', {}, { order: ORDER, facts: { ...FACTS, ...bank } })
    const en = await rows('/payments/known')
    expect(en).toMatchObject({
      'Bank commission': '₺64.27 (4.75%)',
      'The bank pays': '₺1,288.75',
      'Paid out by the bank on': '25 Dec 2026',
    })
    expect(await rows('/payments/known?lang=tr')).toMatchObject({
      'Banka komisyonu': '64,27 TL (%4,75)',
      'Bankanın ödeyeceği': '1.288,75 TL',
    })
    host.timeZone = 'Europe/London'
    expect((await rows('/payments/known'))['Paid out by the bank on']).toBe('24 Dec 2026')
  })

  test('is not told as nothing where it is not known, nor of what was not captured', async () => {
    host.add('dark', {}, { order: ORDER, facts: FACTS })
    host.add('before', {}, { order: ORDER, facts: { ...FACTS, ...bank, phase: 'PRE_AUTH' } })
    const dark = await rows('/payments/dark')
    expect([dark['Bank commission'], dark['The bank pays']]).toEqual(['Craftgate did not tell it', undefined])
    expect(await rows('/payments/before')).not.toHaveProperty('Bank commission')
  })

  test('is told as before refunds once something went back', async () => {
    const named = { key: 'r', kind: 'refund', account: 'main', paymentId: 4711, version: 1 } as const
    const times = { createdAt: host.now, updatedAt: host.now }
    const amount = { minor: 10_000, currency: 'TRY' } as const
    const refund = { ...named, amount, state: 'done', steps: [], ...times } as const
    host.add('back', {}, { order: ORDER, facts: { ...FACTS, ...bank }, operations: [refund] })
    const text = (await pageOf('/payments/back')).querySelector('section[aria-labelledby=facts]')?.text
    expect(text).toContain('What the bank pays is before refunds')
  })
})

test('operations say what the order and what the card got', async () => {
  const amount = { minor: 10_000, currency: 'TRY' } as const
  const step = {
    key: 'k',
    paymentId: 4711,
    price: amount,
    amount: { minor: 10_825, currency: 'TRY' } as const,
  }
  const steps = [{ ...step, state: 'done' as const }]
  const times = { createdAt: host.now, updatedAt: host.now }
  const named = { key: 'r', kind: 'refund', account: 'main', paymentId: 4711, version: 1 } as const
  const operation = { ...named, amount, state: 'done', steps, ...times } as const
  host.add('p4', {}, { order: ORDER, facts: FACTS, operations: [operation] })
  const cells = (await pageOf('/payments/p4'))
    .querySelectorAll('section[aria-labelledby=operations] tbody td')
    .map(({ text }) => text)
  expect(cells.slice(0, 2)).toEqual(['₺100.00', '₺108.25'])
})

test('while Craftgate cannot be asked nothing is done, and the page says why', async () => {
  host.add('p6', {}, { order: ORDER, facts: { unavailable: { tr: 'yok', en: 'Craftgate is away' } } })
  const answer = await send('/payments/p6/refund', 'GET')
  expect(answer.status).toBe(502)
  expect(await answer.text()).toContain('Craftgate is away')
})

describe('a refund by item', () => {
  type Gone = readonly [transactionId: number, minor: number]
  const price = (minor: number) => money(minor, 'TRY')
  const line = (id: number, externalId: string, minor: number) => ({
    ...{ id, externalId, price: price(minor), paidPrice: price(minor) },
  })
  const refunded = (steps: readonly Gone[]) => {
    const times = { createdAt: host.now, updatedAt: host.now }
    const named = { key: 'r', kind: 'refund', account: 'main', paymentId: 4711, version: 1 } as const
    return steps.map(([transactionId, minor]) => {
      const step = { key: 'k', paymentId: 4711, transactionId, price: price(minor), amount: price(minor) }
      return {
        ...{ ...named, ...times, amount: price(minor), state: 'done' as const },
        steps: [{ ...step, state: 'done' as const }],
      }
    })
  }
  const open = (...steps: readonly Gone[]) => {
    const transactions = [line(1, 'line-1', 10_000), line(2, 'line-2', 5_000), line(3, 'shipping-1', 2_990)]
    const facts = { ...FACTS, price: price(17_990), paidPrice: price(17_990), transactions, buyerMember: 7 }
    host.add('p5', {}, { order: ORDER, facts, operations: refunded(steps) })
    host.sold.push(
      { externalId: 'line-1', name: 'Kahve', quantity: 3 },
      { externalId: 'line-2', name: 'Fincan', quantity: 1 },
      { externalId: 'shipping-1', name: 'Kargo', quantity: 1 },
    )
  }
  const rowsOf = async (path = '/payments/p5/refund') =>
    (await pageOf(path))
      .querySelectorAll('section[aria-labelledby=by-item] tbody tr')
      .map((row) => row.childNodes.map(({ text }) => text.trim()).filter(Boolean))

  test('its page has what was bought, with what is left of each', async () => {
    open([1, 3_333], [2, 5_000])
    expect(await rowsOf()).toEqual([
      ['Kahve', '₺100.00', '₺66.67 (2 pieces)'],
      ['Fincan', '₺50.00', 'All of it went back', '–'],
      ['Kargo', '₺29.90', '₺29.90'],
    ])
  })

  test('all that is left of a seller is chosen by one link, and of nobody else', async () => {
    open([1, 3_333], [2, 5_000])
    const sold = host.details.find(({ reference }) => reference === 'p5')
    const of = (memberId: number) => ({ memberId, amount: price(1_000) })
    const sellers = [of(21), of(22), undefined]
    if (sold?.facts === undefined || 'unavailable' in sold.facts) throw new Error('It is not paid')
    const transactions = sold.facts.transactions.map((each, index) => ({ ...each, seller: sellers[index] }))
    host.details.splice(host.details.indexOf(sold), 1, { ...sold, facts: { ...sold.facts, transactions } })
    const links = (await pageOf('/payments/p5/refund')).querySelectorAll('[aria-labelledby=by-item] li a')
    expect(links.map(({ text }) => text)).toEqual(['All that is left of seller 21'])
    const path = `/payments/p5/refund${links[0]?.getAttribute('href')}`
    await send('/payments/p5/refund', 'POST', await formOf(path))
    expect(host.moved).toEqual(['refund p5 66.67 line-1:2'])
  })

  test('a link to all that is left of some items chooses it, and says when nothing is', async () => {
    open([1, 3_333], [2, 5_000])
    const path = '/payments/p5/refund?pieces-line-1=all&pieces-line-2=all'
    const field = (await pageOf(path)).querySelector('input[name=pieces-line-1]')
    expect(field?.getAttribute('value')).toBe('2')
    await send('/payments/p5/refund', 'POST', await formOf(path))
    expect(host.moved).toEqual(['refund p5 66.67 line-1:2'])
    const answer = await send('/payments/p5/refund?pieces-line-2=all', 'GET')
    expect(answer.status).toBe(422)
    const page = parse(await answer.text())
    expect(page.querySelector('#pieces-error')?.text).toMatch(/nothing is left/)
    expect(page.querySelector('button.danger')).toBeNull()
  })

  test('pieces and shipping are shown, and refunded as they were shown', async () => {
    open()
    const path = '/payments/p5/refund?pieces-line-1=1&pieces-line-2=0&pieces-shipping-1=1'
    const told = (await pageOf(path)).querySelectorAll('dl > div').map((row) => row.text.trim())
    expect(told.slice(1, 4)).toEqual(['1 × Kahve₺33.33', '1 × Kargo₺29.90', 'Off the order₺63.23'])
    const answer = await send('/payments/p5/refund', 'POST', await formOf(path))
    expect(answer.headers.get('location')).toMatch(/done=refunded/)
    expect(host.moved).toEqual(['refund p5 63.23 line-1:1 shipping-1:1'])
  })

  test.each([
    ['the last pieces come to the price', [[1, 3_333]], 'pieces-line-1=2', '66.67 line-1:2'],
    [
      'a piece that part of went back of gives its rest first',
      [[1, 8_000]],
      'pieces-line-1=1',
      '20.00 line-1:1',
    ],
    ['begun pieces count', [[1, 5_000]], 'pieces-line-1=1', '16.67 line-1:1'],
  ] as const)('%s', async (_, steps, query, moved) => {
    open(...steps)
    await send('/payments/p5/refund', 'POST', await formOf(`/payments/p5/refund?${query}`))
    expect(host.moved).toEqual([`refund p5 ${moved}`])
  })

  test.each(['pieces-line-1=4', 'pieces-line-1=x', 'pieces-line-2=1', 'pieces-line-1=-1'])(
    'what is not left is said beside the table: %s',
    async (query) => {
      open([2, 5_000])
      const answer = await send(`/payments/p5/refund?${query}`, 'GET')
      expect(answer.status).toBe(422)
      const page = parse(await answer.text())
      expect(page.querySelector('#pieces-error')?.text).toMatch(/not more than are left/)
      expect(page.querySelector('button.danger')).toBeNull()
    },
  )

  test('what was refunded since the page was shown is not refunded again', async () => {
    open()
    const form = await formOf('/payments/p5/refund?pieces-line-1=2')
    host.details.pop()
    open([1, 5_000])
    const answer = await send('/payments/p5/refund', 'POST', form)
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('went back after the page was opened')
    expect(host.moved).toEqual([])
  })

  test('into the wallet of the member who paid, and of nobody else', async () => {
    open()
    const page = await pageOf('/payments/p5/refund?pieces-line-2=1&to=wallet')
    expect(page.querySelector('dl')?.text).toContain('The member’s wallet gets')
    expect(page.querySelector('section[aria-labelledby=what]')?.text).toContain('instead of to the card')
    await send('/payments/p5/refund', 'POST', await formOf('/payments/p5/refund?amount=10&to=wallet'))
    expect(host.moved).toEqual(['refund p5 10.00 wallet'])
    expect((await pageOf('/payments/p1/refund')).querySelector('option[value=wallet]')).toBeNull()
    await send('/payments/p1/refund', 'POST', await formOf('/payments/p1/refund?amount=10&to=wallet'))
    expect(host.moved.at(-1)).toBe('refund p1 10.00')
  })
})

describe('a refund that the merchant gave outside Craftgate', () => {
  const path = '/payments/p1/refund'
  const asked = `${path}?amount=100&to=outside`

  test('says what he gave, asks how, and is marked', async () => {
    const page = await pageOf(asked)
    expect(page.querySelector('dl')?.text).toContain('You gave the customer')
    expect(page.querySelector('button.danger')?.text).toBe('Mark ₺100.00 as refunded')
    const form = await formOf(asked)
    form.set('reason', ' Cash at the till ')
    const answer = await send(path, 'POST', form)
    expect(answer.headers.get('location')).toContain('done=marked-refunded')
    expect(host.moved).toEqual(['refund p1 100.00 outside Cash at the till'])
    expect(host.audited.at(-1)).toMatchObject({ action: 'marked-refunded', reference: 'p1' })
    expect((await pageOf(`${path.slice(0, -7)}?done=marked-refunded`)).text).toContain('Marked as refunded.')
  })

  test('is not marked without saying how', async () => {
    const form = await formOf(asked)
    form.set('reason', '  ')
    const answer = await send(path, 'POST', form)
    expect(answer.status).toBe(409)
    const page = parse(await answer.text())
    expect(page.querySelector('#reason-error')?.text).toBe('Write how you gave it back.')
    expect(page.querySelector('#reason')?.getAttribute('aria-invalid')).toBe('true')
    expect([host.moved, host.audited.some(({ action }) => action === 'marked-refunded')]).toEqual([[], false])
  })

  test('is the only one of money that never passed Craftgate', async () => {
    host.add('cash', {}, { order: ORDER, facts: { ...FACTS, method: 'CASH_ON_DELIVERY' } })
    const page = await pageOf('/payments/cash/refund?amount=10')
    expect(page.querySelectorAll('#to-amount option').map(({ attributes }) => attributes.value)).toEqual([
      'outside',
    ])
    expect((await formOf('/payments/cash/refund?amount=10')).get('to')).toBe('outside')
  })
})

describe('refunds that the shop did not make', () => {
  const shown = async () => (await pageOf('/payments/p1')).querySelector('section[aria-labelledby=elsewhere]')

  test('stand on the page of the payment', async () => {
    expect(await shown()).toBeNull()
    const at = new Date('2026-03-01T09:00:00Z')
    const asked: unknown[] = []
    host.offers({
      refundsElsewhere: async (payment) => {
        asked.push(payment)
        return [{ at, state: 'waiting', amount: money(10_000, 'TRY') }]
      },
    })
    expect((await shown())?.text).toMatch(/₺100\.00\s*At the bank/)
    expect(asked).toEqual([{ account: host.details[0]?.attempt.account, paymentId: FACTS.paymentId }])
  })

  test('are not said to be none while Craftgate cannot be asked', async () => {
    const refusal = new CraftgateError({
      ...{ kind: 'unavailable', code: 'timeout', message: 'No answer', retry: 'same-key' },
      merchantMessage: { tr: 'Yanıt yok', en: 'Craftgate does not answer' },
    })
    host.offers({ refundsElsewhere: () => Promise.reject(refusal) })
    expect((await shown())?.text).toContain('Craftgate does not answer')
  })
})
