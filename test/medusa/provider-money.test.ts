import { authorOf } from '../../packages/medusa/src/payment/payment-data'
import { client } from '../contract/craftgate-client'
import { PRE_AUTH } from './payment-module/payment-shop'
import { runPaymentShop } from './payment-module/run-payment-shop'

// What the merchant's capture, refund and cancel do, asked through Medusa's real payment module.

runPaymentShop((shop) => {
  const preAuthorized = () => shop().sell({ provider: PRE_AUTH })
  const refund = (payment_id: string, amount?: string) =>
    shop().payments.refundPayment({ payment_id, amount })
  const asked = (path: RegExp) =>
    shop()
      .sandbox.control.requests()
      .filter((each) => path.test(each.path))
  const returned = () =>
    shop()
      .sandbox.control.refunds()
      .map(({ amount, status }) => `${amount} ${status}`)

  test('a pre-authorization is captured once', async () => {
    const { id } = await preAuthorized()
    const captured = await shop().payments.capturePayment({ payment_id: id })
    expect(captured).toMatchObject({ captures: [{ amount: 1249.9 }], data: { outcome: 'captured' } })
    expect(captured.captured_at).toBeTruthy()
    await shop().payments.capturePayment({ payment_id: id })
    expect(asked(/post-auth/)).toHaveLength(1)
    expect(shop().sandbox.control.payments()).toMatchObject([{ phase: 'POST_AUTH', paidPrice: '1249.90' }])
  })

  test('less than was authorized is captured when the merchant says so; the rest is not captured later', async () => {
    const { id } = await preAuthorized()
    await shop().payments.capturePayment({ payment_id: id, amount: '1200.00' })
    expect(shop().sandbox.control.payments()).toMatchObject([{ phase: 'POST_AUTH', paidPrice: '1200.00' }])
    const rest = shop().payments.capturePayment({ payment_id: id, amount: '49.90' })
    await expect(rest).rejects.toThrow(/captured once; the rest of it was released/)
    expect(await shop().payments.listCaptures()).toMatchObject([{ amount: 1200 }])
    expect(asked(/post-auth/)).toHaveLength(1)
  })

  test('a capture that the bank does not allow is refused: the merchant reads why, and no capture stays', async () => {
    const { id } = await preAuthorized()
    const tooLittle = shop().payments.capturePayment({ payment_id: id, amount: '500.00' })
    await expect(tooLittle).rejects.toThrow(/^The capture failed\..*nothing was done.*4041/)
    expect(await shop().payments.listCaptures()).toEqual([])
    await shop().payments.capturePayment({ payment_id: id })
    expect(await shop().payments.listCaptures()).toMatchObject([{ amount: 1249.9 }])
  })

  test('a capture whose answer was lost is asked about, not made again', async () => {
    const { id } = await preAuthorized()
    const lost = { match: { pathRegex: 'post-auth' }, kind: 'drop-after-commit' } as const
    shop().sandbox.control.faults.add(lost)
    await shop().payments.capturePayment({ payment_id: id })
    expect(asked(/post-auth/)).toHaveLength(1)
  })

  test('refunds of a part, then of the rest', async () => {
    const { id } = await shop().sell()
    await refund(id, '249.90')
    const payment = await refund(id, '1000.00')
    expect(payment.refunds).toMatchObject([{ amount: 249.9 }, { amount: 1000 }])
    expect(returned()).toEqual(['249.90 SUCCESS', '1000.00 SUCCESS'])
  })

  test('the whole payment is cancelled on the day it was made', async () => {
    const { id } = await shop().sell()
    await refund(id)
    expect(shop().sandbox.control.refunds()).toMatchObject([{ type: 'CANCEL', amount: '1249.90' }])
  })

  test('more than the rest is not refunded, not even the hundredth that Medusa lets pass', async () => {
    const { id } = await shop().sell()
    await refund(id, '1000.00')
    await expect(refund(id, '249.92')).rejects.toThrow(/cannot refund more than what is captured/)
    await expect(refund(id, '249.91')).rejects.toThrow('What is left to refund of this payment is TRY 249.90')
    expect(await shop().payments.listRefunds()).toHaveLength(1)
    expect(returned()).toEqual(['1000.00 SUCCESS'])
  })

  test('what the merchant gave back in Craftgate’s panel is not given back again: no refund stays', async () => {
    const { id } = await shop().sell()
    const [paid] = shop().sandbox.control.payments()
    await client(shop().sandbox)
      .payment()
      .refundPaymentTransaction({
        paymentTransactionId: paid?.transactions[0]?.id ?? 0,
        refundPrice: 1000,
      })
    const tooMuch = refund(id, '249.91')
    await expect(tooMuch).rejects.toThrow('What is left to refund of this payment is TRY 249.90')
    expect(await shop().payments.listRefunds()).toEqual([])
    await refund(id, '249.90')
    expect(returned()).toEqual(['1000.00 SUCCESS', '249.90 SUCCESS'])
  })

  test('a refund that the bank works on is refused; asked for again it is entered, and not made twice', async () => {
    const { id } = await shop().sell()
    const { control } = shop().sandbox
    control.refunds.nextStatus('WAITING')
    await expect(refund(id, '249.90')).rejects.toThrow(/bank/)
    expect(await shop().payments.listRefunds()).toEqual([])
    control.refunds.finishWaiting()
    await refund(id, '249.90')
    expect(returned()).toEqual(['249.90 SUCCESS'])
    expect(await shop().payments.listRefunds()).toMatchObject([{ amount: 249.9 }])
  })

  test('a refund that only enters what happened moves no money, and is refused when nothing happened', async () => {
    const { id: payment_id } = await shop().sell()
    const created_by = authorOf({ key: 'a-call-that-nobody-made' })
    const entered = shop().payments.refundPayment({ payment_id, amount: '249.90', created_by })
    await expect(entered).rejects.toThrow('This refund is entered already')
    expect(await shop().payments.listRefunds()).toEqual([])
    expect(returned()).toEqual([])
  })

  test('refunds of the same amount, at once and after another, are refunds of their own', async () => {
    const { id } = await shop().sell()
    await Promise.all([refund(id, '100.00'), refund(id, '100.00')])
    await refund(id, '100.00')
    expect(returned()).toEqual(['100.00 SUCCESS', '100.00 SUCCESS', '100.00 SUCCESS'])
  })

  test('an authorized payment that is cancelled is voided at Craftgate', async () => {
    const { id } = await preAuthorized()
    const payment = await shop().payments.cancelPayment(id)
    expect(payment.canceled_at).toBeTruthy()
    expect(shop().sandbox.control.refunds()).toMatchObject([{ type: 'CANCEL', status: 'SUCCESS' }])
    expect(shop().sandbox.control.sums()).toMatchObject({ TRY: { held: '0.00' } })
    await expect(shop().payments.capturePayment({ payment_id: id })).rejects.toThrow(/canceled/)
  })

  test('a captured payment is not cancelled: the merchant reads that it is to be refunded', async () => {
    const { id } = await shop().sell()
    await expect(shop().payments.cancelPayment(id)).rejects.toThrow(/refund it instead/)
    const [payment] = await shop().payments.listPayments({ id })
    expect(payment?.canceled_at).toBeNull()
    expect(shop().sandbox.control.refunds()).toEqual([])
  })

  test('a payment that stands in no book of ours is not touched', async () => {
    const { id } = await shop().sell()
    const { checkouts } = shop().craftgate
    checkouts.find = async () => undefined
    await expect(refund(id, '1.00')).rejects.toThrow('There is no Craftgate record of this payment')
    expect(returned()).toEqual([])
  })
})
