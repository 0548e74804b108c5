import { CraftgateError } from '@craftgate-commerce/core'
import { AYSE, MemoryHost } from '../testing/memory-host'
import { incomingTransfer, memoryTransfers, waitingMatch } from '../testing/memory-transfers'
import { Merchant } from '../testing/merchant'

const MATCHES = [waitingMatch('1001', ['reference', 'amount', 'name']), waitingMatch('1002', ['amount'])]

let host: MemoryHost
let merchant: Merchant

beforeEach(async () => {
  host = new MemoryHost()
  host.offers({ transfers: memoryTransfers([incomingTransfer({ matches: MATCHES })], ['ref-1002']) })
  merchant = new Merchant(host)
  await merchant.enter()
})

const PAGE = '/transfers/main/7'
const confirm = (orders: readonly string[]) =>
  merchant.send(
    `${PAGE}/confirm`,
    new URLSearchParams(orders.map((order): [string, string] => ['order', order])),
  )

test('what came in is listed, with the likeliest order and why', async () => {
  const row = (await merchant.page('/transfers')).querySelector('tbody tr')
  expect(row?.querySelectorAll('th, td').map(({ text }) => text)).toEqual([
    '24 Nov 2026, 10:00',
    'ALICAN AKKUS',
    '1001 nolu siparis',
    '₺815.00',
    'Waiting',
    '1001: its number is in the description, the same amount, its buyer sent it',
  ])
})

test('nothing is chosen beforehand, and what is chosen is paid', async () => {
  const page = await merchant.page(PAGE)
  const boxes = page.querySelectorAll('input[name=order]')
  expect(boxes.map((box) => [box.getAttribute('value'), box.hasAttribute('checked')])).toEqual([
    ['ref-1001', false],
    ['ref-1002', false],
  ])
  const done = await confirm(['ref-1001'])
  expect(done.headers.get('location')).toBe(`/craftgate/panel${PAGE}?done=confirmed`)
  expect(host.audited.at(-1)).toMatchObject({ action: 'matched-transfer', reference: '7' })
  const after = await merchant.page(PAGE)
  expect(after.querySelector('main .badge')?.text).toBe('Matched')
  expect(after.querySelectorAll('input[name=order]')).toEqual([])
})

test('what could not be paid is said beside the number of the order', async () => {
  const nothing = await confirm([])
  expect([nothing.status, await nothing.text()]).toEqual([409, expect.stringContaining('Choose the order')])
  const answer = await confirm(['ref-1001', 'ref-1002'])
  const text = await answer.text()
  expect([answer.status, text]).toEqual([409, expect.stringContaining('1002: It owes another amount.')])
  // Whoever looks for another order then asks the transfer's own page.
  expect(text).toContain(`<form class="row" method="get" action="/craftgate/panel${PAGE}"`)
})

test('a transfer is closed with what became of it, and opened again', async () => {
  await merchant.post(`${PAGE}/close`, { reason: 'returned' })
  const page = await merchant.page(PAGE)
  expect(page.text).toContain('I sent it back at my bank')
  expect(host.audited.at(-1)).toMatchObject({ action: 'closed-transfer', reference: '7' })
  await merchant.post(`${PAGE}/reopen`)
  expect((await merchant.page(PAGE)).querySelector('main .badge')?.text).toBe('Waiting')
})

test('who may not take money reads and decides nothing', async () => {
  await merchant.enter({ ...AYSE, permissions: ['read'] })
  const page = await merchant.page(PAGE)
  expect(
    page
      .querySelectorAll('form[method=post]')
      .filter((form) => form.getAttribute('action')?.includes('/transfers/')),
  ).toEqual([])
  for (const action of ['confirm', 'close', 'reopen'])
    expect((await merchant.post(`${PAGE}/${action}`)).status).toBe(403)
})

test('another account, and a transfer that is not there, is none', async () => {
  for (const path of ['/transfers/other/7', '/transfers/main/8', '/transfers/main/x'])
    expect((await merchant.ask(path)).status).toBe(404)
})

test('a shop without unpaid orders says why there is nothing to match', async () => {
  const merchantMessage = { tr: 'yok', en: 'This shop has no orders that are placed unpaid' }
  const incoming = async () => {
    throw new CraftgateError({
      ...{ kind: 'invalid-request', code: 'no-unpaid-orders', message: 'x', retry: 'no', merchantMessage },
    })
  }
  host.offers({ transfers: { ...memoryTransfers([]), incoming } })
  const page = await merchant.page('/transfers')
  expect(page.querySelector('.notice.calm')?.text).toContain('placed unpaid')
})

test('names and descriptions cannot become part of the page', async () => {
  const evil = incomingTransfer({ senderName: '<script>x</script>', description: '"><img src=x>' })
  host.offers({ transfers: memoryTransfers([evil]) })
  for (const path of ['/transfers', PAGE]) {
    const page = await merchant.page(path)
    expect([page.querySelector('script'), page.querySelector('img')]).toEqual([null, null])
  }
})
