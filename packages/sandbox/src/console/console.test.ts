import { parse } from 'node-html-parser'
import type { ConsoleAction } from './console-action'
import type { ConsoleData } from './console-data'
import { consoleScript } from './console-script'
import { createConsole } from './create-console'
import type { ConsoleSources } from './create-console-data'

const at = '2026-03-01T09:00:00.000Z'

const quiet: ConsoleData = {
  url: 'http://127.0.0.1:4400',
  now: at,
  timeScale: 1,
  merchants: [
    {
      name: 'Deneme Mağazası',
      apiKey: 'api-1',
      secretKey: 'secret-1',
      callbackKey: 'callback-1',
      webhookKey: 'hook-1',
    },
  ],
  payments: [],
  checkouts: [],
  refunds: [],
  webhooks: [],
  ...{ members: [], wallets: [], payouts: [], transfers: [], reports: [], links: [], fraudChecks: [] },
  ...{ valueLists: [], poses: [], withdraws: [], remittances: [], walletRefunds: [] },
  ...{ payoutAccounts: [], paymentTokens: [] },
  requests: [],
  faultSettings: {
    dropCallbacks: false,
    duplicateCallbacks: false,
    dropWebhooks: false,
    duplicateWebhooks: false,
    reorderWebhooks: false,
    pauseWebhooks: false,
    faults: [],
  },
}

const payment = {
  id: 17,
  at,
  price: '1249.90',
  paidPrice: '1287.40',
  currency: 'TRY',
  installment: 3,
  status: 'SUCCESS',
  phase: 'AUTH',
  refundStatus: 'NO_REFUND',
  cardBrand: 'Bonus',
  lastFour: '0002',
  method: 'CARD',
  threeDS: true,
  source: 'CHECKOUT_FORM',
}

function service(data: Partial<ConsoleData> = {}, act?: ConsoleSources['act']) {
  const acted: ConsoleAction[] = []
  const sources: ConsoleSources = {
    data: () => ({ ...quiet, ...data }),
    act: act ?? ((action) => void acted.push(action)),
    exchange: () => undefined,
    webhook: () => undefined,
  }
  const app = createConsole(sources)
  const press = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
    app.request('http://127.0.0.1:4400/_console/act', {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers,
    })
  return { app, acted, press }
}

const page = async (data: Partial<ConsoleData> = {}) => {
  const response = await service(data).app.request('/')
  const text = await response.text()
  return { response, text, dom: parse(text) }
}

describe('the console page', () => {
  it('shows the keys and the address, each with a button that copies it', async () => {
    const { dom } = await page()
    const copies = dom.querySelectorAll('#keys [data-copy]').map((button) => button.getAttribute('data-copy'))
    expect(copies.slice(0, 5)).toEqual(['http://127.0.0.1:4400', 'api-1', 'secret-1', 'callback-1', 'hook-1'])
    expect(copies[5]).toContain("secretKey: 'secret-1'")
    expect(dom.querySelector('#keys')?.text).toContain('nowhere yet')
  })

  it('says what to do while nothing happened', async () => {
    const { dom } = await page()
    expect(dom.querySelector('#payments')?.text).toContain('No payment yet')
    expect(dom.querySelector('#requests')?.text).toContain('Nobody called the API yet')
  })

  it('shows a payment with what it cost, its card and its state', async () => {
    const { dom } = await page({ payments: [payment] })
    const row = dom.querySelector('#payments tbody tr')?.text ?? ''
    for (const words of ['17', '1249.90 TRY', '1287.40', 'SUCCESS', 'NO_REFUND', 'Bonus', '•••• 0002', 'yes'])
      expect(row).toContain(words)
  })

  it('shows every try of a webhook, when the next one is due, and sends it again', async () => {
    const deliveries = [
      { at, url: 'http://shop.test/hook', status: 500, ms: 12 },
      { at, url: 'http://shop.test/hook', error: 'ECONNREFUSED', ms: 3 },
    ]
    const webhook = {
      id: 'evt-1',
      at,
      eventType: 'CHECKOUTFORM_AUTH',
      status: 'SUCCESS',
      payloadId: 'tok-1',
      state: 'pending',
      dueAt: '2026-03-01T09:00:30.000Z',
      deliveries,
    }
    const { dom } = await page({ webhooks: [webhook] })
    const row = dom.querySelector('#webhooks tbody tr')
    expect(row?.querySelectorAll('.tries li').map((line) => line.text)).toEqual([
      expect.stringContaining('500'),
      expect.stringContaining('ECONNREFUSED'),
    ])
    expect(row?.text).toContain('next try in 30 s')
    expect(row?.querySelector('input[name=id]')?.getAttribute('value')).toBe('evt-1')
  })

  it('shows checkouts, refunds and requests', async () => {
    const { dom } = await page({
      checkouts: [
        {
          token: 'tok-1',
          at,
          expiresAt: at,
          price: '1.00',
          currency: 'TRY',
          state: 'open',
          pageUrl: 'http://127.0.0.1:4400/checkout/tok-1',
        },
      ],
      refunds: [
        { id: 5, at, paymentId: 17, amount: '3.00', currency: 'TRY', kind: 'CANCEL', status: 'WAITING' },
      ],
      requests: [
        { at, method: 'POST', path: '/payment/v1/refunds', status: 0, ms: 4, note: 'dropped after commit' },
      ],
    })
    expect(dom.querySelector('#checkouts a')?.getAttribute('href')).toBe(
      'http://127.0.0.1:4400/checkout/tok-1',
    )
    expect(dom.querySelector('#refunds tbody')?.text).toContain('CANCEL')
    expect(dom.querySelector('#requests tbody')?.text).toContain('dropped after commit')
  })

  it('shows members, wallets with their moves, payouts, transfers and reports', async () => {
    const { dom } = await page({
      members: [
        {
          id: 7,
          merchant: 'Çarşı',
          at,
          name: 'Bakır',
          externalId: 'b-1',
          kind: 'seller',
          destination: 'IBAN',
        },
      ],
      wallets: [
        {
          ...{
            id: 9,
            merchant: 'Çarşı',
            memberId: 7,
            balance: '27.00',
            withdrawable: '20.00',
            currency: 'TRY',
          },
          moves: [{ at, type: 'SETTLEMENT_EARNINGS', amount: '27.00' }],
        },
      ],
      payouts: [
        {
          ...{ id: 11, fileId: 10, at, apiKey: 'api-1', type: 'SETTLEMENT', fileStatus: 'UPLOADED' },
          ...{ payee: 'SUB_MERCHANT_MEMBER 7', amount: '42.00', currency: 'TRY' },
          ...{ destination: 'IBAN', bounceStatus: 'NOT_BOUNCED' },
        },
      ],
      transfers: [
        {
          id: 12,
          at,
          senderName: 'Ali',
          description: '7654',
          amount: '1.00',
          currency: 'TRY',
          state: 'seen',
        },
      ],
      reports: [{ id: 13, type: 'PAYMENT', from: at, to: at, state: 'being made' }],
    })
    const text = (id: string) => dom.querySelector(`#${id} tbody`)?.text
    expect(text('members')).toContain('seller')
    expect(text('wallets')).toMatch(/27\.00 TRY[\s\S]*20\.00[\s\S]*SETTLEMENT_EARNINGS/)
    expect(text('transfers')).toContain('7654')
    expect(text('reports')).toContain('being made')
    const fields = dom.querySelectorAll('#payouts form input').map((input) => input.getAttribute('value'))
    expect(fields).toEqual(['payout', 'approve', '10', 'api-1'])
  })

  it('marks what is switched on, and offers to turn it off', async () => {
    const { dom } = await page({
      faultSettings: {
        ...quiet.faultSettings,
        dropCallbacks: true,
        nextPayment: 'REVIEW',
        faults: ['next request: answer 500'],
      },
    })
    const pressed = dom.querySelectorAll('button[aria-pressed=true]').map((button) => button.text)
    expect(pressed).toEqual(['Lose callbacks', 'REVIEW'])
    expect(dom.querySelector('.waiting')?.text).toContain('answer 500')
  })

  it('lists handy test cards', async () => {
    const { dom } = await page()
    expect(dom.querySelector('#test-cards')?.text).toContain('testCards.notSufficientFunds')
  })

  it('shows the newest hundred and says how many there are', async () => {
    const payments = Array.from({ length: 130 }, (_, id) => ({ ...payment, id }))
    const { dom } = await page({ payments })
    expect(dom.querySelectorAll('#payments tbody tr')).toHaveLength(100)
    expect(dom.querySelector('#payments')?.text).toContain('The newest 100 of 130')
  })

  it('escapes what callers wrote, and links only to web addresses', async () => {
    const evil = '"><script>alert(1)</script>'
    const { text } = await page({
      payments: [{ ...payment, conversationId: evil }],
      requests: [{ at, method: 'GET', path: evil, status: 404, ms: 1 }],
      checkouts: [
        {
          token: evil,
          at,
          expiresAt: at,
          price: '1',
          currency: 'TRY',
          state: 'open',
          pageUrl: 'javascript:alert(1)',
        },
      ],
    })
    expect(text).not.toContain('<script>alert')
    expect(text).not.toContain('javascript:')
  })

  it('loads nothing from elsewhere and may not be framed', async () => {
    const { response, text, dom } = await page()
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
    for (const element of dom.querySelectorAll('script, style'))
      expect(element.getAttribute('nonce')).toBe(nonce)
    expect(text).not.toMatch(/\s(style|onclick)=/)
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  it('has no field that hides a property of its form from the script', async () => {
    const { dom } = await page()
    const names = dom.querySelectorAll('form [name]').map((field) => field.getAttribute('name'))
    expect(names.filter((name) => name === 'action' || name === 'method' || name === 'submit')).toEqual([])
  })

  it('carries a script that a browser can parse', () => {
    expect(() => new Function(consoleScript)).not.toThrow()
  })

  it('gives its data as JSON and its refreshing part as HTML', async () => {
    const { app } = service({ payments: [payment] })
    expect(await (await app.request('/_console/data')).json()).toMatchObject({ payments: [payment] })
    const view = await (await app.request('/_console/view')).text()
    expect(view).toContain('id="payments"')
    expect(view).not.toContain('<html')
  })
})

describe('the console buttons', () => {
  it.each([
    [
      { do: 'resend', id: 'evt-1' },
      { action: 'resend', id: 'evt-1' },
    ],
    [
      { do: 'advance', seconds: '30' },
      { action: 'advance', seconds: 30 },
    ],
    [
      { do: 'switch', name: 'dropCallbacks', on: 'true' },
      { action: 'switch', name: 'dropCallbacks', on: 'true' },
    ],
    [
      { do: 'next-payment', value: 'REVIEW' },
      { action: 'next-payment', value: 'REVIEW' },
    ],
    [
      { do: 'next-refund', value: 'WAITING' },
      { action: 'next-refund', value: 'WAITING' },
    ],
    [
      { do: 'end-refunds', value: 'FAILURE' },
      { action: 'end-refunds', value: 'FAILURE' },
    ],
    [
      { do: 'fault', value: 'drop-after' },
      { action: 'fault', value: 'drop-after' },
    ],
    [
      { do: 'payout', step: 'bounce', id: '11', apiKey: 'a' },
      { action: 'payout', step: 'bounce', id: 11, apiKey: 'a' },
    ],
    [{ do: 'honest' }, { action: 'honest' }],
  ])('do %j and lead back to the page', async (fields, action) => {
    const { acted, press } = service()
    const response = await press(fields as unknown as Record<string, string>)
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/')
    expect(acted).toEqual([action])
  })

  it.each([
    { do: 'format-disk' },
    { do: 'advance', seconds: '-1' },
    { do: 'switch', name: 'toString', on: 'true' },
    {},
  ])('refuse %j', async (fields) => {
    const { acted, press } = service()
    expect((await press(fields as unknown as Record<string, string>)).status).toBe(400)
    expect(acted).toEqual([])
  })

  it.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'http://evil.test' },
    { origin: 'http://127.0.0.1:9999' },
    { origin: 'null' },
  ])('refuse a page from elsewhere (%j)', async (headers) => {
    const { acted, press } = service()
    expect((await press({ do: 'honest' }, headers as unknown as Record<string, string>)).status).toBe(403)
    expect(acted).toEqual([])
  })

  it('take their own page, and tools that are no browser', async () => {
    const { acted, press } = service()
    await press({ do: 'honest' }, { origin: 'http://127.0.0.1:4400', 'sec-fetch-site': 'same-origin' })
    await press({ do: 'honest' })
    expect(acted).toHaveLength(2)
  })

  it('say why something could not be done', async () => {
    const { press } = service({}, () => {
      throw new Error('No such event')
    })
    const response = await press({ do: 'resend', id: 'x' })
    expect(response.status).toBe(409)
    expect(await response.text()).toContain('No such event')
  })
})
