import { CraftgateError } from '@craftgate-commerce/core'
import { parse } from 'node-html-parser'
import { createPanel, type Panel, panelLink } from './index'
import { AYSE, MemoryHost, PANEL_URL } from './testing/memory-host'
import { memorySettlement } from './testing/memory-settlement'

const BANK_HEADS = 'Charged to cards,Bank commission,Net expected,Paid out on'

let host: MemoryHost
let panel: Panel
let cookie: string

beforeEach(() => {
  host = new MemoryHost()
  panel = createPanel(host)
  cookie = ''
})

interface Sent {
  readonly method?: string
  readonly origin?: string
  readonly headers?: Readonly<Record<string, string>>
}

const ask = (path: string, { method = 'GET', origin, headers = {} }: Sent = {}) =>
  panel.handle(
    new Request(path.startsWith('https:') ? path : `${PANEL_URL}${path}`, {
      method,
      headers: { 'accept-language': 'en', cookie, ...(origin && { origin }), ...headers },
    }),
  )

const post = (path: string) => ask(path, { method: 'POST', origin: 'https://shop.example.com' })

const textOf = async (path: string) => (await ask(path)).text()

/** Follows a link of the admin's, as a browser does. */
async function enter(user = AYSE, path?: string): Promise<Response> {
  const answer = await post(await panelLink(host, user, path))
  cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  return answer
}

describe('coming in', () => {
  test('nobody sees a page without a link of the admin’s', async () => {
    for (const path of ['/', '/attention', '/payments/p1', '/payments.csv']) {
      const answer = await ask(path)
      expect([path, answer.status]).toEqual([path, 403])
      expect(await answer.text()).toContain('Open these pages by the Craftgate link')
    }
  })

  test('a link shows a button, and the button lets in, once', async () => {
    const link = await panelLink(host, AYSE, '/payments/p1')
    const page = await ask(link)
    expect(page.status).toBe(200)
    const action =
      parse(await page.text())
        .querySelector('main form')
        ?.getAttribute('action') ?? ''
    const entered = await post(`https://shop.example.com${action}`)
    expect(entered.headers.get('location')).toBe('/craftgate/panel/payments/p1')
    expect(entered.headers.get('set-cookie')).toMatch(
      /craftgate_panel=.*; Path=\/craftgate\/panel; HttpOnly; Secure; SameSite=Strict/,
    )
    expect((await post(link)).status).toBe(403)
    expect(host.audited).toEqual([{ at: host.now, user: 'user-1', userName: AYSE.name, action: 'entered' }])
  })

  test('a link ends after a minute, and a login after two hours', async () => {
    const link = await panelLink(host, AYSE)
    host.now = new Date(host.now.getTime() + 60_000)
    expect((await post(link)).status).toBe(403)
    await enter()
    expect((await ask('/')).status).toBe(200)
    host.now = new Date(host.now.getTime() + 2 * 3_600_000)
    expect((await ask('/')).status).toBe(403)
  })

  test('who lost a permission has it no longer, and who is gone is out', async () => {
    await enter()
    host.add('p1')
    host.permissionsNow.set(AYSE.id, ['read'])
    expect((await post('/payments/p1/ask')).status).toBe(403)
    host.permissionsNow.set(AYSE.id, [])
    expect((await ask('/')).status).toBe(403)
  })

  test('the secret of a link is not what is stored', async () => {
    const saved: string[] = []
    const links = { ...host.login.links, save: async (hash: string) => void saved.push(hash) }
    const login = { ...host.login, links }
    const link = await panelLink({ login, url: PANEL_URL, clock: host.clock }, AYSE)
    expect(saved).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)])
    expect(link).not.toContain(saved[0])
  })

  test('a login that somebody else signed, or that was changed, is none', async () => {
    await enter({ ...AYSE, permissions: ['read'] })
    const [name, value = ''] = cookie.split('=')
    const forged = Buffer.from(JSON.stringify({ ...AYSE, endsAt: Date.now() * 2 })).toString('base64url')
    cookie = `${name}=${forged}${value.slice(value.indexOf('.'))}`
    expect((await ask('/')).status).toBe(403)
  })

  test('a new secret signs, and what the older one signed is still believed', async () => {
    await enter()
    host.secrets.unshift('a newer secret of the panel, of more than 32')
    expect((await ask('/')).status).toBe(200)
    host.secrets.pop()
    expect((await ask('/')).status).toBe(403)
  })

  test('the page that a link opens is one of the panel', async () => {
    for (const to of ['//evil.example', 'https://evil.example', '/\\evil.example', 'x']) {
      const link = `${await panelLink(host, AYSE)}?${new URLSearchParams({ to })}`
      expect((await post(link)).headers.get('location')).toBe('/craftgate/panel')
    }
  })

  test('who leaves is out', async () => {
    await enter()
    expect((await post('/leave')).headers.get('set-cookie')).toMatch(/craftgate_panel=;.*Max-Age=0/)
  })

  test('who may not read sees nothing', async () => {
    await enter({ ...AYSE, permissions: ['refund'] })
    expect((await ask('/')).status).toBe(403)
  })
})

describe('what another site may do', () => {
  beforeEach(() => enter())

  test('no other origin posts, and a post without one is refused', async () => {
    host.add('p1')
    for (const origin of ['https://evil.example', undefined, 'null'])
      expect((await ask('/payments/p1/ask', { method: 'POST', origin })).status).toBe(403)
    expect(host.audited).toHaveLength(1)
  })

  test('no page is framed, kept, or runs a script', async () => {
    const { headers } = await ask('/')
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
    expect(headers.get('content-security-policy')).not.toMatch(/script-src|unsafe/)
    expect(headers.get('cache-control')).toBe('no-store')
  })
})

describe('payments', () => {
  beforeEach(async () => {
    await enter()
    host.add('p1', {}, { order: { number: '1001', url: 'https://shop.example.com/app/orders/1' } })
    host.add('p2', { state: 'open', paymentIds: [] })
  })

  test('the list opens on everything, with the order’s number and a link to it', async () => {
    const page = parse(await textOf('/'))
    const rows = page
      .querySelectorAll('tbody tr')
      .map((row) => row.querySelectorAll('td').map((cell) => cell.text))
    expect(rows).toEqual([
      ['1001 (opens in a new tab)', '₺1,249.90', 'Paid', '4711'],
      ['No order', '₺1,249.90', 'On the payment page', '–'],
    ])
    expect(page.querySelector('tbody a[target=_blank]')?.getAttribute('href')).toBe(
      'https://shop.example.com/app/orders/1',
    )
  })

  test('the number of an order finds its payment, and a filter its kind', async () => {
    const found = parse(await textOf('/?q=1001'))
    expect(found.querySelectorAll('tbody tr')).toHaveLength(1)
    expect(parse(await textOf('/?state=open')).querySelectorAll('tbody tr')).toHaveLength(1)
    expect(await textOf('/?q=nothing')).toContain('No payment matches.')
    expect(parse(await textOf('/?state=nonsense&page=-3')).querySelectorAll('tbody tr')).toHaveLength(2)
  })

  test('a captured, voided or refunded payment is what it is by now, in the list, its filters and its file', async () => {
    const authorized = { phase: 'PRE_AUTH', state: 'authorized' } as const
    host.add('promised', authorized)
    host.add('taken', { ...authorized, standing: 'captured-in-part' })
    host.add('gone', { ...authorized, standing: 'voided' })
    host.add('back', { standing: 'given-back-in-part' })
    const listed = async (filter: string) => {
      const lines = (await (await ask(`/payments.csv?state=${filter}`)).text()).trim().split('\r\n').slice(1)
      const states = lines.map((line) => line.split(',')).map((cells) => [cells[6], cells[4]])
      const page = parse(await textOf(`/?state=${filter}`))
      expect(page.querySelectorAll('tbody .badge').map(({ text }) => text)).toEqual(
        states.map(([, state]) => state),
      )
      return states
    }
    expect(await listed('authorized')).toEqual([['promised', 'Authorized']])
    expect(await listed('paid')).toEqual([
      ['p1', 'Paid'],
      ['taken', 'Paid in part'],
    ])
    expect(await listed('voided')).toEqual([['gone', 'Authorization voided']])
    expect(await listed('refunded')).toEqual([['back', 'Refunded in part']])
  })

  test('a list goes on by pages that keep what was looked for', async () => {
    for (let at = 0; at < 60; at += 1) host.add(`more-${at}`)
    const second = parse(await textOf('/?state=paid&page=2'))
    expect(second.querySelectorAll('tbody tr')).toHaveLength(25)
    const links = second.querySelectorAll('nav a').map((link) => link.getAttribute('href'))
    expect(links).toEqual(
      expect.arrayContaining(['/craftgate/panel?state=paid', '/craftgate/panel?state=paid&page=3']),
    )
  })

  test('CSV has what is filtered, and a cell that looks like a formula is text', async () => {
    host.add('=HYPERLINK("x")', {}, { order: { number: '+1', url: 'https://shop.example.com' } })
    const answer = await ask('/payments.csv?state=paid')
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const lines = (await answer.text()).trim().split('\r\n')
    expect(lines).toEqual([
      `Time,Order,Amount,Currency,State,Craftgate no.,Reference,${BANK_HEADS}`,
      '2026-11-24T14:00:00+03:00,1001,1249.90,TRY,Paid,4711,p1,,,,',
      `2026-11-24T14:00:00+03:00,'+1,1249.90,TRY,Paid,4711,"'=HYPERLINK(""x"")",,,,`,
    ])
  })

  test('CSV tells what the bank keeps of each payment and when it pays; nothing is empty, and not 0', async () => {
    host.add('p2', { paymentIds: [4712] })
    const sale = { kind: 'sale', reference: 'p1', at: new Date(), currency: 'TRY', charged: 129_677 } as const
    const ofPayments = async (ids: readonly number[]) => [
      {
        ...sale,
        paymentId: ids[0],
        bankCommission: 6_160,
        blockageResolvedAt: new Date('2026-12-24T11:00:00Z'),
      },
      { ...sale, paymentId: ids[1] },
    ]
    host.settlement = async () => memorySettlement({ ofPayments })
    const lines = (await (await ask('/payments.csv?state=paid')).text()).trim().split('\r\n')
    expect(lines.slice(1).map((line) => line.split(',').slice(-5))).toEqual([
      ['p1', '1296.77', '61.60', '1235.17', '2026-12-24T14:00:00+03:00'],
      ['p2', '1296.77', '', '', ''],
    ])
  })

  test('a payment that is not there, or is another shop’s, is not found', async () => {
    expect((await ask('/payments/nothing')).status).toBe(404)
    expect((await post('/payments/nothing/ask')).status).toBe(404)
    expect((await ask('/nowhere')).status).toBe(404)
  })

  test('why money went back is told in the language of the page', async () => {
    const note = 'Payment 4711 of 1249.90 TRY came for an order that cannot take it any more'
    host.add('p9', { state: 'refunding' }, { events: [{ at: host.now, state: 'refunding', note }] })
    expect(await (await ask('/payments/p9')).text()).toContain(note)
    const turkish = await (await ask('/payments/p9?lang=tr')).text()
    expect(turkish).toContain(
      '1.249,90 TL tutarındaki 4711 numaralı ödeme, onu artık alamayan bir siparişe geldi',
    )
    expect(turkish).not.toContain('came for')
  })

  test('the page of a payment that is not paid has its link to be sent again', async () => {
    host.add(
      'p3',
      { state: 'open', paymentIds: [] },
      { payLink: 'https://shop.example.com/craftgate/pay/p3?sig=x' },
    )
    const page = parse(await textOf('/payments/p3'))
    expect(page.querySelector('input[readonly]')?.getAttribute('value')).toContain('/craftgate/pay/p3')
    const [whatsApp, mail] = page.querySelectorAll('main a[href^="https://wa.me/"], main a[href^="mailto:"]')
    for (const link of [whatsApp, mail])
      expect(decodeURIComponent(link?.getAttribute('href') ?? '')).toContain('/craftgate/pay/p3?sig=x')
    expect(page.querySelector('figure.qr svg')).toBeTruthy()
  })

  test('the timeline says in words of the page what happened, and why money went back', async () => {
    const at = new Date('2026-11-24T11:00:00Z')
    const events = [
      { at, state: 'captured', note: 'Payment 1 captured' },
      { at, state: 'refunding', note: 'No order can take it' },
    ] as const
    host.add('p5', { state: 'refunding' }, { events })
    const entries = parse(await textOf('/payments/p5')).querySelectorAll('.timeline span')
    expect(entries.map(({ text }) => text)).toEqual(['Paid', 'Money on its way back: No order can take it'])
  })

  test('asking again is written down, done, and said', async () => {
    const answer = await post('/payments/p1/ask')
    expect(answer.headers.get('location')).toBe('/craftgate/panel/payments/p1?done=asked-again')
    expect(host.audited.at(-1)).toMatchObject({
      user: 'user-1',
      userName: AYSE.name,
      action: 'asked-again',
      reference: 'p1',
    })
    expect(await textOf('/payments/p1?done=asked-again')).toContain('Craftgate was asked.')
  })

  test('what could not be done is said without the words of the error', async () => {
    host.refusal = new CraftgateError({
      kind: 'unavailable',
      code: 'network',
      message: 'connect 10.0.0.7 refused',
      retry: 'same-key',
      merchantMessage: { tr: 'yok', en: 'away' },
    })
    const { headers } = await post('/payments/p1/ask')
    expect(headers.get('location')).toContain('done=failed')
    expect(await textOf(headers.get('location')?.replace('/craftgate/panel', '') ?? '')).not.toContain(
      '10.0.0.7',
    )
    expect(JSON.stringify(host.logged)).toContain('network')
  })

  test('a loan is approved by who may capture, and by nobody else', async () => {
    await enter({ ...AYSE, permissions: ['read'] })
    expect((await post('/payments/p1/approve-loan')).status).toBe(403)
    await enter()
    const { headers } = await post('/payments/p1/approve-loan')
    expect(headers.get('location')).toContain('done=approved-loan')
  })

  test('names and notes cannot become part of the page', async () => {
    host.add('p4', {}, { order: { number: '<script>x</script>', url: 'https://shop.example.com' } })
    expect(await textOf('/payments/p4')).not.toContain('<script>')
  })
})

describe('payment links', () => {
  beforeEach(() => enter())

  const LINK = {
    name: 'Kahve atölyesi',
    price: '1.250,50',
    currency: 'TRY',
    installments: '3',
    once: 'form-1',
  }
  const make = (fields: Readonly<Record<string, string>>) =>
    panel.handle(
      new Request(`${PANEL_URL}/links`, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { 'accept-language': 'en', cookie, origin: 'https://shop.example.com' },
      }),
    )

  test('a link is made of a form, and its page has it as address, QR code and message', async () => {
    const made = await make(LINK)
    expect(made.headers.get('location')).toBe('/craftgate/panel/links/main/1?done=made-link')
    const page = parse(await textOf('/links/main/1'))
    expect(page.querySelector('#address')?.getAttribute('value')).toBe('https://craftgate.example/l/1')
    expect(page.querySelector('figure svg')).not.toBeNull()
    const hrefs = page.querySelectorAll('section a').map((link) => link.getAttribute('href'))
    expect(hrefs).toEqual([
      expect.stringContaining('https://wa.me/?text=Kahve+at'),
      expect.stringContaining('mailto:?subject=Kahve%20at'),
    ])
    expect(parse(await textOf('/links')).querySelector('tbody tr')?.text).toContain('₺1,250.50')
    expect(host.audited.at(-1)).toMatchObject({ action: 'made-link', reference: '1' })
  })

  test('a form that is sent twice makes one link', async () => {
    await make(LINK)
    await make(LINK)
    expect(parse(await textOf('/links')).querySelectorAll('tbody tr')).toHaveLength(1)
  })

  test('what is wrong is said beside its field, and nothing that was typed is lost', async () => {
    const answer = await make({
      ...LINK,
      name: '',
      price: '0',
      stock: '1.5',
      until: '2030-01-01',
      installments: '13',
    })
    expect(answer.status).toBe(422)
    const page = parse(await answer.text())
    const wrong = page.querySelectorAll('[aria-invalid]').map(({ id }) => id)
    expect(wrong).toEqual(['name', 'price', 'installments', 'stock', 'until'])
    expect(page.querySelector('#until')?.getAttribute('value')).toBe('2030-01-01')
    expect(page.querySelector('[name=once]')?.getAttribute('value')).toBe('form-1')
  })

  test('another account, and one that the user does not work with, is none', async () => {
    expect((await make({ ...LINK, merchant: 'other' })).status).toBe(422)
    await make(LINK)
    expect((await ask('/links/other/1')).status).toBe(404)
    expect((await ask('/links/main/99')).status).toBe(404)
    expect((await ask('/links/main/x')).status).toBe(404)
  })

  test('a link is deleted by who may take money, and only he makes one', async () => {
    await make(LINK)
    await enter({ ...AYSE, permissions: ['read'] })
    expect(await textOf('/links')).not.toContain('Make the link')
    expect((await make({ ...LINK, once: 'form-2' })).status).toBe(403)
    expect((await post('/links/main/1/delete')).status).toBe(403)
    await enter()
    expect((await post('/links/main/1/delete')).headers.get('location')).toContain('done=deleted-link')
    expect(await textOf('/links')).toContain('No link yet.')
  })
})

describe('needs attention', () => {
  beforeEach(() => enter())

  test('says when there is nothing', async () => {
    expect(await textOf('/attention')).toContain('Nothing needs your attention.')
  })

  test('has what waits for a person, the worst first, and no more', async () => {
    host.add('p1')
    host.add('p2', { state: 'review' })
    host.add('p3', { state: 'needs-review' })
    host.add('p4', { state: 'refunding' })
    const page = parse(await textOf('/attention'))
    const headings = page.querySelectorAll('h2').map(({ text }) => text)
    expect(headings).toEqual([
      'Money kept for you (1)',
      'Payments under review (1)',
      'Money on its way back (1)',
    ])
  })
})

test('Turkish is what a browser gets that asks for nothing, and what was chosen is remembered', async () => {
  await enter()
  const plain = await panel.handle(new Request(`${PANEL_URL}/`, { headers: { cookie } }))
  expect(await plain.text()).toContain('<h1>Ödemeler</h1>')
  const chosen = await ask('/?lang=tr')
  expect(chosen.headers.get('set-cookie')).toMatch(/craftgate_lang=tr/)
})

test('an error of the shop is a page that says nothing of it, and a line of the log', async () => {
  await enter()
  host.payments = () => {
    throw new TypeError('password=hunter2')
  }
  const answer = await ask('/')
  expect(answer.status).toBe(502)
  expect(await answer.text()).not.toContain('hunter2')
  expect(host.logged).toHaveLength(1)
})
