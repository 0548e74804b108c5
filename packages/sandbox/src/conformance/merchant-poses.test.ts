import Craftgate from '@craftgate/craftgate'
import { call } from '../test/call'
import { checkoutRequest, newCard, paymentRequest } from '../test/requests'
import { clientOf, refusal } from '../test/test-server'
import { TWO_MERCHANTS, useTestServer } from '../test/use-test-server'
import { Shopper, testCards } from '../testing/shopper'

const { CardAssociation, CardBrand, Currency, PaymentAuthenticationType, PosIntegrator, PosStatus, Status } =
  Craftgate.Model
const testServer = useTestServer({ seed: { merchants: TWO_MERCHANTS } })
const control = () => testServer.sandbox.control
const poses = () => testServer.client.merchant()
const payments = () => testServer.client.payment()
/** The seed's POS of Yapı Kredi, where the sample card is at home. */
const YKB = 102
const aliases = async () =>
  (await poses().searchMerchantPos({ page: 0, size: 10 })).items.map(({ alias }) => alias)
const aliasOfPayment = async (change: object = {}) =>
  (await payments().createPayment(paymentRequest(change))).pos.alias

type NewPos = Parameters<ReturnType<typeof poses>['createMerchantPos']>[0]
const newPos = (change: object = {}): NewPos =>
  ({
    ...{ name: 'Akbank 2', clientId: 'client', terminalId: 'terminal', threedsKey: 'gizli' },
    ...{ status: PosStatus.Active, currency: Currency.TRY, posIntegrator: PosIntegrator.AKBANK },
    ...{ enableInstallment: true, enableForeignCard: true },
    merchantPosUsers: [{ posUsername: 'user', posPassword: 'parola', posUserType: 'API' }],
    ...change,
  }) as NewPos

describe('a POS that is created', () => {
  it('has a bank, an alias and a place, and never tells its secrets', async () => {
    const made = await poses().createMerchantPos(newPos({ orderNumber: 1 }))
    expect(made).toMatchObject({
      ...{ name: 'Akbank 2', bankId: 46, bankName: 'AKBANK T.A.Ş.', isPf: false, status: 'ACTIVE' },
      ...{ alias: `46-akbank-${made.id}`, orderNumber: 1, clientId: 'client', enableInstallment: false },
      merchantPosUsers: [{ id: 1, posUsername: 'user', posUserType: 'API' }],
    })
    expect(JSON.stringify(made)).not.toMatch(/gizli|parola/)
    expect(await poses().retrieveMerchantPos(made.id)).toEqual(made)
    expect(await aliases()).toEqual([
      made.alias,
      'garanti',
      'yapikredi',
      'isbank',
      'akbank',
      'multi-currency',
    ])
    expect(await aliasOfPayment({ posAlias: made.alias })).toBe(made.alias)
  })

  it('may be a payment facilitator’s', async () => {
    const made = await poses().createMerchantPos(newPos({ posIntegrator: PosIntegrator.IYZICO }))
    expect(made).toMatchObject({ isPf: true, bankId: 0, alias: `0-iyzico-${made.id}`, orderNumber: 6 })
  })

  it.each([
    { name: undefined },
    { currency: undefined },
    { posIntegrator: undefined },
    { posIntegrator: 'BANK_OF_NOWHERE' },
    { status: 'DELETED' },
  ])('is not created with %j', async (change) => {
    expect(await refusal(poses().createMerchantPos(newPos(change)))).toMatchObject({ code: '4000' })
  })
})

describe('a POS that is changed', () => {
  it('keeps what is not said', async () => {
    const before = await poses().retrieveMerchantPos(YKB)
    const change = { name: 'Yeni ad', clientId: 'c-1', enableForeignCard: false, orderNumber: 5 }
    expect(await poses().updateMerchantPos(YKB, change as never)).toEqual({
      ...{ ...before, ...change },
      orderNumber: 5,
    })
    expect((await aliases()).at(-1)).toBe('yapikredi')
  })

  it('replaces its users, of whom a number must be known', async () => {
    const { id } = await poses().createMerchantPos(newPos())
    const users = (merchantPosUsers: object[]) => poses().updateMerchantPos(id, { merchantPosUsers } as never)
    expect(await users([{ posUsername: 'b' }, { id: 1, posUsername: 'a' }])).toMatchObject({
      merchantPosUsers: [
        { id: 2, posUsername: 'b' },
        { id: 1, posUsername: 'a' },
      ],
    })
    expect(await refusal(users([{ id: 9 }]))).toMatchObject({ code: '4330' })
  })

  it('sells no instalments and takes no foreign cards when it is told so', async () => {
    await poses().updateMerchantPos(YKB, { enableInstallment: false, enableForeignCard: false } as never)
    const inParts = { installment: 3, paidPrice: 103.75, posAlias: 'yapikredi' }
    expect(await refusal(payments().createPayment(paymentRequest(inParts as never)))).toMatchObject({
      code: '4033',
    })
    const { items } = await testServer.client.installment().searchInstallments({
      ...{ binNumber: '525864', price: 100, currency: Currency.TRY },
    })
    expect(items[0]?.installmentPrices.map(({ installmentNumber }) => installmentNumber)).toEqual([1])
    const foreign = { posAlias: 'yapikredi', card: newCard('4111111111111111') }
    expect(await refusal(payments().createPayment(paymentRequest(foreign)))).toMatchObject({
      group: 'NOT_PERMITTED_TO_FOREIGN_CARD',
    })
  })

  it('takes the cards and the kinds of payment that it is told to', async () => {
    await poses().updateMerchantPos(YKB, {
      supportedCardAssociations: [CardAssociation.Troy],
      enabledPaymentAuthenticationTypes: [PaymentAuthenticationType.NonThreeDs],
    } as never)
    const here = (change: object = {}) => paymentRequest({ posAlias: 'yapikredi', ...change })
    expect(await refusal(payments().createPayment(here()))).toMatchObject({ code: '4027' })
    expect(await aliasOfPayment()).not.toBe('yapikredi')
    const troy = newCard('9792060000000007')
    expect(await payments().createPayment(here({ card: troy }))).toMatchObject({ paymentStatus: 'SUCCESS' })
    const withThreeDS = { ...here({ card: troy }), callbackUrl: 'https://shop.example/3ds' }
    expect(await refusal(payments().init3DSPayment(withThreeDS))).toMatchObject({ code: '4028' })
  })

  it('is its merchant’s alone', async () => {
    const other = clientOf({ ...TWO_MERCHANTS[1], url: testServer.sandbox.url }).merchant()
    expect(await refusal(other.updateMerchantPos(YKB, { name: 'B' } as never))).toMatchObject({
      code: '4039',
    })
    expect(await refusal(other.deleteMerchantPos(YKB))).toMatchObject({ code: '4039' })
  })

  it('is as the seed says again after a reset', async () => {
    await poses().deleteMerchantPos(YKB)
    control().reset()
    expect(await poses().retrieveMerchantPos(YKB)).toMatchObject({ alias: 'yapikredi', orderNumber: 2 })
  })
})

describe('the state of a POS', () => {
  const set = (status: (typeof PosStatus)[keyof typeof PosStatus]) =>
    poses().updateMerchantPosStatus(YKB, status)

  it('lets payments pass it by, and refunds only where the bank still gives back', async () => {
    const { id, paymentTransactions } = await payments().createPayment(paymentRequest())
    const [{ id: paymentTransactionId } = { id: 0 }, { id: second } = { id: 0 }] = paymentTransactions
    await set(PosStatus.RefundOnly)
    expect(await poses().retrieveMerchantPos(YKB)).toMatchObject({ status: 'REFUND_ONLY' })
    expect(await aliasOfPayment()).toBe('garanti')
    expect(await refusal(payments().createPayment(paymentRequest({ posAlias: 'yapikredi' })))).toMatchObject({
      code: '4028',
    })
    const refund = (of: number) =>
      payments().refundPaymentTransaction({ paymentTransactionId: of, refundPrice: 1 })
    expect(await refund(paymentTransactionId)).toMatchObject({ status: 'SUCCESS' })
    await set(PosStatus.Passive)
    expect(await refusal(refund(second))).toMatchObject({ code: '4059' })
    expect(await refusal(payments().refundPayment({ paymentId: id }))).toMatchObject({ code: '4059' })
    const intoWallet = { paymentId: id, refundDestinationType: 'WALLET' }
    expect(await call(testServer, 'refunds', intoWallet)).toMatchObject({ errorCode: '4054' })
    await set(PosStatus.Active)
    expect(await aliasOfPayment()).toBe('yapikredi')
  })

  it('is DELETED by either call', async () => {
    await poses().deleteMerchantPos(YKB)
    await poses().updateMerchantPosStatus(103, PosStatus.Deleted)
    expect(await aliases()).toEqual(['garanti', 'akbank', 'multi-currency'])
    expect(await refusal(poses().retrieveMerchantPos(YKB))).toMatchObject({ code: '4039' })
    const path = '/merchant/v1/merchant-poses/101/status/SLEEPING'
    expect(await call(testServer, '', undefined, { method: 'PUT', path })).toMatchObject({
      errorCode: '4000',
    })
  })
})

describe('a POS on AUTOPILOT', () => {
  beforeEach(async () => {
    await poses().updateMerchantPosStatus(YKB, PosStatus.Autopilot)
  })

  it('is left out while its bank is out of order, and the merchant hears of it', async () => {
    expect(await aliasOfPayment()).toBe('yapikredi')
    control().pos.watch('yapikredi', { nonThreeDS: false })
    expect(await aliasOfPayment()).toBe('garanti')
    const state = { isThreeDsUp: true, isNonThreeDsUp: false }
    expect(await poses().retrieveMerchantPos(YKB)).toMatchObject({
      status: 'AUTOPILOT',
      autopilotState: state,
    })
    const autopilot = control()
      .webhooks.list()
      .filter(({ eventType }) => eventType === 'AUTOPILOT')
    expect(autopilot).toMatchObject([
      {
        ...{ status: 'SUCCESS', payloadId: 'yapikredi' },
        payload: {
          ...{ posAlias: 'yapikredi', posName: 'Yapı Kredi Sanal POS' },
          ...{ nonThreeDsStatus: 'PASSIVE', threeDsStatus: 'ACTIVE' },
        },
      },
    ])
    control().pos.watch('yapikredi', { nonThreeDS: true })
    expect(await aliasOfPayment()).toBe('yapikredi')
  })

  it('takes the shopper of the hosted page to 3D Secure where only that works', async () => {
    control().pos.watch('yapikredi', { nonThreeDS: false })
    const { pageUrl } = await payments().initCheckoutPayment(
      checkoutRequest(`${testServer.merchant.url}/callback`),
    )
    const shopper = new Shopper()
    await shopper.open(pageUrl)
    expect(await shopper.pay({ card: testCards.world, threeDS: 'ok' })).toMatchObject({ outcome: 'returned' })
    expect(control().payments().at(-1)).toMatchObject({ status: 'SUCCESS', threeDS: true })
  })

  it('is watched only there', () => {
    expect(() => control().pos.watch('garanti', { threeDS: false })).toThrow('not on AUTOPILOT')
    expect(() => control().pos.watch('nowhere', {})).toThrow('There is no POS "nowhere"')
  })
})

describe('commissions', () => {
  const write = (...commissions: object[]) =>
    poses().updateMerchantPosCommissions(104, { commissions } as never)
  const row = { installment: 2, cardBrandName: CardBrand.Axess, status: Status.Active, blockageDay: 7 }

  it('are told as they were written, and priced by', async () => {
    const rates = { bankOnUsCreditCardCommissionRate: 2.1, merchantCommissionRate: 2.3 }
    expect(await write({ ...row, ...rates, installmentLabel: '2 taksit' })).toMatchObject({ id: 104 })
    const { items } = await poses().retrieveMerchantPosCommissions(104)
    expect(
      items.filter(({ installment, cardBrandName }) => installment === 2 && cardBrandName === 'Axess'),
    ).toEqual([{ ...row, ...rates, id: items.length, installmentLabel: '2 taksit' }])
    const found = await testServer.client.installment().searchInstallments({
      ...{ binNumber: '979206', price: 100, currency: Currency.TRY },
    })
    const two = found.items[0]?.installmentPrices.find(({ installmentNumber }) => installmentNumber === 2)
    expect(two).toMatchObject({ totalPrice: 102.3 })
    const payment = await payments().createPayment(
      paymentRequest({ card: newCard('9792060000000007'), installment: 2, paidPrice: 102.3 } as never),
    )
    expect(payment).toMatchObject({ bankCommissionRate: 2.1, merchantCommissionRate: 2.3 })
    expect(payment.paymentTransactions[0]?.blockageResolvedDate).toBe('2026-03-17T12:00:00')
  })

  it('take an instalment away, and open one to a card family', async () => {
    await write({ ...row, status: Status.Passive })
    const numbers = async (binNumber: string) =>
      (
        await testServer.client
          .installment()
          .searchInstallments({ binNumber, price: 100, currency: Currency.TRY })
      ).items[0]?.installmentPrices.map(({ installmentNumber }) => installmentNumber)
    expect(await numbers('979206')).not.toContain(2)
    const { id, alias } = await poses().createMerchantPos(newPos({ orderNumber: 1 }))
    expect(await poses().retrieveMerchantPos(id)).toMatchObject({ enableInstallment: false })
    const written = { installment: 4, cardBrandName: CardBrand.World, bankNotOnUsCreditCardCommissionRate: 1 }
    const opened = poses().updateMerchantPosCommissions(id, { commissions: [written] } as never)
    expect(await opened).toMatchObject({ alias, enableInstallment: true })
    expect(await numbers('525864')).toEqual([1, 4])
  })

  it.each<[object, string]>([
    [{ installment: 13 }, '4000'],
    [{ merchantCommissionRate: -1 }, '4000'],
    [{ bankForeignCardCommissionRate: 1.00001 }, '4331'],
    [{ status: 'SOMETIMES' }, '4000'],
  ])('are not written with %j', async (change, code) => {
    expect(await refusal(write({ ...row, ...change }))).toMatchObject({ code })
  })
})
