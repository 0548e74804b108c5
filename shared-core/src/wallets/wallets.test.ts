// What moves money of wallets, and that it does so once.
import { type Money, money } from '../money'
import { resumeNotifiedWallets, resumeWallets } from '.'
import { AYSE, OTHER_SELLER, SELLER, WalletShop, WITHOUT_WALLET } from './testing/wallet-shop'
import type { Wallet } from './wallet'
import type { WalletOperation } from './wallet-operation'
import type { WalletResult, Wallets } from './wallets'

let shop: WalletShop
let wallets: Wallets

beforeAll(async () => {
  shop = await WalletShop.start()
})
afterAll(() => shop.close())
beforeEach(async () => {
  await shop.reset()
  wallets = shop.wallets()
})

const tl = (minor: number): Money => money(minor, 'TRY')

let last = 0
const ofAyse = (minor: number) => ({
  ...{ merchant: 'shop', memberId: AYSE, key: `k-${++last}`, amount: tl(minor), reason: 'Özür hediyesi' },
})

const balance = async (memberId = AYSE, merchant = 'shop') =>
  (await wallets.find(merchant, memberId))?.balance.minor

async function walletOfAyse(): Promise<Wallet> {
  const wallet = await wallets.find('shop', AYSE)
  if (wallet === undefined) throw new Error('The seed has given her one')
  return wallet
}

const resumed = () => resumeWallets(shop.parts(), { before: shop.clock() })
const pass = (minutes: number) => shop.sandbox.control.clock.advance({ minutes })
const problemOf = (result: WalletResult) => (result.state === 'failed' ? result.error.code : result.state)

describe('a remittance', () => {
  test('goes to the member, and comes back from him, out of the wallet of the merchant', async () => {
    expect(await wallets.credit(ofAyse(4_000))).toMatchObject({
      state: 'done',
      operation: { kind: 'credit' },
    })
    expect(await balance()).toBe(29_000)
    expect((await wallets.ofMerchant('shop')).balance).toEqual(tl(-4_000))
    expect(await wallets.debit(ofAyse(1_500))).toMatchObject({ state: 'done' })
    expect(await balance()).toBe(27_500)
    const { moves, count } = await wallets.moves('shop', await walletOfAyse(), { page: 0 })
    expect(moves.map(({ type, amount }) => [type, amount.minor])).toEqual([
      ['REMITTANCE', -1_500],
      ['REMITTANCE', 4_000],
    ])
    expect([count, moves[0]?.at]).toEqual([2, shop.clock()])
  })

  test('asked for twice by one key moves once, and the key is taken for another', async () => {
    const request = ofAyse(4_000)
    const [one, two] = await Promise.all([wallets.credit(request), wallets.credit(request)])
    expect([one.state, two.state, await balance()]).toEqual(['done', 'done', 29_000])
    expect(shop.sentTo('/send')).toBe(1)
    expect(problemOf(await wallets.credit({ ...request, amount: tl(4_001) }))).toBe('key-taken')
    expect(problemOf(await wallets.debit(request))).toBe('key-taken')
  })

  test.each(['credit', 'debit'] as const)('whose answer is lost is known by its mark: %s', async (kind) => {
    shop.forgetKeys()
    await wallets.credit(ofAyse(1_000)) // another of the same amount
    shop.breakNext('/wallet/v1/remittances', 'drop-after-commit')
    expect(await wallets[kind](ofAyse(1_000))).toMatchObject({ state: 'done' })
    expect(await balance()).toBe(kind === 'credit' ? 27_000 : 25_000)
  })

  test('that never arrived is sent again', async () => {
    shop.breakNext('/wallet/v1/remittances', 'drop-before')
    expect(await wallets.credit(ofAyse(1_000))).toMatchObject({ state: 'done' })
    expect(await balance()).toBe(26_000)
  })

  test('that nobody can be asked about stays open, and is followed to its end', async () => {
    shop.breakNext('/wallet/v1/remittances', 'drop-after-commit')
    const moves = { method: 'GET', path: /wallet-transactions/ }
    shop.sandbox.control.faults.add({ match: moves, kind: 'status', status: 400, times: 2 })
    const request = ofAyse(1_000)
    expect(await wallets.credit(request)).toMatchObject({ state: 'unknown' })
    await pass(5)
    expect(await resumed()).toMatchObject({ settled: 0, problems: [expect.stringContaining('not known')] })
    await pass(5)
    expect(await resumed()).toEqual({ found: 1, settled: 1, problems: [] })
    expect(await wallets.credit(request)).toMatchObject({ state: 'done' })
    expect([await balance(), shop.sentTo('/send')]).toEqual([26_000, 1])
  })

  test('that a crash interrupted is carried on by reconcile, once', async () => {
    shop.breakNext('/wallet/v1/remittances', 'drop-after-commit')
    const save = shop.platform.walletOperations.save
    let writes = 0
    const dying = {
      ...shop.platform.walletOperations,
      save: async (...args: Parameters<typeof save>) => {
        writes += 1
        if (writes === 3) throw new Error('The server died')
        return save(...args)
      },
    }
    const dyingShop = { exclusively: shop.platform.exclusively.bind(shop.platform), walletOperations: dying }
    const crashed = shop.wallets(dyingShop)
    await expect(crashed.credit(ofAyse(1_000))).rejects.toThrow('The server died')
    await pass(5)
    expect(await resumed()).toEqual({ found: 1, settled: 1, problems: [] })
    expect([await balance(), shop.sentTo('/send')]).toEqual([26_000, 1])
    expect(await resumed()).toEqual({ found: 0, settled: 0, problems: [] })
  })

  test.each([
    ['amount', { amount: tl(0) }],
    ['reason', { reason: '  ' }],
    ['no-wallet', { memberId: WITHOUT_WALLET }],
    ['no-wallet', { amount: money(100, 'USD') }],
    ['no-member', { memberId: 4_711 }],
  ])('is not sent: %s', async (code, over) => {
    expect(problemOf(await wallets.credit({ ...ofAyse(1_000), ...over }))).toBe(code)
    expect(shop.sentTo('/send')).toBe(0)
  })

  test('that Craftgate refuses has failed, in its words, and is not sent again', async () => {
    const request = ofAyse(99_999)
    expect(await wallets.debit(request)).toMatchObject({
      state: 'failed',
      message: { tr: expect.stringContaining('yetersiz') },
    })
    expect(await wallets.debit(request)).toMatchObject({ state: 'failed' })
    expect(shop.sentTo('/receive')).toBe(1)
    expect(await wallets.operations('shop', AYSE)).toMatchObject([{ state: 'failed', kind: 'debit' }])
  })
})

describe('money that a member transferred', () => {
  test('is in his wallet once, also when the answer is lost', async () => {
    shop.forgetKeys()
    shop.breakNext('/payment/v1/deposits/fund-transfer', 'drop-after-commit')
    expect(await wallets.deposit(ofAyse(10_000))).toMatchObject({ state: 'done' })
    expect([await balance(), shop.sentTo('/fund-transfer')]).toEqual([35_000, 1])
  })
})

describe('how far below zero a wallet may go', () => {
  test('is changed, also when the answer is lost, and lets him owe so much', async () => {
    const wallet = await walletOfAyse()
    expect(await wallets.changeLimit('shop', wallet, tl(5_000))).toMatchObject({ limit: tl(-5_000) })
    shop.breakNext('/wallet/v1/members', 'drop-after-commit')
    expect(await wallets.changeLimit('shop', wallet, tl(6_000))).toMatchObject({ limit: tl(-6_000) })
    expect(await wallets.debit(ofAyse(30_000))).toMatchObject({ state: 'done' })
    expect(await balance()).toBe(-5_000)
  })

  test.each([
    ['limit', tl(-1)],
    ['limit', money(100, 'USD')],
    ['limit-in-use', tl(4_999)],
  ])('is nothing that it cannot be: %s', async (code, lent) => {
    await wallets.changeLimit('shop', await walletOfAyse(), tl(5_000))
    await wallets.debit(ofAyse(30_000))
    const wallet = await walletOfAyse()
    await expect(wallets.changeLimit('shop', wallet, lent)).rejects.toMatchObject({ code })
    expect((await walletOfAyse()).limit).toEqual(tl(-5_000))
  })
})

describe('a move that goes back', () => {
  const deposited = async () => {
    await wallets.deposit(ofAyse(10_000))
    const { moves } = await wallets.moves('shop', await walletOfAyse(), {
      types: ['DEPOSIT_FROM_FUND_TRANSFER'],
      page: 0,
    })
    return moves[0]?.id ?? 0
  }

  test('does so up to what is refundable, in parts of the same amount', async () => {
    const moveId = await deposited()
    shop.forgetKeys()
    expect(await wallets.refundable('shop', await walletOfAyse(), moveId)).toEqual(tl(10_000))
    expect(await wallets.refund({ ...ofAyse(4_000), moveId })).toMatchObject({ state: 'done' })
    shop.breakNext('/payment/v1/wallet-transactions', 'drop-after-commit')
    expect(await wallets.refund({ ...ofAyse(4_000), moveId })).toMatchObject({ state: 'done' })
    expect([await balance(), shop.sentTo('/refunds')]).toEqual([27_000, 2])
    expect(await wallets.refund({ ...ofAyse(4_000), moveId })).toMatchObject({
      ...{ state: 'failed', message: { en: 'TRY 20.00 is the most that it can be.' } },
    })
  })

  test('waits for the bank, which ends it, and no second one goes out meanwhile', async () => {
    const moveId = await deposited()
    await pass(1)
    shop.sandbox.control.refunds.nextStatus('WAITING')
    const request = { ...ofAyse(4_000), moveId }
    expect(await wallets.refund(request)).toMatchObject({ state: 'waiting' })
    expect(await wallets.refund(request)).toMatchObject({ state: 'waiting' })
    expect(problemOf(await wallets.refund({ ...ofAyse(4_000), moveId }))).toBe('unsettled')
    await pass(1)
    await resumed()
    expect((await wallets.operations('shop', AYSE))[0]).toMatchObject({ kind: 'refund', state: 'waiting' })
    shop.sandbox.control.refunds.finishWaiting()
    await pass(1)
    await resumed()
    expect((await wallets.operations('shop', AYSE))[0]).toMatchObject({ kind: 'refund', state: 'done' })
    expect([await balance(), shop.sentTo('/refunds')]).toEqual([31_000, 1])
  })

  test('is told when the bank refuses it, at once or in the end, and may be asked for again', async () => {
    const moveId = await deposited()
    const { refunds } = shop.sandbox.control
    await pass(1)
    refunds.nextStatus('FAILURE')
    const said = { group: 'REFUND_DECLINE', description: expect.stringMatching(/./) }
    const refund = () => wallets.refund({ ...ofAyse(4_000), moveId })
    expect(await refund()).toMatchObject({ state: 'failed', error: said })
    await pass(1)
    refunds.nextStatus('WAITING')
    expect(await refund()).toMatchObject({ state: 'waiting' })
    refunds.finishWaiting('FAILURE')
    await pass(1)
    await resumed()
    expect((await wallets.operations('shop', AYSE))[0]).toMatchObject({ state: 'failed', error: said })
    expect(await balance()).toBe(35_000)
    shop.forgetKeys()
    expect(await refund()).toMatchObject({ state: 'done' })
    expect([await balance(), shop.sentTo('/refunds')]).toEqual([31_000, 3])
  })
})

describe('the wallet of the merchant', () => {
  test('is brought to zero once, when it holds what was seen', async () => {
    await wallets.credit(ofAyse(4_000))
    shop.forgetKeys()
    const request = { merchant: 'shop', key: 'reset-1', balance: tl(-4_000) }
    expect(problemOf(await wallets.reset({ ...request, balance: tl(-3_000) }))).toBe('balance-changed')
    shop.breakNext('/wallet/v1/merchants/me/wallet', 'drop-after-commit')
    expect(await wallets.reset(request)).toMatchObject({ state: 'done' })
    expect(await wallets.reset(request)).toMatchObject({ state: 'done' })
    expect([(await wallets.ofMerchant('shop')).balance.minor, shop.sentTo('/reset-balance')]).toEqual([0, 1])
  })
})

describe('a seller’s money', () => {
  const ofSeller = (minor: number) => ({ ...ofAyse(minor), merchant: 'market', memberId: SELLER })

  beforeEach(async () => {
    await wallets.open('market', SELLER, 'TRY')
    await wallets.credit(ofSeller(10_000))
  })

  test('is withdrawn once, and the wish is taken back once', async () => {
    expect(await balance(SELLER, 'market')).toBe(10_000)
    shop.forgetKeys()
    shop.breakNext('/wallet/v1/withdraws', 'drop-after-commit')
    expect(await wallets.withdraw(ofSeller(6_000))).toMatchObject({ state: 'waiting' })
    expect([await balance(SELLER, 'market'), shop.sentTo('/withdraws')]).toEqual([4_000, 1])
    const { withdraws, count } = await wallets.withdraws('market', { memberId: SELLER, page: 0 })
    expect([withdraws[0]?.amount, withdraws[0]?.payoutStatus, count]).toEqual([
      tl(6_000),
      'WAITING_FOR_PAYOUT',
      1,
    ])
    const cancel = { merchant: 'market', withdrawId: withdraws[0]?.id ?? 0, key: 'cancel-1' }
    shop.breakNext('/wallet/v1/withdraws', 'drop-after-commit')
    expect(await wallets.cancelWithdraw(cancel)).toMatchObject({ state: 'done' })
    expect(await wallets.cancelWithdraw(cancel)).toMatchObject({ state: 'done' })
    expect(problemOf(await wallets.cancelWithdraw({ ...cancel, key: 'cancel-2' }))).toBe('not-cancellable')
    expect(await balance(SELLER, 'market')).toBe(10_000)
  })

  const withdrawn = async () => (await wallets.operations('market', SELLER)).find(isWithdrawal)
  const isWithdrawal = ({ kind }: WalletOperation) => kind === 'withdraw'

  test('is on its way until Craftgate says that the bank has it', async () => {
    const request = ofSeller(6_000)
    const first = await wallets.withdraw(request)
    expect(first).toMatchObject({ state: 'waiting', operation: { step: { refundId: expect.any(Number) } } })
    await pass(5)
    expect(await resumed()).toEqual({ found: 1, settled: 0, problems: [] })
    const { payouts } = shop.sandbox.control
    const market = shop.marketKey
    const [payout] = payouts.create('WITHDRAW', market)
    await pass(5)
    expect([await resumed(), (await wallets.withdraw(request)).state]).toEqual([
      { found: 1, settled: 0, problems: [] },
      'waiting',
    ])
    payouts.upload(payout?.fileId ?? 0, market)
    payouts.approve(payout?.fileId ?? 0, market)
    await pass(5)
    expect(await resumed()).toEqual({ found: 1, settled: 1, problems: [] })
    expect([(await withdrawn())?.state, shop.sentTo('/withdraws')]).toEqual(['done', 1])
    expect(await resumed()).toEqual({ found: 0, settled: 0, problems: [] })
  })

  test('that was not sent has not happened: the wish was taken back here', async () => {
    const request = ofSeller(6_000)
    const { operation } = await wallets.withdraw(request)
    const cancel = { merchant: 'market', withdrawId: operation?.step.refundId ?? 0, key: 'cancel-here' }
    expect(await wallets.cancelWithdraw(cancel)).toMatchObject({ state: 'done' })
    expect(await withdrawn()).toMatchObject({ state: 'failed', error: { code: 'withdraw-cancelled' } })
    expect(problemOf(await wallets.withdraw(request))).toBe('withdraw-cancelled')
    expect([await balance(SELLER, 'market'), shop.sentTo('/withdraws')]).toEqual([10_000, 1])
  })

  test('that was not sent has not happened: the wish was taken back in Craftgate’s panel', async () => {
    const { operation } = await wallets.withdraw(ofSeller(6_000))
    await shop.clientFor('market').call('cancelWithdraw', {
      path: { withdrawId: operation?.step.refundId ?? 0 },
    })
    await pass(5)
    expect(await resumed()).toEqual({ found: 1, settled: 1, problems: [] })
    expect(await withdrawn()).toMatchObject({ state: 'failed', error: { code: 'withdraw-cancelled' } })
  })

  test('of which Craftgate says something new, or cannot be asked, stays on its way', async () => {
    await wallets.withdraw(ofSeller(6_000))
    const match = { method: 'GET', path: /withdraws\/\d+$/ }
    shop.sandbox.control.faults.add({ match, kind: 'status', status: 400, times: 1 })
    await pass(5)
    expect(await resumed()).toEqual({ found: 1, settled: 0, problems: [] })
    expect((await withdrawn())?.state).toBe('waiting')
  })

  test('of thousands that wait, a webhook asks about the ten that waited longest, and the job about all', async () => {
    const { operation } = await wallets.withdraw(ofSeller(1_000))
    if (operation === undefined) throw new Error('It was written down')
    const store = shop.platform.walletOperations
    for (let each = 0; each < 2_000; each += 1)
      await store.save({ ...operation, key: `waits-${each}`, version: 0 })
    const asked = () =>
      shop.sandbox.control.requests().filter(({ path }) => /withdraws\/\d+$/.test(path)).length
    await pass(5)
    const before = asked()
    expect((await resumeNotifiedWallets(shop.parts(), isWithdrawal)).found).toBe(10)
    expect(asked() - before).toBe(10)
    expect((await resumeNotifiedWallets(shop.parts(), ({ kind }) => kind === 'credit')).found).toBe(0)
    expect(asked() - before).toBe(10)
    expect((await resumed()).found).toBe(2_001)
  })

  test('is not withdrawn above what may be', async () => {
    expect(await wallets.withdraw(ofSeller(10_001))).toMatchObject({
      ...{ state: 'failed', message: { tr: 'En çok 100,00 TL olabilir.' } },
    })
    expect(problemOf(await wallets.withdraw({ ...ofSeller(1_000), memberId: OTHER_SELLER }))).toBe(
      'no-wallet',
    )
  })
})

test('a marketplace has no wallets for buyers', async () => {
  await expect(wallets.open('market', 3, 'TRY')).rejects.toMatchObject({ kind: 'invalid-request' })
  expect(await wallets.find('market', 3)).toBeUndefined()
})
