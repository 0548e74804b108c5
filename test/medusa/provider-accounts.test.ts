import { AUTH, EUROPE } from './payment-module/payment-shop'
import { runPaymentShop } from './payment-module/run-payment-shop'

// Craftgate numbers payments for each account. Two merchants' payments have the same number here.

runPaymentShop((shop) => {
  async function soldWithTheSameNumber() {
    const { control, merchants } = shop().sandbox
    for (const { apiKey } of merchants) control.ids.startAt(5000, apiKey)
    const payments = {
      main: await shop().sell({ provider: AUTH, amount: '100.00' }),
      europe: await shop().sell({ provider: EUROPE, amount: '250.00' }),
    }
    expect(payments.main.data).toMatchObject({ account: 'main:sandbox' })
    expect(payments.europe.data).toMatchObject({ account: 'europe:sandbox' })
    expect(payments.europe.data?.payment).toBe(payments.main.data?.payment)
    return payments
  }

  const refund = (payment_id: string, amount?: string) =>
    shop().payments.refundPayment({ payment_id, amount })
  const refunds = () =>
    shop()
      .sandbox.control.refunds()
      .map(({ amount, status }) => `${amount} ${status}`)
      .sort()

  test('two payments with the same number are two payments, each of its account', async () => {
    const { main, europe } = await soldWithTheSameNumber()
    const { checkouts } = shop().craftgate
    const paymentId = Number(main.data?.payment)
    const found = ['main:sandbox', 'europe:sandbox'].map((account) => checkouts.find({ account, paymentId }))
    expect(await Promise.all(found)).toMatchObject([
      { reference: main.data?.reference, expected: { minor: 10_000 } },
      { reference: europe.data?.reference, expected: { minor: 25_000 } },
    ])
  })

  test('a refund gives back the money of its own account, and leaves the other payment as it is', async () => {
    const { main, europe } = await soldWithTheSameNumber()
    await refund(europe.id, '200.00')
    await expect(refund(main.id, '100.01')).rejects.toThrow()
    await refund(main.id, '100.00')
    await refund(europe.id, '50.00')
    expect(refunds()).toEqual(['100.00 SUCCESS', '200.00 SUCCESS', '50.00 SUCCESS'])
  })

  test('a refund that the bank works on in one account is not taken for one of the other', async () => {
    const { main, europe } = await soldWithTheSameNumber()
    shop().sandbox.control.refunds.nextStatus('WAITING')
    await expect(refund(europe.id, '60.00')).rejects.toThrow(/bank/)
    await refund(main.id, '60.00')
    expect(refunds()).toEqual(['60.00 SUCCESS', '60.00 WAITING'])
  })
})
