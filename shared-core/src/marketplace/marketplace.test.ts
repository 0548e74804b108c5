// A marketplace over the real wire against the emulator: what its sellers earn, and what they were paid.
import { MARKETPLACE_SEED, Shopper, testCards } from '@craftgate-commerce/sandbox'
import type { Member } from '../members/member'
import { money } from '../money'
import { DirectShop, locationOf } from '../testing/direct-shop'
import { orderOf } from '../testing/shop-harness'
import type { PaidTransaction, SettlementType } from './payouts'

let shop: DirectShop

beforeAll(async () => {
  shop = await DirectShop.start('tr', MARKETPLACE_SEED)
})
afterAll(() => shop.close())
beforeEach(() => shop.reset())

const market = () => shop.commerce.marketplace
const tl = (minor: number) => money(minor, 'TRY')
const MARCH = { from: '2026-03-01', to: '2026-03-31' }

const line = (externalId: string, unitPrice: number, seller: { memberId: number; share: number }) => ({
  ...{ externalId, name: externalId, quantity: 1, unitPrice, seller },
})

async function sell() {
  const lines = [
    line('yag', 3_000, { memberId: 1, share: 2_700 }),
    line('cezve', 5_000, { memberId: 2, share: 4_200 }),
  ]
  shop.platform.addOrder('o1', orderOf(8_000, { lines }))
  const shopper = new Shopper()
  await shopper.open(locationOf(await shop.open(await shop.linkBy())))
  await shopper.pay({ card: testCards.success, deliver: false })
  const { account, paymentIds } = (await shop.settle()).record
  return { account, paymentId: paymentIds[0] ?? 0 }
}

describe('the shares of a sale', () => {
  it('are told with seller and state, and corrected until they are approved', async () => {
    const payment = await sell()
    const { shares } = market()
    const [oil, pot] = await shares.of(payment)
    expect(oil).toMatchObject({
      ...{ externalId: 'yag', price: tl(3_000), refundable: tl(3_000), status: 'WAITING_FOR_APPROVAL' },
      seller: { memberId: 1, amount: tl(2_700), name: 'Zeytin Dalı Gıda' },
    })
    const of = { transactionId: oil?.transactionId ?? 0, memberId: 1 }
    const corrected = await shares.correct(payment, { ...of, share: tl(2_500) })
    expect(corrected.seller?.amount).toEqual(tl(2_500))
    expect(await shares.correct(payment, { ...of, share: tl(2_500) })).toEqual(corrected)
    await expect(shares.correct(payment, { ...of, share: tl(3_001) })).rejects.toMatchObject({
      code: 'share-above-price',
    })
    await shop.commerce.approve({ ...payment, key: 'delivered', lines: ['cezve'] })
    const approved = { transactionId: pot?.transactionId ?? 0, memberId: 2, share: tl(1) }
    await expect(shares.correct(payment, approved)).rejects.toMatchObject({ code: 'approved' })
  })
})

describe('payouts', () => {
  const all = async (rows: AsyncIterable<PaidTransaction>) => {
    const found: PaidTransaction[] = []
    for await (const row of rows) found.push(row)
    return found
  }

  it('fill wallets at once, and tell each seller what he was paid for', async () => {
    const payment = await sell()
    const { payouts } = market()
    const settle = (key: string) => shop.commerce.wallets.settle({ merchant: 'tr', key })
    expect(await settle('one')).toMatchObject({ state: 'failed', error: { code: 'nothing-to-settle' } })
    await shop.commerce.approve({ ...payment, key: 'delivered' })
    expect(await settle('two')).toMatchObject({ state: 'done' })
    expect(await payouts.completed('tr', { ...MARCH, type: 'SETTLEMENT', page: 0 })).toMatchObject({
      ...{ count: 1, rows: [{ amount: tl(2_700), payee: 1, isSeller: true, destination: 'WALLET' }] },
    })
    const statement = { ...MARCH, type: 'SETTLEMENT' as const }
    expect(await all(payouts.statement('tr', { ...statement, seller: 1 }))).toMatchObject([
      { transactionType: 'PAYMENT_TX', amount: tl(2_700), paidAt: new Date('2026-03-02T09:00:00Z') },
    ])
    expect(await all(payouts.statement('tr', { ...statement, seller: 2 }))).toEqual([])
    await shop.commerce.refund({ ...payment, key: 'r1', amount: tl(1_000), items: [item('yag', 1_000)] })
    await settle('three')
    const after = await all(payouts.statement('tr', { ...statement, seller: 1 }))
    const takenBack = { transactionType: 'REFUND_TX', amount: { minor: -900, currency: 'TRY' } }
    expect(after).toContainEqual(expect.objectContaining(takenBack))
  })

  it.each(['drop-after-commit', 'drop-before'] as const)(
    'fill wallets once when the answer is lost: %s',
    async (kind) => {
      const payment = await sell()
      await shop.commerce.approve({ ...payment, key: 'delivered' })
      const { faults, clock, idempotency } = shop.sandbox.control
      faults.add({ match: { pathRegex: 'instant-wallet-settlements' }, kind, times: 1 })
      if (kind === 'drop-after-commit') idempotency.set({ forgetAfterSeconds: 0 })
      const settle = () => shop.commerce.wallets.settle({ merchant: 'tr', key: 'one' })
      let result = await settle()
      for (let again = 0; again < 3 && result.state === 'unknown'; again += 1) {
        await clock.advance({ minutes: 30 })
        await shop.commerce.reconcile()
        result = await settle()
      }
      expect(result).toMatchObject({ state: 'done', operation: { kind: 'settle' } })
      const paid = await market().payouts.completed('tr', { ...MARCH, type: 'SETTLEMENT', page: 0 })
      expect(paid.rows.filter(({ destination }) => destination === 'WALLET')).toHaveLength(1)
      expect(await shop.commerce.wallets.operations('tr', 0)).toMatchObject([{ key: 'one', state: 'done' }])
    },
  )

  it('of a file are followed to the bank and back', async () => {
    const payment = await sell()
    const { payouts } = market()
    await shop.commerce.approve({ ...payment, key: 'delivered' })
    const panel = shop.sandbox.control.payouts
    const own = panel.create()
    const created = await payouts.rows('tr', { ...MARCH, fileStatus: 'CREATED', page: 0 })
    const row = created.rows.find((each) => each.payee === 2)
    expect(row).toMatchObject({ isSeller: true, amount: tl(4_200), iban: 'TR320010009999901234567890' })
    const fileId = own[0]?.fileId ?? 0
    panel.upload(fileId)
    panel.approve(fileId)
    expect(await payouts.find('tr', row?.payoutId ?? 0)).toMatchObject({
      ...{ amount: tl(4_200), bounceStatus: 'NOT_BOUNCED', transactions: [{ amount: tl(4_200) }] },
    })
    panel.bounce(row?.payoutId ?? 0)
    expect(await payouts.bounced('tr', MARCH)).toMatchObject([
      { payoutId: row?.payoutId, seller: 2, amount: tl(4_200) },
    ])
  })

  /** Number of the payout to the seller whose money goes to a bank. */
  const payOut = (type: SettlementType): number => {
    const panel = shop.sandbox.control.payouts
    const made = panel.create(type)
    const fileId = made[0]?.fileId ?? 0
    panel.upload(fileId)
    panel.approve(fileId)
    return made.find(({ memberId }) => memberId === 2)?.id ?? 0
  }
  const still = () => market().payouts.stillBounced('tr')
  const seen = () => still()?.payouts.map(({ payoutId, seller }) => [payoutId, seller])
  /** The answer comes in the background. */
  const become = async (count: number) => {
    while (seen()?.length !== count) await new Promise((resolve) => setTimeout(resolve, 5))
  }

  it('that bounced are known in the background, until the payout that pays them again is completed', async () => {
    await shop.commerce.approve({ ...(await sell()), key: 'delivered' })
    const payoutId = payOut('SETTLEMENT')
    expect(still()).toBeUndefined()
    await become(0)
    shop.sandbox.control.payouts.bounce(payoutId)
    await shop.sandbox.control.clock.advance({ minutes: 9 })
    expect(seen()).toEqual([])
    await shop.sandbox.control.clock.advance({ minutes: 1 })
    await become(1)
    expect(seen()).toEqual([[payoutId, 2]])
    expect(still()).toMatchObject({
      ...{ readAt: shop.sandbox.control.clock.now(), period: { from: '2025-11-30', to: '2026-03-02' } },
    })
    const { id, ...seller } = (await shop.commerce.members.find('tr', 2)) ?? {}
    await shop.commerce.members.update('tr', id ?? 0, {
      ...(seller as Omit<Member, 'id'>),
      iban: 'TR870006400000111351052758',
    })
    payOut('BOUNCED_SETTLEMENT')
    expect(await (await shop.notify()).text()).toBe('ok\n')
    expect(seen()).toEqual([])
  })

  it('that bounced are asked for again when somebody looked at the payouts', async () => {
    await shop.commerce.approve({ ...(await sell()), key: 'delivered' })
    const payoutId = payOut('SETTLEMENT')
    await become(0)
    shop.sandbox.control.payouts.bounce(payoutId)
    expect(await market().payouts.bounced('tr', MARCH)).toHaveLength(1)
    await become(1)
  })

  it('abroad go to accounts that are kept, changed and deleted', async () => {
    const { payoutAccounts } = market()
    const order = { externalAccountId: 'wise-1', currency: 'EUR', seller: 1, idempotencyKey: 'a1' } as const
    const made = await payoutAccounts.create('tr', order)
    expect(made).toMatchObject({ externalAccountId: 'wise-1', currency: 'EUR', seller: 1 })
    await payoutAccounts.update('tr', made.id, 'wise-2')
    expect(await payoutAccounts.search('tr', { page: 0, seller: 1 })).toMatchObject({
      ...{ count: 1, accounts: [{ externalAccountId: 'wise-2' }] },
    })
    await payoutAccounts.delete('tr', made.id)
    expect(await payoutAccounts.search('tr', { page: 0 })).toMatchObject({ count: 0 })
  })
})

const item = (externalId: string, minor: number) => ({ externalId, amount: tl(minor) })
