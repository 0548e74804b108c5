import { money } from '../money'
import type { PaymentFacts } from '../payment/outcome'
import type { OperationStep, PaymentOperation } from '../platform'
import {
  itemsView,
  merchantPaymentView,
  operationView,
  shopperOutcome,
  shopperPaymentView,
  transactionViews,
} from './index'

const lira = (minor: number) => money(minor, 'TRY')

const facts: PaymentFacts = {
  paymentId: 7,
  price: lira(10_000),
  paidPrice: lira(11_000),
  installment: 3,
  phase: 'AUTH',
  threeDS: true,
  card: { bin: '402277', lastFour: '0016', family: 'Bonus', association: 'VISA', storedCard: false },
  pos: { alias: 'garanti', name: 'Garanti POS' },
  authCode: 'A1',
  transactions: [
    { id: 1, externalId: 'line-1', price: lira(6000), paidPrice: lira(6600) },
    { id: 2, externalId: 'line-2', price: lira(4000), paidPrice: lira(4400) },
  ],
}

const refund = (steps: Partial<OperationStep>[], more: Partial<PaymentOperation> = {}): PaymentOperation => ({
  key: 'refund-7-1',
  kind: 'refund',
  account: 'zerdali:live',
  paymentId: 7,
  amount: lira(1500),
  state: 'done',
  steps: steps.map((step) => ({
    key: 'k',
    paymentId: 7,
    amount: lira(1650),
    price: lira(1500),
    state: 'done',
    ...step,
  })),
  createdAt: new Date(0),
  updatedAt: new Date(0),
  version: 1,
  ...more,
})

test('a shopper sees the card and the interest, and nothing of the bank', () => {
  expect(shopperPaymentView(facts)).toMatchObject({
    paidPrice: '110.00',
    interest: '10.00',
    lastFour: '0016',
  })
  expect(JSON.stringify(shopperPaymentView(facts))).not.toMatch(/402277|garanti|A1/)
})

test.each([
  [{ method: 'PAPARA', provider: 'PAPARA' }, 'Papara', 'Papara'],
  [{ provider: 'TELEPATHY' }, 'TELEPATHY', 'TELEPATHY'],
  [{}, 'Craftgate', 'Craftgate'],
  [{ method: 'CARD' }, 'Banka veya kredi kartı', 'Debit or credit card'],
  [{ method: 'CARD', card: facts.card }, 'Bonus Visa •••• 0016', 'Bonus Visa •••• 0016'],
  [
    { method: 'MASTERPASS', card: facts.card },
    'Masterpass, Bonus Visa •••• 0016',
    'Masterpass, Bonus Visa •••• 0016',
  ],
  [
    { method: 'CARD', pointsUsed: lira(1250), walletShare: lira(300) },
    'Banka veya kredi kartı, 12,50 TL puan, 3,00 TL cüzdandan',
    'Debit or credit card, TRY 12.50 in points, TRY 3.00 from the wallet',
  ],
] as const)('a payment by %j is told as %s', (paid, tr, en) => {
  const { card: _card, ...rest } = facts
  expect(shopperPaymentView({ ...rest, ...paid }).paidWith).toEqual({ tr, en })
})

test('a merchant sees who took the money, the app and the fraud score', () => {
  const paid = { ...facts, method: 'JUZDAN', provider: 'BANK', fraud: { score: 42 } } as const
  expect(merchantPaymentView(paid)).toMatchObject({
    provider: 'BANK',
    bankApp: 'Akbank',
    fraudScore: 42,
    fraud: undefined,
  })
})

test('a merchant sees the POS too, and a campaign where the card paid less', () => {
  expect(merchantPaymentView(facts)).toMatchObject({ price: '100.00', pos: 'garanti', campaign: undefined })
  expect(merchantPaymentView({ ...facts, paidPrice: lira(9000) })).toMatchObject({
    campaign: '10.00',
    interest: undefined,
  })
})

test('a merchant sees what the bank keeps and pays, where Craftgate tells it', () => {
  const bankCommission = { amount: lira(215), rate: '1.95' }
  const told = { ...facts, bankCommission, blockageResolvedAt: new Date('2026-12-03T07:00:00Z') }
  expect(merchantPaymentView(told)).toMatchObject({
    ...{ bankCommission: '2.15', bankCommissionRate: '1.95', expectedPayout: '107.85' },
    blockageResolvedAt: '2026-12-03T07:00:00.000Z',
  })
  const unknown = { bankCommission: undefined, expectedPayout: undefined, blockageResolvedAt: undefined }
  expect(merchantPaymentView(facts)).toMatchObject(unknown)
  expect(merchantPaymentView({ ...told, phase: 'PRE_AUTH' })).toMatchObject(unknown)
  expect(JSON.stringify(shopperPaymentView(told))).not.toMatch(/ommission|ayout/)
})

test('what went back of an item can not go back again', () => {
  const operations = [refund([{ transactionId: 1 }]), refund([{ transactionId: 2, state: 'failed' }])]
  expect(transactionViews(facts, operations).map(({ refundable }) => refundable)).toEqual(['45.00', '40.00'])
})

test('nothing is left of a payment that went back whole', () => {
  const whole = refund([{ transactionId: undefined, price: lira(10_000) }])
  expect(transactionViews(facts, [whole]).map(({ refundable }) => refundable)).toEqual(['0.00', '0.00'])
})

test('a money call tells its error in the language that is asked for', () => {
  const message = { tr: 'Bakiye yetersiz', en: 'Too little balance' }
  const failed = refund([{ refundId: 81 }], { state: 'failed', error: { code: '1', message } })
  expect(operationView(failed, 'tr-TR')).toMatchObject({ errorMessage: 'Bakiye yetersiz', refundIds: '81' })
  expect(operationView(failed, undefined)).toMatchObject({
    errorMessage: 'Too little balance',
    amount: '15.00',
  })
  const declined = { ...failed, error: { code: '10051', providerError: { code: '51', message: 'Limit' } } }
  expect(operationView(declined, 'en')).toMatchObject({
    providerErrorCode: '51',
    providerErrorMessage: 'Limit',
  })
})

test('a decline is told while the attempt can still be paid, and forgotten when it was', () => {
  expect(shopperOutcome('open', true)).toBe('declined')
  expect(shopperOutcome('open', false)).toBe('waiting')
  expect(shopperOutcome('captured', true)).toBe('paid')
  expect(shopperOutcome('refunded', true)).toBe('refunded')
})

describe('items of one seller', () => {
  const sold: PaymentFacts = {
    ...facts,
    transactions: [
      { id: 1, externalId: 'line-1', price: lira(6000), paidPrice: lira(6600), seller: ours(2, 5400) },
      { id: 2, externalId: 'line-2', price: lira(4000), paidPrice: lira(4400), seller: ours(3, 3600) },
    ],
  }
  const his = (externalId: string) => externalId === 'line-1'

  test('come to their own price and share, and to what went back of them alone', () => {
    const operations = [refund([{ transactionId: 1 }]), refund([{ transactionId: 2 }])]
    expect(itemsView(sold, operations, his)).toEqual({
      price: '60.00',
      refunded: '15.00',
      refundable: '45.00',
      share: '54.00',
      left: ['line-1'],
    })
  })

  test('have nothing left when all of it went back, and no share where they are the shop’s own', () => {
    const all = refund([{ transactionId: 1, price: lira(6000), amount: lira(6600) }])
    expect(itemsView(facts, [all], his)).toMatchObject({ refundable: '0.00', share: undefined, left: [] })
  })
})

function ours(memberId: number, minor: number) {
  return { memberId, amount: lira(minor) }
}
