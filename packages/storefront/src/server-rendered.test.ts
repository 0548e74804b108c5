// What a server that renders the page sends: the built package in a Node process of its own, as a shop's would load it.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

async function rendered(
  element: string,
  data?: object,
  attributes?: Readonly<Record<string, string>>,
): Promise<string> {
  const script = join(import.meta.dirname, 'testing/render-on-server.mjs')
  const { stdout } = await run(process.execPath, [script, element, JSON.stringify({ data, attributes })])
  return stdout.replace(/<!--.*?-->/gs, '')
}

const DATA = {
  version: 1,
  exact: true,
  price: { amount: '1249.90', currency: 'TRY' },
  tables: [
    {
      cardFamily: 'Maximum',
      commercial: false,
      forceThreeDS: false,
      options: [
        { count: 1, each: '1249.90', total: '1249.90', interest: '0.00', fundedBy: 'nobody' },
        { count: 3, each: '416.63', total: '1249.90', interest: '0.00', fundedBy: 'merchant' },
      ],
    },
  ],
}

test('instalments that the server has are in the page before any script runs', async () => {
  const page = await rendered('craftgate-installments', DATA)
  expect(page).toContain('Peşin fiyatına 3 taksit: Maximum')
  expect(page).toContain('₺416,63')
  expect(page).toContain('shadowrootmode="open"')
})

test('without them the place is kept, and says that it loads', async () => {
  const page = await rendered('craftgate-installments')
  expect(page).toContain('Taksitler yükleniyor…')
  expect(page).toContain('min-block-size')
})

const PAYMENT = {
  version: 1,
  reference: 'ref-1',
  state: 'paid',
  price: { amount: '1249.90', currency: 'TRY' },
  paid: { amount: '1281.25', interest: '31.35', installment: 2, cardFamily: 'Bonus', lastFour: '0002' },
  refunded: { amount: '500.00', currency: 'TRY' },
}

test('how a payment stands is in the page before any script runs: card, instalments, interest, refunds', async () => {
  const page = await rendered('craftgate-payment-status', PAYMENT)
  for (const text of ['Ödemeniz alındı', 'Bonus •••• 0002', '2 taksit', '₺31,35', '₺1.281,25', '₺500,00'])
    expect(page).toContain(text)
})

test.each([
  ['open', 'Ödeme sayfasından ayrıldınız', true],
  ['bank-decides', 'Bankanız ödemeyi işliyor', false],
  ['declined', 'Kartınızdan para çekilmedi', true],
  ['paid-otherwise', 'Siparişiniz zaten verildi', false],
])('%s: %s, and it may be paid again: %s', async (state, text, isPayable) => {
  const page = await rendered('craftgate-payment-status', { ...PAYMENT, state, paid: undefined })
  expect(page).toContain(text)
  expect(page.includes('pay-again')).toBe(isPayable)
})

test('a second payment of an order that was paid before says that it goes back', async () => {
  const order = { id: 'order_1', number: '1001' }
  const page = await rendered('craftgate-payment-status', { ...PAYMENT, state: 'refunding', order })
  expect(page).toContain('Siparişiniz daha önce ödenmişti')
})

test('without an answer it says that the end is asked for, and asks nobody to pay again', async () => {
  const page = await rendered('craftgate-payment-status')
  expect(page).toContain('Ödemenizin sonucu soruluyor')
  expect(page).not.toContain('pay-again')
})

const METHOD = { entry: 'craftgate', isHeld: false, isPaidLater: false } as const
const METHODS = {
  version: 1,
  methods: [
    { ...METHOD, id: 'craftgate', group: 'card', name: 'Banka veya kredi kartı', explanation: 'Taksitle' },
    {
      ...METHOD,
      id: 'havale',
      group: 'transfer',
      name: 'Havale / EFT',
      explanation: 'Hesabınızdan',
      isPaidLater: true,
    },
  ],
}

test('the ways to pay: one group of radio buttons, the first chosen, each with its mark', async () => {
  const page = await rendered('craftgate-methods', METHODS)
  expect(page).toMatch(/<legend>Ödeme yöntemi<\/legend>/)
  expect(page.match(/type="radio"/g)).toHaveLength(2)
  expect(page.match(/<input[^>]* checked[^>]*>/g)).toEqual([expect.stringContaining('value="craftgate"')])
  expect(page.match(/<path d="M/g)).toHaveLength(2)
  expect(page).toContain('Hesabınızdan')
})

test('a shop without ways to pay says so', async () => {
  const page = await rendered('craftgate-methods', { version: 1, methods: [] })
  expect(page).toContain('Şu anda ödeme alınamıyor.')
})

const CARD = { id: 'c1', lastFour: '0002', cardFamily: 'Bonus', expired: false } as const

test('stored cards: their names, and buttons that say of which card they are', async () => {
  const cards = [
    { ...CARD, name: 'Maaş kartım', bank: 'Garanti BBVA', expiry: '12/2030' },
    { ...CARD, id: 'c2', lastFour: '0010', expired: true },
  ]
  const page = await rendered('craftgate-saved-cards', { version: 1, cards })
  expect(page).toContain('Maaş kartım')
  expect(page).toContain('Son kullanma 12/2030')
  expect(page).toContain('aria-label="Sil: Bonus •••• 0010"')
  expect(page.match(/part="rename"/g)).toHaveLength(1)
  expect(await rendered('craftgate-saved-cards', { version: 1, cards: [] })).toContain('Kayıtlı kartınız yok')
})

test('a wallet: its balance and moves, and whoever has none is told how to get one', async () => {
  const moves = [
    { at: '2026-11-24T22:30:00.000Z', name: 'Ödemede kullanıldı', type: 'PAYMENT_REDEEM', amount: '-50.00' },
  ]
  const wallet = { balance: { amount: '250.00', currency: 'TRY' }, moves, moveCount: 26 }
  const shown = { version: 1, timeZone: 'Europe/Istanbul', wallets: [wallet] }
  const page = await rendered('craftgate-wallet', shown)
  for (const text of ['₺250,00', '-₺50,00', '25.11.2026', 'Daha eski']) expect(page).toContain(text)
  const inNewYork = await rendered('craftgate-wallet', { ...shown, timeZone: 'America/New_York' })
  expect(inNewYork).toContain('24.11.2026')
  expect(await rendered('craftgate-wallet', { version: 1, wallets: [] })).toContain('Henüz cüzdanınız yok')
})

test('shopping loans: the lowest monthly payment, a table of each bank, and nothing where there is none', async () => {
  const plans = [
    { months: 3, each: '460.00', total: '1380.00', interest: '130.10' },
    { months: 12, each: '147.80', total: '1773.60', interest: '523.70' },
  ]
  const lenders = [
    { method: 'ZIP', name: 'Zip', banks: [{ name: 'Zip alışveriş kredisi', plans }] },
    {
      method: 'MASLAK',
      name: 'FinGate',
      banks: [
        { name: 'Akbank', plans: [] },
        { name: 'TEB', plans },
      ],
    },
  ]
  const offers = { version: 1, exact: true, price: DATA.price, lenders }
  const page = await rendered('craftgate-loan-offers', offers)
  for (const text of ['ayda en az ₺147,80', '12 ay', '₺1.773,60', 'FinGate · Akbank', 'başvuru sırasında'])
    expect(page).toContain(text)
  expect(page).toMatch(/<caption>Zip<\/caption>/)
  expect(await rendered('craftgate-loan-offers', { ...offers, lenders: [] })).not.toContain('<details')
})

test('paying leads to the payment page by a link; in a frame the page stands there, by the same link', async () => {
  const link = 'https://api.shop.example/craftgate/pay/ref-1?sig=abc'
  const page = await rendered('craftgate-pay', undefined, { 'pay-link': link })
  expect(page).toMatch(/<a[^>]* href="https:\/\/api\.shop\.example\/craftgate\/pay\/ref-1\?sig=abc"/)
  expect(page).not.toContain('<iframe')
  const framed = await rendered('craftgate-pay', undefined, { 'pay-link': link, frame: '' })
  expect(framed).toContain('sig=abc&amp;frame=true')
  expect(framed).toContain('title="Güvenli ödeme sayfası"')
  const script = await rendered('craftgate-pay', undefined, { 'pay-link': 'javascript:alert(1)', frame: '' })
  expect(script).not.toMatch(/(href|src)=/)
})
