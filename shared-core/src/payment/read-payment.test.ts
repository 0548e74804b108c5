import { CraftgateError } from '../errors'
import { expectedPayout, factsOfAttempt } from './outcome'
import { readPayment } from './read-payment'

const least = { id: 7, price: 100, currency: 'TRY', paymentStatus: 'SUCCESS', paymentPhase: 'AUTH' }

test('a full payment is read into our units, without names and card numbers', () => {
  const facts = readPayment({
    ...least,
    paidPrice: 106.35,
    installment: 3,
    conversationId: 'c',
    externalId: 'e',
    isThreeDS: true,
    binNumber: '55266080',
    lastFourDigits: '0006',
    cardHolderName: 'Ada Lovelace',
    bankCardHolderName: 'A*** L***',
    cardBrand: 'Bonus',
    cardAssociation: 'MASTER_CARD',
    cardType: 'CREDIT_CARD',
    cardIssuerBankName: 'Garanti',
    paidWithStoredCard: false,
    authCode: '123456',
    fraudId: 3,
    fraudAction: 'REVIEW',
    pos: { id: 1, name: 'garanti', alias: '5-garanti-1', bankId: 62 },
    createdDate: '2026-01-02T03:04:05',
    paymentTransactions: [
      { id: 11, externalId: 'l1', price: 60, paidPrice: 63.81, transactionStatus: 'APPROVED' },
      { id: 12, externalId: null, price: 40, paidPrice: 42.54 },
    ],
  })
  expect(facts).toMatchObject({
    paymentId: 7,
    price: { minor: 10000, currency: 'TRY' },
    paidPrice: { minor: 10635, currency: 'TRY' },
    installment: 3,
    threeDS: true,
    card: { bin: '55266080', lastFour: '0006', family: 'Bonus', bankName: 'Garanti', storedCard: false },
    pos: { alias: '5-garanti-1', name: 'garanti' },
    fraud: { id: 3, action: 'REVIEW' },
    transactions: [
      { id: 11, externalId: 'l1', price: { minor: 6000 }, paidPrice: { minor: 6381 }, status: 'APPROVED' },
      { id: 12, externalId: undefined, price: { minor: 4000 }, paidPrice: { minor: 4254 } },
    ],
  })
  expect(JSON.stringify(facts)).not.toMatch(/Lovelace|L\*\*\*/)
})

test('how it was paid is read too, and whatever is odd about it is left out', () => {
  const told = {
    ...least,
    paymentType: 'CARD_AND_WALLET_PAYMENT',
    paymentProvider: 'BANK',
    walletPrice: 12.5,
    fraudScore: 17,
    loyalty: { type: 'REWARD_MONEY', reward: { cardRewardMoney: 1.25, firmRewardMoney: 2 } },
  }
  expect(readPayment(told)).toMatchObject({
    method: 'CARD',
    provider: 'BANK',
    walletShare: { minor: 1250, currency: 'TRY' },
    pointsUsed: { minor: 325, currency: 'TRY' },
    fraud: { score: 17 },
  })
  const odd = {
    ...told,
    walletPrice: 'much',
    fraudScore: 'high',
    loyalty: { type: 'EXTRA_POINTS', reward: 7 },
  }
  expect(readPayment(odd)).toMatchObject({ walletShare: undefined, pointsUsed: undefined, fraud: undefined })
  expect(readPayment({ ...least, paymentType: 'APM', paymentProvider: 'PAPARA' })).toMatchObject({
    method: 'PAPARA',
    card: undefined,
  })
})

test('ids as text and a paidPrice with a third decimal are as clear as numbers', () => {
  const facts = readPayment({
    ...least,
    id: '7',
    paidPrice: 103.745,
    paymentTransactions: [{ id: '11', price: '100.00', paidPrice: '103.745' }],
  })
  expect(facts).toMatchObject({
    paymentId: 7,
    paidPrice: { minor: 10374 },
    transactions: [{ id: 11, price: { minor: 10000 }, paidPrice: { minor: 10374 } }],
  })
})

test.each(['', '0', '-7', '7a', '7.5', '12345678901234567890'])('%p is no id of a payment', (id) => {
  expect(() => readPayment({ ...least, id })).toThrow(CraftgateError)
})

test('null and missing fields are no obstacle', () => {
  const facts = readPayment({
    ...least,
    paidPrice: null,
    installment: null,
    isThreeDS: null,
    pos: null,
    paymentError: null,
    paymentTransactions: null,
    binNumber: null,
    fraudAction: null,
  })
  expect(facts).toMatchObject({
    paidPrice: { minor: 10000 },
    installment: 1,
    threeDS: false,
    transactions: [],
  })
  expect(facts.card).toBeUndefined()
  expect(facts.fraud).toBeUndefined()
})

test.each([
  ['TRY', '100.10000000', 10010],
  ['TRY', 0.1, 10],
  ['JPY', 1500, 1500],
  ['KWD', 12.345, 12345],
])('%s %s is exact', (currency, price, minor) => {
  expect(readPayment({ ...least, currency, price }).price).toEqual({ minor, currency })
})

test('a share of the interest with too many decimals is rounded down, so that a refund never asks for too much', () => {
  const paymentTransactions = [{ id: 1, price: 10, paidPrice: 10.33999999 }]
  expect(readPayment({ ...least, paymentTransactions }).transactions[0]?.paidPrice.minor).toBe(1033)
})

test.each([
  ['nothing', undefined],
  ['a page of a proxy', '<html></html>'],
  ['no id', { ...least, id: null }],
  ['no price', { ...least, price: null }],
  ['a currency of nobody', { ...least, currency: 'XXX' }],
  ['a price that the currency cannot have', { ...least, price: 1.001 }],
])('%s is refused as an unreadable payment', (_, response) => {
  const read = () => readPayment(response)
  expect(read).toThrow(CraftgateError)
  expect(read).toThrow(expect.objectContaining({ kind: 'unavailable', code: 'unreadable-payment' }))
})

describe('what the bank keeps', () => {
  const told = { ...least, paidPrice: '103.75', walletPrice: 3.75 }
  const bank = { bankCommissionRate: '4.75000000', bankCommissionRateAmount: '4.75000000' }

  test('is read with its rate, as numbers and as the text of the reports, and what the shopper pays on top', () => {
    const facts = readPayment({ ...told, ...bank, merchantCommissionRate: 3.75 })
    expect(facts).toMatchObject({
      bankCommission: { amount: { minor: 475, currency: 'TRY' }, rate: '4.75' },
      merchantCommissionRate: '3.75',
    })
    expect(expectedPayout(facts)).toEqual({
      charged: { minor: 10000, currency: 'TRY' },
      bankCommission: { minor: 475, currency: 'TRY' },
      net: { minor: 9525, currency: 'TRY' },
    })
  })

  test.each<[object, object | undefined]>([
    [
      { bankCommissionRate: 0, bankCommissionRateAmount: 0 },
      { amount: { minor: 0 }, rate: '0' },
    ],
    [
      { bankCommissionRate: 10, bankCommissionRateAmount: 10.5 },
      { amount: { minor: 1050 }, rate: '10' },
    ],
    [{ bankCommissionRateAmount: 1.5 }, { amount: { minor: 150 }, rate: undefined }],
    [{ bankCommissionRate: 1.95 }, undefined],
    [{ bankCommissionRate: 1.95, bankCommissionRateAmount: null }, undefined],
    [{ bankCommissionRateAmount: -1 }, undefined],
    [{ bankCommissionRateAmount: 'unbekannt' }, undefined],
  ])('told as %j is %j, and never 0 where nothing is told', (fields, commission) => {
    const { bankCommission } = readPayment({ ...told, ...fields })
    if (commission === undefined) expect(bankCommission).toBeUndefined()
    else expect(bankCommission).toMatchObject(commission)
  })

  test('is nothing yet of a pre-authorization, and of a marketplace leaves the sellers their shares', () => {
    const items = [
      { id: 1, price: 60, subMerchantMemberId: 5, subMerchantMemberPrice: 50 },
      { id: 2, price: 40 },
    ]
    const sale = readPayment({ ...told, ...bank, paymentTransactions: items })
    expect(expectedPayout(sale)?.sellers).toEqual({ minor: 5000, currency: 'TRY' })
    expect(expectedPayout({ ...sale, phase: 'PRE_AUTH' })).toBeUndefined()
  })

  test('is paid out when the payment says, else with its last item, in Turkish time', () => {
    const items = ['2026-12-03T10:00:00', '2026-12-30T10:00:00', '2026-12-05T10:00:00'].map(
      (blockageResolvedDate, at) => ({ id: at + 1, price: 10, blockageResolvedDate }),
    )
    const ofItems = readPayment({ ...told, paymentTransactions: items })
    expect(ofItems.blockageResolvedAt).toEqual(new Date('2026-12-30T07:00:00Z'))
    expect(ofItems.transactions[0]?.blockageResolvedAt).toEqual(new Date('2026-12-03T07:00:00Z'))
    const own = { ...told, blockageResolvedDate: '2026-12-31T00:00:00', paymentTransactions: items }
    expect(readPayment(own).blockageResolvedAt).toEqual(new Date('2026-12-30T21:00:00Z'))
    const unknown = { ...told, paymentTransactions: [...items, { id: 4, price: 10 }] }
    expect(readPayment(unknown).blockageResolvedAt).toBeUndefined()
  })

  test('of an attempt of several payments is all of it or unknown', () => {
    const one = readPayment({ ...told, ...bank, blockageResolvedDate: '2026-12-03T10:00:00' })
    const two = { ...one, paymentId: 8, blockageResolvedAt: new Date('2026-12-01T00:00:00Z') }
    expect(factsOfAttempt([one, two])).toMatchObject({
      bankCommission: { amount: { minor: 950 }, rate: '4.75' },
      blockageResolvedAt: one.blockageResolvedAt,
    })
    const dark = { ...two, bankCommission: undefined, blockageResolvedAt: undefined }
    const some = factsOfAttempt([one, dark])
    expect([some?.bankCommission, some?.blockageResolvedAt]).toEqual([undefined, undefined])
  })
})
