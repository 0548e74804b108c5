import Craftgate from '@craftgate/craftgate'
import type { ConsoleData } from '../console/console-data'
import { MARKETPLACE_SEED } from '../seed/marketplace-seed'
import { paymentRequest } from '../test/requests'
import { clientOf, refusal } from '../test/test-server'
import { useTestServer } from '../test/use-test-server'

const { Currency, FileStatus, PaymentGroup, SettlementType, TransactionPayoutStatus } = Craftgate.Model
const [, shop] = MARKETPLACE_SEED.merchants
const testServer = useTestServer({ seed: MARKETPLACE_SEED })
const control = () => testServer.sandbox.control
const payments = () => testServer.client.payment()
const wallet = () => testServer.client.wallet()
const reports = () => testServer.client.settlementReporting()
const ALWAYS = { startDate: new Date('2026-01-01'), endDate: new Date('2027-01-01') }

/** Seller 1 has his money in a wallet, seller 2 at his bank; the last item is the marketplace's own. */
const ITEMS = [
  { name: 'A', price: 30, subMerchantMemberId: 1, subMerchantMemberPrice: 27 },
  { name: 'B', price: 50, subMerchantMemberId: 2, subMerchantMemberPrice: 42 },
  { name: 'C', price: 20 },
]

async function sale(items: object[] = ITEMS) {
  const request = paymentRequest({ paymentGroup: PaymentGroup.Product, items: items as typeof ITEMS })
  const { id, paymentTransactions } = await payments().createPayment(request)
  const [first = 0, second = 0, third = 0] = paymentTransactions.map((transaction) => transaction.id)
  return { id, first, second, third }
}

async function approvedSale(items?: object[]) {
  const sold = await sale(items)
  const paymentTransactionIds = [sold.first, sold.second]
  await payments().approvePaymentTransactions({ paymentTransactionIds, isTransactional: true })
  return sold
}

const settle = async (excludedSubMerchantMemberIds: number[] = []) =>
  (await testServer.client.settlement().createInstantWalletSettlement({ excludedSubMerchantMemberIds }))
    .settlementResultStatus
const completed = async (settlementType = SettlementType.SETTLEMENT) =>
  (await reports().searchPayoutCompletedTransactions({ ...ALWAYS, settlementType })).items
const events = (eventType: string) =>
  control()
    .webhooks.list()
    .filter((one) => one.eventType === eventType)
const statuses = async (id: number) =>
  (await testServer.client.paymentReporting().retrievePaymentTransactions(id)).items.map(
    ({ payoutStatus: { merchantStatus, subMerchantMemberStatus } }) => [
      merchantStatus,
      subMerchantMemberStatus,
    ],
  )

/** Creates, uploads and approves a payout file; returns its number. */
function payOut(type: 'SETTLEMENT' | 'WITHDRAW' | 'BOUNCED_SETTLEMENT' = 'SETTLEMENT'): number {
  const fileId = control().payouts.create(type)[0]?.fileId ?? 0
  control().payouts.upload(fileId)
  control().payouts.approve(fileId)
  return fileId
}

describe('a settlement into wallets', () => {
  it('has nothing to settle until a sale is approved', async () => {
    expect(await settle()).toBe('NO_RECORD_FOUND')
    const { first } = await sale()
    expect(await settle()).toBe('NO_RECORD_FOUND')
    await payments().approvePaymentTransactions({ paymentTransactionIds: [first], isTransactional: false })
    expect(await settle([1])).toBe('NO_RECORD_FOUND')
    expect(await settle()).toBe('SUCCESS')
    expect(await settle()).toBe('NO_RECORD_FOUND')
  })

  it('fills the wallet of the seller, opened for it, and tells the merchant', async () => {
    const { id, first } = await approvedSale()
    await settle()
    const held = await wallet().retrieveMemberWallet(1)
    expect(held).toMatchObject({ amount: 27, withdrawalAmount: 27, currency: 'TRY', memberId: 1 })
    const [paid] = await completed()
    expect(await completed()).toEqual([
      {
        ...{ transactionId: first, transactionType: 'PAYMENT_TX', payoutAmount: 27, currency: 'TRY' },
        ...{ payoutId: paid?.payoutId, payoutDate: '2026-03-10T12:00:00' },
        ...{ merchantId: 1, merchantType: 'SUB_MERCHANT_MEMBER' },
        ...{ settlementEarningsDestination: 'WALLET', settlementSource: 'COLLECTION' },
      },
    ])
    const [move] = (await wallet().searchWalletTransactions(held.id, { walletTransactionTypes: [] })).items
    expect(move).toMatchObject({
      ...{ walletTransactionType: 'SETTLEMENT_EARNINGS', amount: 27, transactionId: paid?.payoutId },
    })
    expect(events('WALLET_CREATED')).toHaveLength(1)
    const [event] = events('PAYOUT_COMPLETED')
    expect(event?.payload).toEqual({
      settlementFileId: Number(event?.payloadId),
      settlementType: 'SETTLEMENT',
    })
    expect(await statuses(id)).toEqual([
      ['WAITING_FOR_PAYOUT', 'PAYOUT_COMPLETED'],
      ['WAITING_FOR_PAYOUT', 'WAITING_FOR_PAYOUT'],
      ['WAITING_FOR_PAYOUT', undefined],
    ])
  })

  it('waits for the last day of the blockage', async () => {
    await approvedSale([{ ...ITEMS[0], blockageDay: 3 }, ...ITEMS.slice(1)])
    await control().clock.advance({ days: 2 })
    expect(await settle()).toBe('NO_RECORD_FOUND')
    await control().clock.advance({ days: 1 })
    expect(await settle()).toBe('SUCCESS')
  })

  it('blocks a seller’s money as long as he was registered with, where an item says nothing', async () => {
    const changed = { address: 'A', email: 'a@example.com', settlementDelayCount: 2 }
    await testServer.client.onboarding().updateMember(1, changed as never)
    await approvedSale()
    expect(await settle()).toBe('NO_RECORD_FOUND')
    await control().clock.advance({ days: 2 })
    expect(await settle()).toBe('SUCCESS')
  })

  it('pays the seller his part of what was not refunded, and nothing of a cancelled sale', async () => {
    const { first } = await sale()
    await payments().refundPaymentTransaction({ paymentTransactionId: first, refundPrice: 10 })
    await payments().approvePaymentTransactions({ paymentTransactionIds: [first], isTransactional: true })
    const other = await approvedSale()
    await payments().refundPayment({ paymentId: other.id })
    await settle()
    expect(
      (await completed()).map(({ transactionId, payoutAmount }) => [transactionId, payoutAmount]),
    ).toEqual([[first, 18]])
    expect(await statuses(other.id)).toEqual([
      ['NO_PAYOUT', 'NO_PAYOUT'],
      ['NO_PAYOUT', 'NO_PAYOUT'],
      ['NO_PAYOUT', undefined],
    ])
  })

  it('ends what may be changed of a transaction', async () => {
    const { first } = await approvedSale()
    await settle()
    const approval = { paymentTransactionIds: [first], isTransactional: false }
    expect(await payments().disapprovePaymentTransactions(approval)).toMatchObject({ size: 0 })
    const change = { subMerchantMemberId: 2, subMerchantMemberPrice: 1 }
    expect(await refusal(payments().updatePaymentTransaction(first, change))).toMatchObject({ code: '4148' })
    const [transaction] = (await payments().retrievePayment(1)).paymentTransactions
    expect(transaction?.transactionStatus).toBe('PAYOUT_STARTED')
  })

  it('is for marketplaces only', async () => {
    const client = clientOf({ ...shop, url: testServer.sandbox.url })
    const settled = client.settlement().createInstantWalletSettlement({ excludedSubMerchantMemberIds: [] })
    expect(await refusal(settled)).toMatchObject({ code: '4300' })
    const request = paymentRequest({ items: ITEMS.map((item) => ({ ...item, subMerchantMemberId: 11 })) })
    expect(await refusal(client.payment().createPayment(request))).toMatchObject({ code: '4029' })
    const { id } = await client.payment().createPayment(paymentRequest())
    const { items } = await client.paymentReporting().retrievePaymentTransactions(id)
    expect(items[0]?.payoutStatus).toEqual({ merchantStatus: 'NO_PAYOUT', merchantStatusDate: NOON })
  })
})

const NOON = '2026-03-10T12:00:00'

describe('a refund after the payout', () => {
  it('takes the seller’s share back with the next settlement', async () => {
    const { first } = await approvedSale()
    await settle()
    const refund = await payments().refundPaymentTransaction({ paymentTransactionId: first, refundPrice: 10 })
    expect(refund).toMatchObject({ isAfterSettlement: true })
    const search = { isAfterSettlement: true, page: 0, size: 10 }
    const found = await testServer.client.paymentReporting().searchPaymentTransactionRefunds(search as never)
    expect(found.items.map(({ id }) => id)).toEqual([refund.id])
    expect(await settle()).toBe('SUCCESS')
    expect(
      (await completed()).map(({ transactionType, payoutAmount }) => [transactionType, payoutAmount]),
    ).toEqual([
      ['REFUND_TX', -9],
      ['PAYMENT_TX', 27],
    ])
    expect((await wallet().retrieveMemberWallet(1)).amount).toBe(18)
    expect(await settle()).toBe('NO_RECORD_FOUND')
  })

  it('is refused where the seller holds too little, down to his limit', async () => {
    const { id, first, second } = await approvedSale()
    await settle()
    const { amount: price } = await wallet().retrieveMemberWallet(1)
    await wallet().createWithdraw({ memberId: 1, price, currency: Currency.TRY, description: 'Hepsi' })
    const refund = (paymentTransactionId: number, refundPrice: number) =>
      payments().refundPaymentTransaction({ paymentTransactionId, refundPrice })
    expect(await refusal(refund(first, 1))).toMatchObject({ code: '4058' })
    expect(await refusal(payments().refundPayment({ paymentId: id }))).toMatchObject({ code: '4058' })
    const charged = { paymentTransactionId: first, refundPrice: 10, chargeFromMe: true }
    expect(await payments().refundPaymentTransaction(charged)).toMatchObject({ refundPrice: 10 })
    expect(await settle()).toBe('NO_RECORD_FOUND')
    payOut()
    // Seller 2 may be 50 below zero, and was paid 42.
    expect(await refund(second, 50)).toMatchObject({ isAfterSettlement: true, refundPrice: 50 })
  })
})

it('is refused whole where a seller of two products can give only one back', async () => {
  const one = { price: 50, subMerchantMemberId: 1, subMerchantMemberPrice: 40 }
  const { id } = await approvedSale([one, one])
  await settle()
  await wallet().createWithdraw({ memberId: 1, price: 40, currency: Currency.TRY, description: 'Yarısı' })
  await control().clock.advance({ days: 1 })
  expect(await refusal(payments().refundPayment({ paymentId: id }))).toMatchObject({ code: '4058' })
  const marked = payments().refundPaymentMarkAsRefunded({ paymentId: id })
  expect(await refusal(marked)).toMatchObject({ code: '4058' })
  expect(control().refunds()).toEqual([])
})

describe('a payout file', () => {
  it('pays what goes to a bank: sellers, and the marketplace what the banks leave it', async () => {
    const { first, second, third } = await approvedSale()
    const made = control().payouts.create()
    expect(made).toMatchObject([
      { payee: 'MERCHANT', destination: 'IBAN', amount: '29.04', transactionIds: [first, second, third] },
      { payee: 'SUB_MERCHANT_MEMBER', memberId: 2, destination: 'IBAN', amount: '42.00' },
    ])
    const rows = async (
      fileStatus: Parameters<ReturnType<typeof reports>['searchPayoutRow']>[0]['fileStatus'],
    ) => (await reports().searchPayoutRow({ ...ALWAYS, fileStatus, page: 0, size: 10 })).items
    expect(await rows(FileStatus.Created)).toMatchObject([
      {
        ...{ payoutId: made[1]?.id, merchantId: 2, merchantType: 'SUB_MERCHANT_MEMBER', payoutAmount: 42 },
        ...{ iban: 'TR320010009999901234567890', name: expect.stringContaining('Bakır') },
      },
      { merchantType: 'MERCHANT', name: 'Çarşı Pazaryeri', payoutAmount: 29.04 },
    ])
    expect(() => control().payouts.approve(made[0]?.fileId ?? 0)).toThrow('not UPLOADED')
    control().payouts.upload(made[0]?.fileId ?? 0)
    expect(await rows(FileStatus.Created)).toEqual([])
    expect(await rows(FileStatus.Uploaded)).toHaveLength(2)
    expect(await completed()).toEqual([])
    expect(events('PAYOUT_COMPLETED')).toEqual([])
    control().payouts.approve(made[0]?.fileId ?? 0)
    expect(await rows(FileStatus.Approved)).toHaveLength(2)
    expect(await completed()).toHaveLength(4)
    expect(events('PAYOUT_COMPLETED')).toHaveLength(1)
    expect(() => control().payouts.create()).toThrow('nothing to pay out')
  })

  it('agrees with payments and refunds to the last kuruş', async () => {
    const { first } = await approvedSale()
    await payments().refundPaymentTransaction({ paymentTransactionId: first, refundPrice: 7.77 })
    await approvedSale()
    await settle()
    payOut()
    const paid = (await completed()).reduce(
      (sum, { payoutAmount }) => sum + Math.round(payoutAmount * 100),
      0,
    )
    // 200.00 charged, 7.77 given back; the bank keeps 0.59 + 0.98 + 0.39 of each sale and a part of the refund's.
    const shares = [2700, 241, 4200, 702, 1961]
    const all = shares.reduce((sum, share) => sum + share, 0)
    const left = (share: number) => Math.floor((share * (3000 - 777)) / 3000)
    expect(paid).toBe(2 * all - 2700 - 241 + left(2700) + left(241))
  })

  it('shows one payout with its transactions, to its merchant only', async () => {
    const { second } = await approvedSale()
    const payout = control()
      .payouts.create()
      .find(({ memberId }) => memberId === 2)
    expect(await reports().retrievePayoutDetails(payout?.id ?? 0)).toEqual({
      ...{ merchantId: 2, merchantType: 'SUB_MERCHANT_MEMBER', currency: 'TRY' },
      ...{ name: 'Bakır Atölyesi', iban: 'TR320010009999901234567890' },
      ...{ payoutDate: NOON, payoutAmount: 42, rowDescription: `Çarşı Pazaryeri ${payout?.fileId}` },
      ...{
        bounceStatus: 'NOT_BOUNCED',
        settlementEarningsDestination: 'IBAN',
        settlementSource: 'COLLECTION',
      },
      payoutTransactions: [{ transactionId: second, transactionType: 'PAYMENT_TX', payoutAmount: 42 }],
    })
    const foreign = clientOf({ ...shop, url: testServer.sandbox.url }).settlementReporting()
    expect(await refusal(foreign.retrievePayoutDetails(payout?.id ?? 0))).toMatchObject({ code: '4305' })
  })

  it('is sent back by a bank, and paid again once the seller was updated', async () => {
    await approvedSale()
    payOut()
    const [payout] = control()
      .payouts()
      .filter(({ memberId }) => memberId === 2)
    control().payouts.bounce(payout?.id ?? 0)
    const bounced = async () => (await reports().searchBouncedPayoutTransactions(ALWAYS)).items
    expect(await bounced()).toMatchObject([
      { id: 2, payoutId: payout?.id, payoutAmount: 42, iban: 'TR320010009999901234567890' },
    ])
    expect(() => control().payouts.create('BOUNCED_SETTLEMENT')).toThrow('nothing to pay out')
    const iban = 'TR930006701000000001111112'
    const change = { address: 'A', email: 'a@example.com', iban }
    await testServer.client.onboarding().updateMember(2, change as never)
    const statusOf = async () => (await reports().retrievePayoutDetails(payout?.id ?? 0)).bounceStatus
    expect(await statusOf()).toBe('UPDATED')
    const [again] = control().payouts.create('BOUNCED_SETTLEMENT')
    expect([await statusOf(), await bounced()]).toEqual(['PAYOUT_STARTED', []])
    control().payouts.upload(again?.fileId ?? 0)
    control().payouts.approve(again?.fileId ?? 0)
    expect(await statusOf()).toBe('PAYOUT_COMPLETED')
    expect(await reports().retrievePayoutDetails(again?.id ?? 0)).toMatchObject({
      ...{ iban, settlementSource: 'BOUNCED', payoutAmount: 42 },
    })
    expect(await completed(SettlementType.BOUNCED_SETTLEMENT)).toHaveLength(1)
    expect(() => control().payouts.create()).toThrow('nothing to pay out')
  })
})

describe('a withdraw', () => {
  const ask = (price: number, memberId = 1) =>
    wallet().createWithdraw({ memberId, price, currency: Currency.TRY, description: 'Hakediş' })
  const held = async () => (await wallet().retrieveMemberWallet(1)).amount
  beforeEach(async () => {
    await approvedSale()
    await settle()
  })

  it('leaves the wallet at once, and reaches the bank when the file is approved', async () => {
    const asked = await ask(20)
    expect(asked).toMatchObject({
      status: 'ACTIVE',
      price: 20,
      payoutStatus: 'WAITING_FOR_PAYOUT',
      memberId: 1,
    })
    expect(await held()).toBe(7)
    const [payout] = control().payouts.create('WITHDRAW')
    expect(await wallet().retrieveWithdraw(asked.id)).toMatchObject({
      ...{ payoutStatus: 'PAYOUT_STARTED', payoutId: payout?.id },
    })
    expect(await refusal(wallet().cancelWithdraw(asked.id))).toMatchObject({ code: '4219' })
    control().payouts.upload(payout?.fileId ?? 0)
    control().payouts.approve(payout?.fileId ?? 0)
    expect((await wallet().retrieveWithdraw(asked.id)).payoutStatus).toBe('PAYOUT_COMPLETED')
    expect(await completed(SettlementType.WITHDRAW)).toMatchObject([
      {
        transactionId: asked.id,
        transactionType: 'WITHDRAW',
        payoutAmount: 20,
        settlementSource: 'WITHDRAW',
      },
    ])
    expect(events('PAYOUT_COMPLETED').at(-1)?.payload).toMatchObject({ settlementType: 'WITHDRAW' })
    expect(await held()).toBe(7)
  })

  it('is cancelled while it waits, once', async () => {
    const { id } = await ask(20)
    expect(await wallet().cancelWithdraw(id)).toMatchObject({ status: 'PASSIVE', payoutStatus: 'CANCELLED' })
    expect(await held()).toBe(27)
    expect(await refusal(wallet().cancelWithdraw(id))).toMatchObject({ code: '4219' })
    const { id: walletId } = await wallet().retrieveMemberWallet(1)
    const { items } = await wallet().searchWalletTransactions(walletId, { walletTransactionTypes: [] })
    expect(items.map((move) => move.walletTransactionType)).toEqual([
      ...['WITHDRAW_CANCEL', 'WITHDRAW', 'SETTLEMENT_EARNINGS'],
    ])
  })

  it.each([
    ['more than the wallet holds', 27.01, 1, '4218'],
    ['nothing', 0, 1, '4218'],
    ['of a buyer', 1, 3, '4216'],
    ['of a seller without a wallet', 1, 2, '4180'],
    ['of nobody', 1, 99, '4200'],
  ])('is not asked for %s', async (_what, price, memberId, code) => {
    expect(await refusal(ask(price, memberId))).toMatchObject({ code })
    expect(await held()).toBe(27)
  })

  it('is found by who, what and how far', async () => {
    const [small, large] = [await ask(5), await ask(15)]
    await wallet().cancelWithdraw(small.id)
    const search = async (by: object) =>
      (await wallet().searchWithdraws({ page: 0, size: 10, ...by } as never)).items.map(({ id }) => id)
    expect(await search({ memberId: 1 })).toEqual([large.id, small.id])
    expect(await search({ payoutStatus: TransactionPayoutStatus.WaitingForPayout })).toEqual([large.id])
    expect(await search({ minWithdrawPrice: 6 })).toEqual([large.id])
    expect(await search({ currency: Currency.USD })).toEqual([])
  })
})

it('is done over HTTP as well', async () => {
  await approvedSale()
  const post = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json' }
    const sent = { method: 'POST', headers, body: JSON.stringify(body) }
    return (await fetch(`${testServer.sandbox.url}/_control/payouts/${path}`, sent)).json()
  }
  const made = (await post('create', {})) as { data: { id: number; fileId: number }[] }
  const { id: payout = 0, fileId = 0 } = made.data.at(-1) ?? {}
  expect(await post('approve', { id: fileId })).toEqual({ error: expect.stringContaining('not UPLOADED') })
  expect(await post('upload', { id: fileId })).toEqual({ data: null })
  expect(await post('approve', { id: fileId })).toEqual({ data: null })
  expect(await post('bounce', { id: payout })).toEqual({ data: null })
  const listed = await (await fetch(`${testServer.sandbox.url}/_control/payouts`)).json()
  expect(listed).toMatchObject({ data: [{ payee: 'MERCHANT' }, { id: payout, bounceStatus: 'BOUNCED' }] })
})

it('is seen in the console, whose buttons take a file further', async () => {
  await approvedSale()
  await settle()
  const fileId = control().payouts.create()[0]?.fileId ?? 0
  const data = async () =>
    (await (await fetch(`${testServer.sandbox.url}/_console/data`)).json()) as ConsoleData
  const { members, wallets, payouts } = await data()
  expect(members).toMatchObject([{ id: 3 }, { id: 2 }, { id: 1, destination: 'WALLET' }, {}, {}])
  expect(wallets.find(({ memberId }) => memberId === 1)).toMatchObject({
    ...{ balance: '27.00', withdrawable: '27.00', merchant: 'Çarşı Pazaryeri' },
    moves: [{ type: 'SETTLEMENT_EARNINGS', amount: '27.00' }],
  })
  expect(payouts).toMatchObject([
    { fileStatus: 'CREATED', payee: 'SUB_MERCHANT_MEMBER 2', amount: '42.00' },
    { fileStatus: 'CREATED', amount: '29.04' },
    { fileStatus: 'APPROVED', destination: 'WALLET' },
  ])
  const step = { do: 'payout', step: 'upload', id: String(fileId), apiKey: 'marketplace-api-key' }
  const act = { method: 'POST', body: new URLSearchParams(step), redirect: 'manual' as const }
  expect((await fetch(`${testServer.sandbox.url}/_console/act`, act)).status).toBe(303)
  expect((await data()).payouts[0]).toMatchObject({ fileStatus: 'UPLOADED' })
})
