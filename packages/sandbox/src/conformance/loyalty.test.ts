import Craftgate from '@craftgate/craftgate'
import { checkoutRequest, newCard, paymentRequest } from '../test/requests'
import { refusal } from '../test/test-server'
import { useTestServer } from '../test/use-test-server'
import { Shopper } from '../testing/shopper'

const { LoyaltyType } = Craftgate.Model
interface Loyalty {
  readonly type: (typeof LoyaltyType)[keyof typeof LoyaltyType]
  readonly reward?: { readonly cardRewardMoney?: number; readonly firmRewardMoney?: number }
}

const testServer = useTestServer()

const payments = () => testServer.client.payment()
const points = (cardRewardMoney?: number, firmRewardMoney?: number): Loyalty => ({
  type: LoyaltyType.RewardMoney,
  reward: { cardRewardMoney, firmRewardMoney },
})
const pay = (number: string, loyalty: Loyalty) =>
  payments().createPayment(paymentRequest({ card: { ...newCard(number), loyalty } }))

describe('asking for points', () => {
  const ask = ({ cardNumber, expireYear, expireMonth, cvc } = newCard('4043080000000003')) =>
    payments().retrieveLoyalties({ cardNumber, expireYear, expireMonth, cvc })

  it.each([
    ['4043080000000003', 'Bonus', 12.35, 5.2],
    ['4032800000000007', 'Garanti BBVA CC', 11.22, 45.58],
    ['4024580000000005', 'Bonus', 50.4, 100],
    ['4090700000000008', 'Bonus', 22.82, undefined],
    ['4329540000080110', 'Shop&Fly', 10, undefined],
    ['4355080000000005', 'Axess', 24.24, 40],
  ])('of %s tells what the portal prints', async (number, cardBrand, cardRewardMoney, firmRewardMoney) => {
    const found = await ask(newCard(number))
    expect(found).toMatchObject({ cardBrand, force3ds: false })
    expect(found.loyalties).toEqual([{ type: 'REWARD_MONEY', reward: { cardRewardMoney, firmRewardMoney } }])
  })

  it('tells the bank and the POS, and further rewards of the World card', async () => {
    const found = await ask(newCard('4048090000000007'))
    expect(found).toMatchObject({ cardIssuerBankId: 67, pos: { alias: 'yapikredi' } })
    expect(found.loyalties.map(({ type }) => type)).toEqual([
      'REWARD_MONEY',
      'ADDITIONAL_INSTALLMENT',
      'POSTPONING_INSTALLMENT',
    ])
  })

  it('of a stored card takes its two keys', async () => {
    const { cardUserKey, cardToken } = await payments().storeCard(newCard('4043080000000003'))
    const found = await payments().retrieveLoyalties({ cardUserKey, cardToken })
    expect(found.loyalties).toMatchObject([{ reward: { cardRewardMoney: 12.35, firmRewardMoney: 5.2 } }])
  })

  it('finds nothing on a card without rewards, and refuses one that nobody knows', async () => {
    expect((await ask(newCard('5258640000000001'))).loyalties).toEqual([])
    expect(await refusal(ask(newCard('5258640000000019')))).toMatchObject({ group: 'INVALID_CARD_NUMBER' })
  })
})

describe('paying with points', () => {
  it('leaves the price as it is and tells what was used, also when the payment is read again', async () => {
    const payment = await pay('4043080000000003', points(1.36, 3.88))
    const used = { type: 'REWARD_MONEY', reward: { cardRewardMoney: 1.36, firmRewardMoney: 3.88 } }
    expect(payment).toMatchObject({ paymentStatus: 'SUCCESS', paidPrice: 100, loyalty: used })
    expect((await payments().retrievePayment(payment.id)).loyalty).toEqual(used)
    expect((await testServer.client.paymentReporting().retrievePayment(payment.id)).loyalty).toEqual(used)
  })

  it('takes at most what the card has', async () => {
    expect(await refusal(pay('4043080000000003', points(12.36)))).toMatchObject({
      group: 'NOT_SUFFICIENT_AWARD',
    })
    expect(await refusal(pay('4090700000000008', points(0, 0.01)))).toMatchObject({
      group: 'NOT_SUFFICIENT_AWARD',
    })
    expect(await pay('4043080000000003', points(12.35, 5.2))).toMatchObject({ paymentStatus: 'SUCCESS' })
  })

  it('takes at most the sale', async () => {
    expect(await refusal(pay('5209220000000002', points(100.01)))).toMatchObject({
      group: 'SALES_AMOUNT_LESS_THAN_AWARD',
    })
    expect(await pay('5209220000000002', points(100))).toMatchObject({ paymentStatus: 'SUCCESS' })
  })

  it.each(['4048090000000007', '4355080000000005', '4329540000080110'])(
    'is for Bonus and Garanti BBVA CC only, not for %s',
    async (number) => {
      expect(await refusal(pay(number, points(1)))).toMatchObject({
        text: 'Ödül işlemi için uygun POS bulunamadı',
      })
    },
  )

  it('pays lira only', async () => {
    const foreign = {
      currency: Craftgate.Model.Currency.USD,
      card: { ...newCard('4043080000000003'), loyalty: points(1) },
    }
    expect(await refusal(payments().createPayment(paymentRequest(foreign)))).toMatchObject({ code: '4035' })
  })

  it('gives extra instalments to the one card that has them', async () => {
    const extra = { type: LoyaltyType.AdditionalInstallment }
    expect(await pay('5209222154820003', extra)).toMatchObject({ installment: 1, loyalty: extra })
    expect(await refusal(pay('5209220000000002', extra))).toMatchObject({ code: '4035' })
  })

  it('needs to know how many', async () => {
    expect(await refusal(pay('4043080000000003', { type: LoyaltyType.RewardMoney }))).toMatchObject({
      code: '4000',
    })
  })

  it('asks the bank at the end of 3D Secure', async () => {
    const complete = async (loyalty: Loyalty) => {
      const { htmlContent, paymentId } = await payments().init3DSPayment({
        ...paymentRequest({ card: { ...newCard('4043080000000003'), loyalty } }),
        callbackUrl: `${testServer.merchant.url}/callback`,
      })
      const shopper = new Shopper()
      await shopper.openHtml(Buffer.from(htmlContent, 'base64').toString('utf8'), testServer.sandbox.url)
      await shopper.answerBank('ok')
      return payments().complete3DSPayment({ paymentId })
    }
    expect(await complete(points(2, 1))).toMatchObject({
      isThreeDS: true,
      loyalty: { reward: { cardRewardMoney: 2, firmRewardMoney: 1 } },
    })
    expect(await refusal(complete(points(20)))).toMatchObject({ group: 'NOT_SUFFICIENT_AWARD' })
  })

  it('is refunded whole: the bank gives points back as points, which the API does not tell', async () => {
    const { id } = await pay('4043080000000003', points(12.35, 5.2))
    expect(await payments().refundPayment({ paymentId: id })).toMatchObject({
      status: 'SUCCESS',
      refundPrice: 100,
    })
  })
})

describe('the instalment table', () => {
  const rows = async (request: { binNumber?: string; loyaltyExists?: boolean }) =>
    (await testServer.client.installment().searchInstallments({ price: 100, ...request })).items

  it('tells where points can be used', async () => {
    const supported = async (binNumber: string) =>
      (await rows({ binNumber }))[0]?.installmentPrices.map(({ loyaltySupported }) => loyaltySupported)
    expect(new Set(await supported('40430800'))).toEqual(new Set([true]))
    expect(new Set(await supported('52586400'))).toEqual(new Set([false]))
  })

  it('keeps to the families with points when asked', async () => {
    const brands = (await rows({ loyaltyExists: true })).map(({ cardBrand }) => cardBrand)
    expect(brands).toEqual(['Bonus', 'Garanti BBVA CC'])
    expect(await rows({ binNumber: '52586400', loyaltyExists: true })).toEqual([])
  })
})

describe('the hosted page', () => {
  async function atPage(change: object = {}) {
    const request = { ...checkoutRequest(`${testServer.merchant.url}/callback`), ...change }
    const { token, pageUrl } = await payments().initCheckoutPayment(request)
    const shopper = new Shopper({ lang: 'en' })
    await shopper.open(pageUrl)
    return { shopper, paid: () => payments().retrieveCheckoutPayment(token) }
  }

  it('uses all points of a card, those of the shop first, and tells the payment what was used', async () => {
    const { shopper, paid } = await atPage()
    expect(await shopper.pay({ card: newCard('4043080000000003'), points: 'all' })).toMatchObject({
      outcome: 'returned',
    })
    expect(await paid()).toMatchObject({
      paidPrice: 100,
      loyalty: { type: 'REWARD_MONEY', reward: { cardRewardMoney: 12.35, firmRewardMoney: 5.2 } },
    })
  })

  it('uses a part of them, in instalments and with 3D Secure', async () => {
    const { shopper, paid } = await atPage()
    await shopper.pay({ card: newCard('4043080000000003'), points: '6.20', installment: 3, threeDS: 'ok' })
    expect(await paid()).toMatchObject({
      installment: 3,
      paidPrice: 103.75,
      isThreeDS: true,
      loyalty: { reward: { cardRewardMoney: 1, firmRewardMoney: 5.2 } },
    })
  })

  it('uses no more than the sale', async () => {
    const items = [{ name: 'a', price: 10, externalId: 'a' }]
    const { shopper, paid } = await atPage({ price: 10, paidPrice: 10, items })
    await shopper.pay({ card: newCard('4032800000000007'), points: 'all' })
    expect(await paid()).toMatchObject({ loyalty: { reward: { cardRewardMoney: 0, firmRewardMoney: 10 } } })
  })

  it('gives extra instalments', async () => {
    const { shopper, paid } = await atPage()
    await shopper.pay({ card: newCard('5209222154820003'), loyalty: 'ADDITIONAL_INSTALLMENT' })
    expect(await paid()).toMatchObject({ loyalty: { type: 'ADDITIONAL_INSTALLMENT' } })
  })

  it('declines more points than the card has, and lets the shopper try again', async () => {
    const { shopper } = await atPage()
    expect(await shopper.pay({ card: newCard('4043080000000003'), points: '50' })).toMatchObject({
      outcome: 'declined',
      group: 'NOT_SUFFICIENT_AWARD',
    })
    expect(await shopper.pay({ card: newCard('4043080000000003'), points: '5' })).toMatchObject({
      outcome: 'returned',
    })
  })

  it.each(['0', '-1', '1.234'] as const)('takes no %s points', async (points) => {
    const { shopper } = await atPage()
    expect(await shopper.pay({ card: newCard('4043080000000003'), points })).toMatchObject({
      outcome: 'invalid',
    })
  })

  it.each(['5258640000000001', '4048090000000007'])(
    'offers nothing that no POS takes, of %s',
    async (number) => {
      const { shopper } = await atPage()
      const { html } = await shopper.askLoyalties({ card: newCard(number) })
      expect(html).toContain('This card has no points or rewards to use.')
      expect(html.includes(`value="${number}`)).toBe(false)
    },
  )

  it('uses points of a stored card', async () => {
    const { cardUserKey } = await payments().storeCard(newCard('4043080000000003'))
    const { shopper, paid } = await atPage({ cardUserKey })
    await shopper.pay({ storedCard: 'first', points: 'all' })
    expect(await paid()).toMatchObject({
      paidWithStoredCard: true,
      loyalty: { reward: { cardRewardMoney: 12.35, firmRewardMoney: 5.2 } },
    })
  })
})
