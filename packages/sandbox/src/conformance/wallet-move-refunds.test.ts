import Craftgate from '@craftgate/craftgate'
import { call } from '../test/call'
import { newCard, paymentRequest } from '../test/requests'
import { refusal } from '../test/test-server'
import { useTestServer } from '../test/use-test-server'

const { PosStatus } = Craftgate.Model
const members = [{ id: 1, name: 'Ayşe', hasWallet: true, walletBalance: '20.00' }]
const testServer = useTestServer({
  seed: {
    merchants: [{ name: 'Deneme', apiKey: 'sandbox-api-key', secretKey: 'sandbox-secret-key', members }],
  },
})
const wallet = () => testServer.client.wallet()
const refunds = () => testServer.sandbox.control.refunds
const webhooks = () => testServer.sandbox.control.webhooks.list()

/** The number of the wallet's move. */
async function load(price: number, cardNumber = '5258640000000001'): Promise<number> {
  const request = { price, buyerMemberId: 1, currency: 'TRY', card: newCard(cardNumber) }
  const { data } = await call<{ walletTransaction: { id: number } }>(testServer, 'deposits', request)
  return data?.walletTransaction.id ?? 0
}

const stands = async (moveId: number) => {
  const { amount, withdrawalAmount } = await wallet().retrieveMemberWallet(1)
  const { refundableAmount } = await wallet().retrieveRefundableAmountOfWalletTransaction(moveId)
  return { amount, withdrawalAmount, refundableAmount }
}
const listed = async (moveId: number) =>
  (await wallet().retrieveRefundWalletTransactions(moveId)).items as readonly object[]
const left = () => webhooks().filter(({ payload }) => Number(payload?.amount) < 0)

async function paysFromWallet(price: number) {
  const { card: _card, ...request } = paymentRequest({ buyerMemberId: 1 })
  const all = { price, paidPrice: price, walletPrice: price, items: [{ price }] }
  return testServer.client.payment().createPayment({ ...request, ...all })
}

it('holds the money of a refund that the bank works on, until it left the wallet', async () => {
  const moveId = await load(100)
  refunds().nextStatus('WAITING')
  const refund = await wallet().refundWalletTransaction(moveId, { refundPrice: 70 })
  expect(refund).toMatchObject({ refundStatus: 'WAITING', refundPrice: 70 })
  expect(await stands(moveId)).toEqual({ amount: 120, withdrawalAmount: 50, refundableAmount: 30 })
  expect(await refusal(wallet().refundWalletTransaction(moveId, { refundPrice: 30.01 }))).toMatchObject({
    code: '4182',
  })
  expect(await refusal(paysFromWallet(50.01))).toMatchObject({ code: '4023' })
  expect(left()).toEqual([])
  expect(refunds().finishWaiting()).toBe(1)
  expect(await listed(moveId)).toMatchObject([{ id: refund.id, refundStatus: 'SUCCESS' }])
  expect(await stands(moveId)).toEqual({ amount: 50, withdrawalAmount: 50, refundableAmount: 30 })
  expect(left()).toMatchObject([
    {
      eventType: 'WALLET_TX_CREATED',
      payload: { walletTransactionType: 'REFUND_WALLET_TX_TO_CARD', amount: -70, transactionId: refund.id },
    },
  ])
  expect(refunds().finishWaiting()).toBe(0)
})

it('leaves the money in the wallet when the bank says no in the end, and may be tried again', async () => {
  const moveId = await load(100)
  refunds().nextStatus('WAITING')
  await wallet().refundWalletTransaction(moveId, { refundPrice: 100 })
  refunds().finishWaiting('FAILURE')
  expect(await listed(moveId)).toMatchObject([
    { refundStatus: 'FAILURE', paymentError: { errorGroup: 'REFUND_DECLINE' } },
  ])
  expect(await stands(moveId)).toEqual({ amount: 120, withdrawalAmount: 120, refundableAmount: 100 })
  expect(left()).toEqual([])
  expect(await wallet().refundWalletTransaction(moveId, { refundPrice: 100 })).toMatchObject({
    refundStatus: 'SUCCESS',
  })
  expect(await stands(moveId)).toEqual({ amount: 20, withdrawalAmount: 20, refundableAmount: 0 })
})

it.each([
  ['that a test asks for', '5258640000000001', 'REFUND_DECLINE'],
  ['of a card whose refunds fail', '4355080000006663', 'POS_BALANCE_NOT_SUFFICIENT'],
])('is a refund that failed by a refusal %s', async (_what, cardNumber, errorGroup) => {
  const moveId = await load(100, cardNumber)
  if (errorGroup === 'REFUND_DECLINE') refunds().nextStatus('FAILURE')
  const refund = await wallet().refundWalletTransaction(moveId, { refundPrice: 40 })
  expect(refund).toMatchObject({ refundStatus: 'FAILURE', refundPrice: 40, paymentError: { errorGroup } })
  expect(await listed(moveId)).toMatchObject([{ id: refund.id, refundStatus: 'FAILURE' }])
  expect(await stands(moveId)).toEqual({ amount: 120, withdrawalAmount: 120, refundableAmount: 100 })
})

it.each(['CANCEL', 'REFUND'])(
  'is refused of a %s that went into the wallet, which asks no bank',
  async (kind) => {
    const payment = testServer.client.payment()
    const { id } = await payment.createPayment(
      paymentRequest({ buyerMemberId: 1, card: newCard('4355080000006663') }),
    )
    if (kind === 'REFUND') await testServer.sandbox.control.clock.advance({ days: 1 })
    const refund = { paymentId: id, refundDestinationType: 'WALLET' as never }
    expect(await payment.refundPayment(refund)).toMatchObject({ status: 'SUCCESS', refundType: kind })
    const search = { page: 0, size: 25, walletTransactionTypes: [] }
    const { items } = await wallet().searchWalletTransactions(1, search)
    const moves = kind === 'CANCEL' ? 1 : 3
    expect(items).toHaveLength(moves)
    const moveId = Number(items[0]?.id)
    expect(await wallet().refundWalletTransaction(moveId, { refundPrice: 10 })).toMatchObject({
      ...{ refundStatus: 'FAILURE', paymentError: { errorGroup: 'POS_BALANCE_NOT_SUFFICIENT' } },
    })
  },
)

it('goes back over no POS that is switched off', async () => {
  const moveId = await load(100)
  const { items } = await testServer.client.merchant().searchMerchantPos({})
  for (const { id } of items)
    await testServer.client.merchant().updateMerchantPosStatus(id, PosStatus.Passive)
  expect(await refusal(wallet().refundWalletTransaction(moveId, { refundPrice: 40 }))).toMatchObject({
    code: '4059',
  })
  expect(await listed(moveId)).toEqual([])
})
