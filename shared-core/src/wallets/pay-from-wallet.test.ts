// A customer who is a member pays on Craftgate's page from his wallet, and gets his share back into it.
import { Shopper, testCards } from '@craftgate-commerce/sandbox'
import { money } from '../money'
import { DirectShop, locationOf } from '../testing/direct-shop'
import { orderOf } from '../testing/shop-harness'

let shop: DirectShop

beforeAll(async () => {
  shop = await DirectShop.start()
})
afterAll(() => shop.close())

const customer = { merchant: 'tr', customer: 'cus_1' }
const details = {
  name: 'Zeynep',
  surname: 'Ak',
  email: 'z@example.com',
  phone: '905551112233',
  address: 'Moda Cad. 1',
}

beforeEach(async () => {
  await shop.reset()
  await shop.reopen({ wallets: { shop: 'kahveci' } })
  shop.platform.order('o1').snapshot = orderOf(124_990, { buyer: { id: 'cus_1', hasAccount: true } })
})

async function withBalance(minor: number): Promise<number> {
  const { wallets, members } = shop.commerce
  const { id } = await members.customers.ensure(customer, details)
  await wallets.open('tr', id, 'TRY')
  const credited = { merchant: 'tr', memberId: id, key: 'k-1', amount: money(minor, 'TRY'), reason: 'Hediye' }
  expect(await wallets.credit(credited)).toMatchObject({ state: 'done' })
  return id
}

async function atPage(shopper?: string): Promise<Shopper> {
  const visitor = new Shopper()
  await visitor.open(locationOf(await shop.open(await shop.linkBy(), { shopper })))
  return visitor
}

const balanceOf = async (memberId: number) =>
  (await shop.commerce.wallets.find('tr', memberId))?.balance.minor

test('a part from the wallet and the rest from a card: each gets its share back', async () => {
  const memberId = await withBalance(25_000)
  const visitor = await atPage('cus_1')
  const { callback } = await visitor.pay({ card: testCards.success, useWallet: true, deliver: false })
  if (callback) await shop.deliver(callback)
  const { facts } = shop.platform.order('o1').payment ?? {}
  expect(facts).toMatchObject({ paidPrice: money(124_990, 'TRY'), walletShare: money(25_000, 'TRY') })
  expect(await balanceOf(memberId)).toBe(0)
  const { account, paymentIds } = await shop.attempt()
  const refund = { account, paymentId: paymentIds[0] ?? 0, key: 'r1', amount: money(124_990, 'TRY') }
  expect(await shop.commerce.refund(refund)).toMatchObject({ state: 'done' })
  expect(await balanceOf(memberId)).toBe(25_000)
})

test('a wallet is filled on a page of Craftgate’s, by whoever has its address', async () => {
  const memberId = await withBalance(1_000)
  const { wallets } = shop.commerce
  const { url } = await wallets.topUp({ merchant: 'tr', memberId, amount: money(20_000, 'TRY') })
  const visitor = new Shopper()
  await visitor.open(url)
  const { callback } = await visitor.pay({ card: testCards.success, deliver: false })
  expect(await balanceOf(memberId)).toBe(21_000)
  if (callback === undefined) throw new Error('He is not sent back')
  const back = await shop.deliver(callback)
  expect([back.status, await back.text()]).toEqual([200, expect.stringContaining('cüzdanınızda')])
  expect((await shop.notify()).status).toBeLessThan(300)
  await expect(wallets.topUp({ merchant: 'tr', memberId, amount: money(1, 'USD') })).rejects.toMatchObject({
    code: 'no-wallet',
  })
})

test('a wallet is filled there by another way than a card as well', async () => {
  const memberId = await withBalance(1_000)
  const { url } = await shop.commerce.wallets.topUp({
    merchant: 'tr',
    memberId,
    amount: money(20_000, 'TRY'),
  })
  const visitor = new Shopper()
  await visitor.open(url)
  await visitor.payBy('PAPARA', { deliver: false })
  expect(await balanceOf(memberId)).toBe(21_000)
})

describe('a refund into the wallet', () => {
  async function paidByCard(): Promise<number> {
    const memberId = await withBalance(1_000)
    const { callback } = await (await atPage('cus_1')).pay({ card: testCards.success, deliver: false })
    if (callback) await shop.deliver(callback)
    return memberId
  }

  const refundOf = async (minor: number, key: string) => {
    const { account, paymentIds } = await shop.attempt()
    return { account, paymentId: paymentIds[0] ?? 0, key, amount: money(minor, 'TRY') }
  }

  test.each([[50_000], [124_990]])('of a part or of all: %d', async (minor) => {
    const memberId = await paidByCard()
    const request = { ...(await refundOf(minor, 'r1')), destination: 'wallet' as const }
    expect(await shop.commerce.refund(request)).toMatchObject({ state: 'done' })
    expect(await shop.commerce.refund(request)).toMatchObject({ state: 'done' })
    expect(await balanceOf(memberId)).toBe(1_000 + minor)
    expect(await shop.commerce.refund({ ...request, destination: undefined })).toMatchObject({
      error: { code: 'key-taken' },
    })
  })

  test('that was written down inside a transaction goes there after the commit', async () => {
    const memberId = await paidByCard()
    const request = { ...(await refundOf(50_000, 'r1')), destination: 'wallet' as const }
    expect(await shop.commerce.refund({ ...request, execute: 'after-commit' })).toMatchObject({
      state: 'pending',
    })
    expect(await shop.commerce.executeOperation(request, 'r1')).toMatchObject({ state: 'done' })
    expect(await balanceOf(memberId)).toBe(51_000)
  })

  test('can go on to the card from there', async () => {
    const memberId = await paidByCard()
    await shop.commerce.refund({ ...(await refundOf(50_000, 'r1')), destination: 'wallet' })
    const { wallets } = shop.commerce
    const wallet = await wallets.find('tr', memberId)
    if (wallet === undefined) throw new Error('It was opened before')
    const { moves } = await wallets.moves('tr', wallet, { types: ['REFUND_TX_TO_WALLET'], page: 0 })
    const onward = {
      merchant: 'tr',
      memberId,
      key: 'on-1',
      amount: money(50_000, 'TRY'),
      moveId: moves[0]?.id ?? 0,
    }
    expect(await wallets.refund(onward)).toMatchObject({ state: 'done' })
    expect(await balanceOf(memberId)).toBe(1_000)
  })

  test('of nobody’s payment is refused in Craftgate’s words', async () => {
    const { callback } = await (await atPage()).pay({ card: testCards.success, deliver: false })
    if (callback) await shop.deliver(callback)
    const refund = { ...(await refundOf(50_000, 'r1')), destination: 'wallet' as const }
    expect(await shop.commerce.refund(refund)).toMatchObject({
      ...{ state: 'failed', message: { tr: expect.stringContaining('cüzdanı yok') } },
    })
  })
})

test('all of it from the wallet', async () => {
  const memberId = await withBalance(130_000)
  const { callback } = await (await atPage('cus_1')).payFromWallet({ deliver: false })
  if (callback) await shop.deliver(callback)
  expect(shop.platform.order('o1').payment?.facts).toMatchObject({ method: 'CG_WALLET' })
  expect(await balanceOf(memberId)).toBe(5_010)
})

test('whoever opens the link for somebody else is offered no wallet, also after the buyer opened it', async () => {
  await withBalance(130_000)
  await atPage('cus_1')
  for (const shopper of [undefined, 'cus_2'])
    await expect((await atPage(shopper)).payFromWallet({ deliver: false })).rejects.toThrow()
})

test('a page opens also when members cannot be asked about, and without asking in a shop without wallets', async () => {
  shop.sandbox.control.faults.add({
    match: { method: 'GET', path: '/onboarding' },
    kind: 'status',
    times: 10,
  })
  expect((await shop.open(await shop.linkBy(), { shopper: 'cus_1' })).status).toBe(303)
  expect(JSON.stringify(shop.logged)).not.toContain('cus_1')
  await shop.reopen({})
  const asked = shop.calls('/onboarding/v1/members').length
  await shop.open(await shop.linkBy(undefined, { reference: 's2' }), { shopper: 'cus_1' })
  expect(shop.calls('/onboarding/v1/members')).toHaveLength(asked)
})
