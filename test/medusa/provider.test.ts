import { testCards } from '@craftgate-commerce/sandbox'
import { CraftgateProvider } from '../../packages/medusa/src/providers/craftgate/craftgate-provider'
import { AUTH, PRE_AUTH } from './payment-module/payment-shop'
import { runPaymentShop } from './payment-module/run-payment-shop'

// The provider behind Medusa's real payment module: a session, and whether its payment may be taken.

const NOT_YET = /was not authorized with the provider/

runPaymentShop((shop) => {
  test('a session tells the storefront a reference, a pay link and its own id, and nothing else', async () => {
    const { id, data, status } = await shop().begin()
    expect(Object.keys(data).sort()).toEqual(['pay_link', 'reference', 'session_id'])
    expect(data.session_id).toBe(id)
    expect(data.pay_link).toContain(`https://shop.example.com/craftgate/pay/${data.reference}?sig=`)
    expect(status).toBe('requires_more')
  })

  test('what a client writes into the data of its session does not stay there', async () => {
    const { payments } = shop()
    const asked = { amount: '10.00', currency_code: 'try' }
    const collection = await payments.createPaymentCollections(asked)
    const data = { payment: 1, account: 'main:sandbox', outcome: 'captured', note: '<script>' }
    const session = { provider_id: AUTH, data, ...asked }
    const { id } = await payments.createPaymentSession(collection.id, session)
    const [kept] = await payments.listPaymentSessions({ id: [id] })
    expect(Object.keys(kept?.data ?? {}).sort()).toEqual(['pay_link', 'reference', 'session_id'])
  })

  test('who only knows the reference of an attempt does not close its page', async () => {
    const session = await shop().begin()
    await shop().attempt(session, { card: testCards.notSufficientFunds })
    const provider = new CraftgateProvider({})
    const { reference, pay_link } = session.data
    for (const data of [{ reference }, { reference, pay_link }, { reference, session_id: 'payses_other' }]) {
      await provider.deletePayment({ data })
    }
    const [open] = shop().sandbox.control.checkouts()
    expect(open).toMatchObject({ state: 'open' })
    await provider.deletePayment({ data: session.data })
    await shop().until(() => shop().sandbox.control.checkouts()[0]?.state !== 'open')
  })

  test('Craftgate is not asked before the shopper goes to pay', async () => {
    const session = await shop().begin()
    expect(shop().sandbox.control.requests()).toEqual([])
    await shop().attempt(session)
    expect(shop().sandbox.control.checkouts()).toMatchObject([{ price: '1249.90', currency: 'TRY' }])
  })

  test('a session that nobody paid is refused, stays usable, and is paid afterwards', async () => {
    const session = await shop().begin()
    await expect(shop().authorize(session)).rejects.toThrow(NOT_YET)
    const [waiting] = await shop().payments.listPaymentSessions({ id: [session.id] })
    expect(waiting).toMatchObject({ status: 'requires_more', data: session.data })
    await shop().pay(session)
    await expect(shop().authorize(session)).resolves.toMatchObject({ amount: 1249.9 })
  })

  test('a declined card leaves the session usable', async () => {
    const session = await shop().begin()
    const { outcome } = await shop().attempt(session, { card: testCards.notSufficientFunds })
    expect(outcome).toBe('declined')
    await expect(shop().authorize(session)).rejects.toThrow(NOT_YET)
    await shop().pay(session)
    await expect(shop().authorize(session)).resolves.toMatchObject({ amount: 1249.9 })
  })

  test('a paid session becomes a captured payment, whose data a shopper may see', async () => {
    const { id, data } = await shop().sell()
    const [payment] = await shop().payments.listPayments({ id }, { relations: ['captures'] })
    expect(payment).toMatchObject({ amount: 1249.9, captures: [{ amount: 1249.9 }] })
    expect(payment?.captured_at).toBeTruthy()
    expect(data).toEqual({
      reference: expect.stringMatching(/^[0-9a-f]{32}$/),
      session_id: expect.stringMatching(/^payses_/),
      account: 'main:sandbox',
      payment: expect.any(Number),
      outcome: 'captured',
      installment: 1,
      paidPrice: '1249.90',
      currency: 'TRY',
      method: 'CARD',
      paidWith: { tr: 'Bonus Mastercard •••• 0002', en: 'Bonus Mastercard •••• 0002' },
      cardFamily: 'Bonus',
      cardAssociation: 'MASTER_CARD',
      lastFour: '0002',
      threeDS: false,
    })
  })

  test('neither session nor payment holds a key, a token, or more of the card than its last digits', async () => {
    const session = await shop().begin()
    await shop().pay(session)
    const { sandbox, payments } = shop()
    const written = JSON.stringify([
      await shop().authorize(session),
      await payments.listPaymentSessions({ id: [session.id] }, { relations: ['payment'] }),
    ])
    const { apiKey, secretKey, webhookKey } = sandbox
    const [checkout] = sandbox.control.checkouts()
    for (const secret of [
      apiKey,
      secretKey,
      webhookKey,
      checkout?.token,
      testCards.success.cardNumber.slice(0, 8),
    ])
      expect(written).not.toContain(secret)
    expect(written).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-|user_?key|ayse@/i)
  })

  test('a storefront that is faster than the callback gets the payment too, once', async () => {
    const session = await shop().begin()
    await shop().pay(session, { card: testCards.success, deliver: false })
    const payment = await shop().authorize(session)
    expect((await shop().authorize(session)).id).toBe(payment.id)
    expect(await shop().payments.listPayments()).toHaveLength(1)
  })

  test('a payment of another amount than the session asks for is refused', async () => {
    const session = await shop().begin()
    await shop().pay(session)
    shop().query.amounts.set(session.id, '1249.91')
    await expect(shop().authorize(session)).rejects.toThrow(NOT_YET)
    expect(await shop().payments.listPayments()).toEqual([])
  })

  test.each([
    ['costs more by now', { currency_code: 'try', total: '1300.00' }],
    ['costs less by now', { currency_code: 'try', total: '1249.89' }],
    ['is in another currency by now', { currency_code: 'usd', total: '1249.90' }],
  ])('a payment for a cart that %s is refused', async (_, cart) => {
    const session = await shop().begin()
    await shop().pay(session)
    shop().query.carts.set(session.payment_collection_id, cart)
    await expect(shop().authorize(session)).rejects.toThrow(NOT_YET)
  })

  test('a payment that Craftgate tells another price of is refused', async () => {
    const session = await shop().begin()
    await shop().pay(session, { card: testCards.success, deliver: false })
    const { control } = shop().sandbox
    control.tamper(control.payments()[0]?.id ?? 0, { price: 100 })
    await expect(shop().authorize(session)).rejects.toThrow(NOT_YET)
  })

  test('money that is on its way back buys nothing', async () => {
    const session = await shop().begin()
    const order = shop().craftgate.platform.order(session.id)
    const { callback } = await shop().attempt(session)
    order.cancelled = true
    if (callback) await shop().comeBack(callback)
    expect(shop().sandbox.control.refunds()).toHaveLength(1)
    await expect(shop().authorize(session)).rejects.toThrow(NOT_YET)
  })

  test('data that a storefront made up buys nothing', async () => {
    const paid = await shop().begin()
    await shop().pay(paid)
    const { payments } = shop()
    const collection = await payments.createPaymentCollections({ amount: '1249.90', currency_code: 'try' })
    const input = {
      provider_id: AUTH,
      amount: '1249.90',
      currency_code: 'try',
      data: { ...paid.data, payment: 1 },
    }
    const session = await payments.createPaymentSession(collection.id, input)
    expect(session.data.reference).not.toBe(paid.data.reference)
    await expect(shop().authorize(session)).rejects.toThrow(NOT_YET)
  })

  test('a session does not take the payment of another one', async () => {
    const [paid, session] = [await shop().begin(), await shop().begin()]
    await shop().pay(paid)
    const change = { id: session.id, amount: '1249.90', currency_code: 'try', data: paid.data }
    await shop().payments.updatePaymentSession(change)
    await expect(shop().authorize(session)).rejects.toThrow('This session has no Craftgate checkout')
    expect(await shop().payments.listPayments()).toEqual([])
  })

  test('a session whose amount changed has a new page; the old one is closed', async () => {
    const session = await shop().begin()
    await shop().attempt(session, { card: testCards.notSufficientFunds })
    const change = { id: session.id, amount: '999.00', currency_code: 'try', data: session.data }
    const updated = await shop().payments.updatePaymentSession(change)
    expect(updated).toMatchObject({ amount: 999, status: 'requires_more' })
    expect(updated.data).toEqual(session.data)
    const [page] = shop().sandbox.control.checkouts()
    expect(page?.state).toBe('expired')
  })

  test('a session that is deleted closes its page', async () => {
    const session = await shop().begin()
    await shop().attempt(session, { card: testCards.notSufficientFunds })
    await shop().payments.deletePaymentSession(session.id)
    expect(await shop().payments.listPaymentSessions()).toEqual([])
    await shop().until(() => shop().sandbox.control.checkouts()[0]?.state === 'expired')
  })

  test('a currency that Craftgate does not charge is refused by name, and leaves no session', async () => {
    await expect(shop().begin({ currency: 'sek' })).rejects.toThrow('Craftgate does not charge SEK')
    expect(await shop().payments.listPaymentSessions()).toEqual([])
  })

  test.each([
    ['jpy', '1250', '1250'],
    ['kwd', '12.345', '12.345'],
  ])('an amount in %s is charged exactly', async (currency, amount, price) => {
    await shop().sell({ currency, amount })
    expect(shop().sandbox.control.payments()).toMatchObject([{ price }])
  })

  test('a pre-authorization is authorized and not captured', async () => {
    const payment = await shop().sell({ provider: PRE_AUTH })
    expect(payment).toMatchObject({ captured_at: null, data: { outcome: 'authorized' } })
    expect(shop().sandbox.control.payments()).toMatchObject([{ phase: 'PRE_AUTH' }])
  })
})
