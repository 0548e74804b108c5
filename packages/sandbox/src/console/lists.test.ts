// The console's lists of what the API makes: each is shown, found by the filter, and says what to do while it is empty.
import { parse } from 'node-html-parser'
import { answerOf } from '../test/call-api'
import { newCard, paymentRequest } from '../test/requests'
import { clientOf, startTestServer, type TestServer } from '../test/test-server'
import type { ConsoleData } from './console-data'

const [market, shop] = [
  { name: 'Pazar', apiKey: 'market', secretKey: 'sm', type: 'MARKETPLACE' as const },
  { name: 'Dükkân', apiKey: 'shop', secretKey: 'ss', type: 'STANDARD' as const },
]
const seller = { id: 1, name: 'Zeytin Dalı', isSubMerchant: true, hasWallet: true, walletBalance: '50' }
const fraudRules = [
  { name: 'Pahalı', action: 'REVIEW' as const, conditions: 'paidPrice > 99 and clientIp in @ips' },
]
const members = [{ id: 11, name: 'Ayşe Yılmaz', hasWallet: true, walletBalance: '250' }]
const merchants = [
  { ...market, members: [seller] },
  { ...shop, members, fraudRules },
]

type Keys = Pick<typeof shop, 'apiKey' | 'secretKey'>

let testServer: TestServer
beforeEach(async () => {
  testServer = await startTestServer({ seed: { merchants } })
})
afterEach(() => testServer.close())

const url = () => testServer.sandbox.url
const call = <T = unknown>(path: string, body: object, merchant: Keys = shop) =>
  answerOf<T>(testServer, path, body, merchant)
const ofShop = () => clientOf({ ...shop, url: url() })
const data = async (q = '') =>
  (await (await fetch(`${url()}/_console/data?q=${encodeURIComponent(q)}`)).json()) as ConsoleData
const dom = async () => parse(await (await fetch(url())).text())
/** The lines of a list, cell by cell. */
async function textOf(id: string): Promise<string> {
  const rows = (await dom()).querySelectorAll(`#${id} tbody tr`)
  const cells = rows.map((row) => row.querySelectorAll('td').map((cell) => cell.text))
  return cells.flat().join(' ').replace(/\s+/g, ' ').trim()
}

/** Presses the first button that says this. */
async function press(label: string): Promise<void> {
  const form = (await dom()).querySelectorAll('form').find((one) => one.text.trim() === label)
  const fields = form
    ?.querySelectorAll('input')
    .map((field) => [field.getAttribute('name'), field.getAttribute('value')])
  const body = new URLSearchParams(Object.fromEntries(fields ?? []))
  await fetch(`${url()}/_console/act`, { method: 'POST', body, redirect: 'manual' })
}

const LISTS = [
  ...(['links', 'fraud-checks', 'value-lists', 'withdraws', 'remittances', 'wallet-refunds'] as const),
  ...(['payout-accounts', 'payment-tokens'] as const),
]

it('each list says what makes it while it is empty, and is reached from the top', async () => {
  const page = await dom()
  for (const id of LISTS) expect(page.querySelector(`#${id} .empty`)?.text).toMatch(/./)
  for (const id of [...LISTS, 'poses']) expect(page.querySelector(`nav a[href="#${id}"]`)).not.toBeNull()
})

it('pay links say whether they are on sale, and why not', async () => {
  const link = { price: 80, currency: 'TRY', enabledInstallments: [1] }
  const path = '/craftlink/v1/products'
  const { id } = await call<{ id: number }>(path, { ...link, name: 'Kilim', multiPayment: true, stock: 3 })
  await call(path, { ...link, name: 'Sabun', expiresAt: '2026-03-10T11:00:00' })
  expect(await textOf('links')).toMatch(/Sabun 80\.00 TRY ended 0 no .* Kilim 80\.00 TRY on sale 0 of 3 yes/)
  const opened = (await dom()).querySelector('#links a')?.getAttribute('href')
  expect((await fetch(String(opened))).status).toBe(410)
  expect((await data('kilim')).links).toMatchObject([{ id, state: 'on sale' }])
})

it('fraud checks name their rule and are decided there; value lists show what they hold', async () => {
  const value = { listName: 'ips', value: '85.105.10.20', label: 'Ev', durationInSeconds: 600 }
  await ofShop()
    .fraud()
    .addValueToValueList({ ...value, type: 'IP' as never })
  await ofShop()
    .payment()
    .createPayment(paymentRequest({ clientIp: '85.105.10.20' }))
  expect(await textOf('fraud-checks')).toMatch(/Pahalı paidPrice > 99 .* REVIEW WAITING NOT_FRAUD FRAUD/)
  expect(await textOf('value-lists')).toMatch(/@ips Dükkân IP 85\.105\.10\.20 · Ev · until/)
  expect((await data('pahalı')).fraudChecks).toHaveLength(1)
  await press('NOT_FRAUD')
  expect((await data()).fraudChecks).toMatchObject([{ status: 'NOT_FRAUD' }])
  expect(await textOf('fraud-checks')).not.toContain('WAITING')
})

it('POSes say what the autopilot found, and what a test makes them refuse', async () => {
  const [pos] = (await data()).poses.filter(({ merchant }) => merchant === 'Dükkân')
  await ofShop()
    .merchant()
    .updateMerchantPosStatus(Number(pos?.id), 'AUTOPILOT' as never)
  testServer.sandbox.control.pos.watch(String(pos?.alias), { nonThreeDS: false }, 'shop')
  testServer.sandbox.control.pos.refuse(String(pos?.alias), 'DO_NOT_HONOUR')
  expect((await data('autopilot')).poses).toMatchObject([
    { alias: pos?.alias, status: 'AUTOPILOT', autopilot: '3D Secure open, without closed' },
  ])
  expect(await textOf('poses')).toMatch(/AUTOPILOT error DO_NOT_HONOUR 3D Secure open, without closed/)
})

it('money of wallets: withdrawals, remittances, and moves that go back to a card', async () => {
  const price = { price: 20, currency: 'TRY' }
  await call('/wallet/v1/withdraws', { ...price, memberId: 1, description: 'Mart' }, market)
  await call('/wallet/v1/remittances/send', { ...price, memberId: 11, description: 'Hediye' })
  const load = { ...price, buyerMemberId: 11, card: newCard('4355080000006663') }
  const { walletTransaction } = await call<{ walletTransaction: { id: number } }>(
    '/payment/v1/deposits',
    load,
  )
  await ofShop().wallet().refundWalletTransaction(walletTransaction.id, { refundPrice: 5 })
  expect(await textOf('withdraws')).toMatch(/Pazar .* 1 20\.00 TRY Mart WAITING_FOR_PAYOUT –/)
  expect(await textOf('remittances')).toMatch(/Dükkân .* 11 20\.00 TRY SEND \w+ Hediye/)
  expect(await textOf('wallet-refunds')).toMatch(/11 5\.00 TRY \d+ FAILURE POS_BALANCE_NOT_SUFFICIENT/)
  expect((await data('hediye')).remittances).toHaveLength(1)
  expect((await data('hediye')).withdraws).toHaveLength(0)
})

it('refunds that wait at the bank are ended there, those of wallet moves too', async () => {
  const load = { price: 20, currency: 'TRY', buyerMemberId: 11, card: newCard('5258640000000001') }
  const { walletTransaction } = await call<{ walletTransaction: { id: number } }>(
    '/payment/v1/deposits',
    load,
  )
  expect((await dom()).querySelectorAll('#controls button').map(({ text }) => text)).not.toContain(
    'Bank refuses',
  )
  testServer.sandbox.control.refunds.nextStatus('WAITING')
  await ofShop().wallet().refundWalletTransaction(walletTransaction.id, { refundPrice: 5 })
  await press('Bank refuses')
  expect((await data()).walletRefunds).toMatchObject([{ status: 'FAILURE', error: 'REFUND_DECLINE' }])
  expect((await dom()).querySelector('#controls')?.text).not.toContain('Bank refuses')
})

it('payout accounts and payment tokens, whose value is nowhere', async () => {
  const account = { type: 'WISE', externalAccountId: 'wise-1', currency: 'USD', accountOwner: 'MERCHANT' }
  await call('/settlement/v1/payout-accounts', account, market)
  const { token } = await call<{ token: string }>('/payment/v1/payment-tokens', { value: '5258640000000001' })
  expect(await textOf('payout-accounts')).toMatch(/Pazar MERCHANT USD WISE wise-1/)
  expect(await textOf('payment-tokens')).toBe(`${token} Dükkân`)
  const { paymentTokens, payoutAccounts } = await data(token)
  expect([paymentTokens.length, payoutAccounts.length]).toEqual([1, 0])
  expect(JSON.stringify(paymentTokens)).not.toContain('5258640000000001')
})
