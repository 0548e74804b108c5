// What a bank keeps of a payment, and until when: by its POS's commissions and the sandbox's clock.
import Craftgate from '@craftgate/craftgate'
import { MARKETPLACE_SEED } from '../seed/marketplace-seed'
import { newCard, paymentRequest } from '../test/requests'
import { useTestServer } from '../test/use-test-server'

const { CardBrand, PaymentGroup, PaymentPhase, Status } = Craftgate.Model
const POS = {
  ...{ alias: 'garanti', name: 'Garanti', bank: 'T. GARANTİ BANKASI A.Ş.', cardBrands: ['Bonus'] },
  commissions: [
    {
      ...{ installment: 1, bankRate: '1.95', blockageDay: 1 },
      rates: {
        bankNotOnUsCreditCardCommissionRate: '2.15',
        bankOnUsDebitCardCommissionRate: '0.9',
        bankNotOnUsDebitCardCommissionRate: '1.1',
        bankForeignCardCommissionRate: '3.333',
      },
    },
    { installment: 3, bankRate: '4.75', merchantRate: '3.75', blockageDay: 30 },
  ],
}
const [marketplace, shop] = MARKETPLACE_SEED.merchants
const testServer = useTestServer({ seed: { merchants: [{ ...marketplace, poses: [POS] }, shop] } })
const payments = () => testServer.client.payment()
const reports = () => testServer.client.paymentReporting()
const BONUS = newCard('5209220000000002')
const pay = (change: object = {}) => payments().createPayment(paymentRequest({ card: BONUS, ...change }))

const DAY = 86_400_000
/** The clients' types lack the date of the payment itself. */
const daysBlocked = (answer: object, from = 'createdDate'): number => {
  const dates = answer as Record<string, string>
  return (Date.parse(dates.blockageResolvedDate ?? '') - Date.parse(dates[from] ?? '')) / DAY
}

it.each([
  ['a credit card of the POS’s bank', '5209220000000002', 1.95, 1.95],
  ['a credit card of another bank', '5258640000000001', 2.15, 2.15],
  ['a debit card of the POS’s bank', '4017380000000009', 0.9, 0.9],
  ['a debit card of another bank', '5124400000000002', 1.1, 1.1],
  ['a card from abroad, rounded to the minor unit', '4111111111111111', 3.333, 3.33],
])('of %s', async (_card, number, bankCommissionRate, bankCommissionRateAmount) => {
  const paid = await pay({ card: newCard(number) })
  expect(paid).toMatchObject({ bankCommissionRate, bankCommissionRateAmount })
  expect(daysBlocked(paid)).toBe(1)
})

it('of instalments by their own row, of what the card is charged, in every answer and report', async () => {
  const paid = await pay({ installment: 3, paidPrice: 103.75 })
  const told = {
    ...{ merchantCommissionRate: 3.75, merchantCommissionRateAmount: 3.75 },
    ...{ bankCommissionRate: 4.75, bankCommissionRateAmount: 4.93 },
  }
  const answers = [
    paid,
    await payments().retrievePayment(paid.id),
    await reports().retrievePayment(paid.id),
    (await reports().searchPayments({ paymentId: paid.id })).items[0] ?? {},
  ]
  for (const answer of answers) expect(answer).toMatchObject(told)
  expect(answers.map((answer) => daysBlocked(answer))).toEqual([30, 30, 30, 30])
  const { items } = await reports().retrievePaymentTransactions(paid.id)
  expect(items.map((item) => [item.bankCommissionRate, daysBlocked(item)])).toEqual([
    [4.75, 30],
    [4.75, 30],
    [4.75, 30],
  ])
})

it('of a family by the row that the API wrote for it', async () => {
  const written = {
    ...{ installment: 1, cardBrandName: CardBrand.Bonus, status: Status.Active, blockageDay: 5 },
    ...{ bankOnUsCreditCardCommissionRate: 1.5, bankNotOnUsCreditCardCommissionRate: 1.75 },
  }
  await testServer.client.merchant().updateMerchantPosCommissions(101, { commissions: [written] } as never)
  const [own, other] = [await pay(), await pay({ card: newCard('4111580000000009') })]
  expect([own.bankCommissionRate, other.bankCommissionRate]).toEqual([1.5, 1.75])
  expect([daysBlocked(own), daysBlocked(other)]).toEqual([5, 5])
})

it('of what was captured, blocked from the capture on', async () => {
  const { id } = await pay({ paymentPhase: PaymentPhase.PreAuth })
  await testServer.sandbox.control.clock.advance({ days: 3 })
  const captured = await payments().postAuthPayment(id, { paidPrice: 90 })
  expect(captured).toMatchObject({ paidPrice: 90, bankCommissionRateAmount: 1.76 })
  expect(daysBlocked(captured)).toBe(4)
})

it('of a marketplace: the merchant bears it, and the payment is free with its last item', async () => {
  const items = [
    { name: 'A', price: 40, subMerchantMemberId: 1, subMerchantMemberPrice: 30, blockageDay: 7 },
    { name: 'B', price: 60, subMerchantMemberId: 2, subMerchantMemberPrice: 50 },
  ]
  const paid = await pay({ paymentGroup: PaymentGroup.Product, items })
  expect(paid).toMatchObject({ bankCommissionRate: 1.95, bankCommissionRateAmount: 1.95 })
  expect(paid.paymentTransactions.map(({ merchantPayoutAmount }) => merchantPayoutAmount)).toEqual([
    9.22, 8.83,
  ])
  expect(daysBlocked(paid)).toBe(7)
})

it('is not told of what goes through no bank’s POS', async () => {
  const papara = await payments().initApmPayment({
    ...paymentRequest({ paymentGroup: PaymentGroup.Product }),
    ...{ apmType: 'PAPARA', callbackUrl: 'https://shop.example/papara' },
  } as never)
  const paid = await payments().retrievePayment(papara.paymentId)
  expect(paid).toMatchObject({ paymentProvider: 'PAPARA' })
  for (const field of ['bankCommissionRate', 'bankCommissionRateAmount', 'blockageResolvedDate'])
    expect(paid).not.toHaveProperty(field)
})
