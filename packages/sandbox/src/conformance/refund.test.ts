import Craftgate from '@craftgate/craftgate'
import { newCard, paymentRequest } from '../test/requests'
import { refusal } from '../test/test-server'
import { useTestServer } from '../test/use-test-server'

const { PaymentPhase, RefundStatus } = Craftgate.Model
const testServer = useTestServer()

const signatureAuth = () => testServer.client.payment()
const reports = () => testServer.client.paymentReporting()
const paid = (change: Parameters<typeof paymentRequest>[0] = {}) =>
  signatureAuth().createPayment(paymentRequest(change))
const refundAll = (paymentId: number, conversationId = 'refund-1') =>
  signatureAuth().refundPayment({ paymentId, conversationId })
const refundPart = (paymentTransactionId: number, refundPrice?: number, conversationId = 'part-1') =>
  signatureAuth().refundPaymentTransaction({ paymentTransactionId, refundPrice, conversationId })
const later = (by: { hours?: number; days?: number }) => testServer.sandbox.control.clock.advance(by)

async function withTransactions(change: Parameters<typeof paymentRequest>[0] = {}) {
  const payment = await paid(change)
  return { payment, ids: payment.paymentTransactions.map(({ id }) => id) as [number, number, number] }
}

describe('a whole refund', () => {
  it('is a CANCEL with an id and without parts until midnight in Istanbul', async () => {
    const { id } = await paid()
    await later({ hours: 11 })
    const refund = await refundAll(id)
    expect(refund).toMatchObject({
      refundType: 'CANCEL',
      status: 'SUCCESS',
      refundPrice: 100,
      refundDestinationType: 'PROVIDER',
      conversationId: 'refund-1',
      paymentId: id,
      currency: 'TRY',
      createdDate: '2026-03-10T23:00:00',
      paymentTransactionRefunds: [],
    })
    expect(await signatureAuth().retrievePaymentRefund(refund.id)).toEqual(refund)
  })

  it('is a REFUND without an id and with parts from midnight in Istanbul on', async () => {
    const { payment, ids } = await withTransactions()
    await later({ hours: 12 })
    const refund = await refundAll(payment.id)
    expect(refund.id).toBeUndefined()
    expect(refund).toMatchObject({ refundType: 'REFUND', status: 'SUCCESS', refundPrice: 100 })
    expect(refund.paymentTransactionRefunds).toMatchObject([
      { paymentTransactionId: ids[0], refundPrice: 30, conversationId: 'refund-1' },
      { paymentTransactionId: ids[1], refundPrice: 50, conversationId: 'refund-1' },
      { paymentTransactionId: ids[2], refundPrice: 20, conversationId: 'refund-1' },
    ])
  })

  it('is a REFUND of the rest after a partial one, on the same day too', async () => {
    const { payment, ids } = await withTransactions()
    await refundPart(ids[1], 20)
    expect(await refundAll(payment.id)).toMatchObject({ refundType: 'REFUND', refundPrice: 80 })
    expect(await reports().retrievePayment(payment.id)).toMatchObject({
      refundStatus: 'FULLY_REFUNDED',
      refundablePrice: 0,
    })
  })

  it('gives back what the card was charged, interest too', async () => {
    const { id } = await paid({ paidPrice: 104.75, installment: 3 })
    expect(await refundAll(id)).toMatchObject({ refundPrice: 104.75 })
  })

  it('happens once', async () => {
    const { id } = await paid()
    await refundAll(id)
    expect(await refusal(refundAll(id))).toMatchObject({ group: 'MAY_HAVE_ALREADY_REFUNDED' })
  })

  it('is no refund of a payment that failed', async () => {
    await refusal(paid({ card: newCard('5102210000006669'), conversationId: 'failed' }))
    const { items } = await reports().searchPayments({ conversationId: 'failed' })
    expect(await refusal(refundAll(items[0]?.id ?? 0))).toMatchObject({ code: '4050' })
    expect(items[0]).toMatchObject({ refundStatus: 'NO_REFUND', refundablePrice: 0 })
  })

  it('cancels a pre-authorization on any day, and a captured one on the day of its capture', async () => {
    const held = await paid({ paymentPhase: PaymentPhase.PreAuth })
    const captured = await paid({ paymentPhase: PaymentPhase.PreAuth })
    await later({ days: 3 })
    await signatureAuth().postAuthPayment(captured.id, { paidPrice: 90 })
    expect(await refundAll(held.id)).toMatchObject({ refundType: 'CANCEL', refundPrice: 100 })
    expect(await refundAll(captured.id)).toMatchObject({ refundType: 'CANCEL', refundPrice: 90 })
  })
})

describe('a refund of a transaction', () => {
  it('gives back parts until nothing is left, and no more', async () => {
    const { payment, ids } = await withTransactions()
    const refund = await refundPart(ids[0], 10.01)
    expect(refund).toMatchObject({
      refundPrice: 10.01,
      status: 'SUCCESS',
      isAfterSettlement: false,
      paymentId: payment.id,
    })
    expect(await signatureAuth().retrievePaymentTransactionRefund(refund.id)).toEqual(refund)
    expect(await refusal(refundPart(ids[0], 20))).toMatchObject({ group: 'MAY_HAVE_ALREADY_REFUNDED' })
    await refundPart(ids[0], 19.99)
    expect(await refusal(refundPart(ids[0], 0.01))).toMatchObject({ group: 'MAY_HAVE_ALREADY_REFUNDED' })
    expect(await reports().retrievePayment(payment.id)).toMatchObject({
      refundStatus: 'PARTIAL_REFUNDED',
      refundablePrice: 70,
    })
    const { items } = await reports().retrievePaymentTransactions(payment.id)
    expect(items.map(({ refundStatus, refundablePrice }) => [refundStatus, refundablePrice])).toEqual([
      ['FULLY_REFUNDED', 0],
      ['NOT_REFUNDED', 50],
      ['NOT_REFUNDED', 20],
    ])
  })

  it('gives back all that is left when no amount is named', async () => {
    const { ids } = await withTransactions()
    await refundPart(ids[1], 12.34)
    expect(await refundPart(ids[1])).toMatchObject({ refundPrice: 37.66 })
  })

  it('goes up to the paid price of the transaction, not to its price', async () => {
    const { ids } = await withTransactions({ paidPrice: 110, installment: 6 })
    expect(await refundPart(ids[0], 33)).toMatchObject({ refundPrice: 33 })
  })

  it('takes nothing after a cancellation', async () => {
    const { payment, ids } = await withTransactions()
    await refundAll(payment.id)
    expect(await refusal(refundPart(ids[0], 1))).toMatchObject({ group: 'MAY_HAVE_ALREADY_REFUNDED' })
  })

  it.each([0, -1])('refuses %d', async (amount) => {
    const { ids } = await withTransactions()
    expect(await refusal(refundPart(ids[0], amount))).toMatchObject({ code: '4052' })
  })

  it('does not exist for what began as a pre-authorization', async () => {
    const { payment, ids } = await withTransactions({ paymentPhase: PaymentPhase.PreAuth })
    expect(await refusal(refundPart(ids[0], 1))).toMatchObject({ code: '4051' })
    await signatureAuth().postAuthPayment(payment.id, {})
    expect(await refusal(refundPart(ids[0], 1))).toMatchObject({ code: '4051' })
  })
})

describe('a refund that the bank does not decide at once', () => {
  it('waits, holds the amount, and is told when it succeeds', async () => {
    const { payment, ids } = await withTransactions()
    testServer.sandbox.control.refunds.nextStatus('WAITING')
    const refund = await refundPart(ids[2], 15)
    expect(refund.status).toBe('WAITING')
    expect(await refusal(refundPart(ids[2], 6))).toMatchObject({ group: 'MAY_HAVE_ALREADY_REFUNDED' })
    expect(await reports().retrievePayment(payment.id)).toMatchObject({
      refundStatus: 'NOT_REFUNDED',
      refundablePrice: 85,
    })
    expect(testServer.sandbox.control.webhooks.list().map(({ eventType }) => eventType)).toEqual(['API_AUTH'])
    expect(testServer.sandbox.control.refunds.finishWaiting()).toBe(1)
    expect(await signatureAuth().retrievePaymentTransactionRefund(refund.id)).toMatchObject({
      status: 'SUCCESS',
    })
    expect(testServer.sandbox.control.webhooks.list()).toMatchObject([
      { eventType: 'API_AUTH' },
      { eventType: 'REFUND_TX', payloadId: String(refund.id) },
    ])
  })

  it('may fail in the end, and the amount is free again', async () => {
    const { payment } = await withTransactions()
    testServer.sandbox.control.refunds.nextStatus('WAITING')
    const refund = await refundAll(payment.id)
    testServer.sandbox.control.refunds.finishWaiting('FAILURE')
    const { items } = await reports().searchPaymentRefunds({ id: refund.id, status: RefundStatus.Failure })
    expect(items).toMatchObject([{ status: 'FAILURE', error: { errorGroup: 'REFUND_DECLINE' } }])
    expect(await refundAll(payment.id)).toMatchObject({ refundType: 'CANCEL', status: 'SUCCESS' })
  })

  it('may fail at once, with a status and without an error', async () => {
    const { ids } = await withTransactions()
    testServer.sandbox.control.refunds.nextStatus('FAILURE')
    expect(await refusal(refundPart(ids[0], 999))).toMatchObject({ group: 'MAY_HAVE_ALREADY_REFUNDED' })
    expect(await refundPart(ids[0], 5)).toMatchObject({ status: 'FAILURE' })
    expect(await refundPart(ids[0], 5)).toMatchObject({ status: 'SUCCESS' })
  })
})

describe('refund reports', () => {
  it('find a cancellation by its conversationId, and show it on the payment', async () => {
    const { id } = await paid()
    const refund = await refundAll(id, 'cancel-key')
    const { items, totalSize } = await reports().searchPaymentRefunds({ conversationId: 'cancel-key' })
    expect(totalSize).toBe(1)
    expect(items).toMatchObject([
      { id: refund.id, paymentId: id, refundPrice: 100, paymentType: 'CARD_PAYMENT' },
    ])
    expect((await reports().retrievePaymentRefunds(id)).items).toEqual(items)
    expect(await reports().retrievePayment(id)).toMatchObject({
      refunds: [{ id: refund.id, conversationId: 'cancel-key', status: 'SUCCESS' }],
      refundStatus: 'FULLY_REFUNDED',
      refundablePrice: 0,
    })
  })

  it('find refunds of transactions by payment, transaction, amount and day', async () => {
    const { payment, ids } = await withTransactions()
    await refundPart(ids[0], 3)
    await later({ days: 1 })
    await refundPart(ids[0], 4)
    const search = (by: object) => reports().searchPaymentTransactionRefunds(by)
    expect((await search({ paymentId: payment.id })).items.map(({ refundPrice }) => refundPrice)).toEqual([
      4, 3,
    ])
    expect((await search({ paymentTransactionId: ids[1] })).totalSize).toBe(0)
    expect((await search({ minRefundPrice: 3.5 })).items).toMatchObject([{ refundPrice: 4 }])
    expect((await search({ maxCreatedDate: new Date('2026-03-10T21:00:00Z') })).items).toMatchObject([
      { refundPrice: 3 },
    ])
    const own = await reports().retrievePaymentTransactionRefunds(payment.id, ids[0])
    expect(own.items).toHaveLength(2)
  })
})
