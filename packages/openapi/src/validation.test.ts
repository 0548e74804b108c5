import { type OperationId, validateAnswer, validateRequest } from './index'

const card = {
  cardHolderName: 'Haluk Demir',
  cardNumber: '5258640000000001',
  expireYear: '2044',
  expireMonth: '07',
}
const payment = {
  price: 100,
  paidPrice: 100,
  walletPrice: 0,
  installment: 1,
  currency: 'TRY',
  card: { ...card, cvc: '000' },
  items: [{ name: 'Çay', price: 100 }],
}
const fields = (id: OperationId, body: unknown): readonly string[] =>
  validateRequest(id, { body }).map(({ field }) => field)

describe('a request body', () => {
  it('is valid as the portal describes it', () => {
    expect(validateRequest('createPayment', { body: payment })).toEqual([])
  })

  it('names a missing field of a card', () => {
    const { expireYear, ...without } = payment.card
    expect(expireYear).toBe('2044')
    expect(validateRequest('createPayment', { body: { ...payment, card: without } })).toEqual([
      { field: 'card.expireYear', message: 'is required' },
    ])
  })

  it('names a field in a list by its place', () => {
    const items = [payment.items[0], { name: 'Şeker', price: '10' }]
    expect(validateRequest('createPayment', { body: { ...payment, items } })).toEqual([
      { field: 'items[1].price', message: 'must be number' },
    ])
  })

  it('names every field that is wrong, and the values that it may have', () => {
    const body = { ...payment, paidPrice: undefined, currency: 'XXX', conversationId: '-1' }
    expect(validateRequest('createPayment', { body })).toEqual([
      { field: 'paidPrice', message: 'is required' },
      { field: 'currency', message: expect.stringContaining('must be one of TRY, USD') },
      { field: 'conversationId', message: expect.stringContaining('must match pattern') },
    ])
  })

  it('never quotes a value, which may be a card number', () => {
    const body = { ...payment, card: { ...card, cardNumber: 5258640000000001 } }
    expect(JSON.stringify(validateRequest('createPayment', { body }))).not.toContain('5258640000000001')
  })

  it('takes null for absent, and fields that are not described', () => {
    const body = { ...payment, externalId: null, walletPrice: null, newField: { of: 'tomorrow' } }
    expect(fields('createPayment', body)).toEqual([])
  })

  it('needs no wallet price, which the portal calls required with 0 as its default', () => {
    const { walletPrice, ...without } = payment
    expect(walletPrice).toBe(0)
    expect(fields('createPayment', without)).toEqual([])
  })

  it.each([
    ['a stored card', { cardUserKey: 'key', cardToken: 'token' }],
    ['an insurance card', { cardHolderIdentityNumber: '1', binNumber: '52586400', lastFourDigits: '0001' }],
    ['secure fields', { secureFieldsToken: 'token' }],
    ['an encrypted card', { encryptedCard: { cardData: 'x', type: 'RSA' } }],
    ['Apple Pay', { tokenizedCard: { type: 'APPLE_PAY', data: {} } }],
    ['a card without a cvc', card],
  ])('takes %s', (_name, shape) => {
    expect(fields('createPayment', { ...payment, card: shape })).toEqual([])
  })

  it('tells half a stored card from a new one', () => {
    expect(fields('createPayment', { ...payment, card: { cardToken: 'token' } })).toEqual([
      'card.cardUserKey',
    ])
  })

  it('inherits: 3D Secure needs what a payment needs, and where to come back to', () => {
    expect(fields('init3DSPayment', { ...payment, price: undefined })).toEqual(['price', 'callbackUrl'])
  })

  it('needs items on the hosted page, unless money is loaded into a wallet', () => {
    const page = { price: 1, paidPrice: 1, currency: 'TRY', callbackUrl: 'https://shop.example/back' }
    expect(fields('initCheckoutPayment', page)).toEqual(['items'])
    expect(fields('initCheckoutPayment', { ...page, items: [] })).toEqual(['items'])
    expect(fields('initCheckoutPayment', { ...page, depositPayment: true, buyerMemberId: 1 })).toEqual([])
  })

  it('is asked for where something is required', () => {
    expect(validateRequest('refundPayment', {})).toEqual([{ field: 'paymentId', message: 'is required' }])
    expect(validateRequest('postAuthPayment', { path: { paymentId: '5' } })).toEqual([])
  })

  it('of another kind than an object is refused as a whole', () => {
    expect(validateRequest('refundPayment', { body: [] })).toEqual([{ field: '', message: 'must be object' }])
  })
})

describe('a query', () => {
  const errors = (query: Record<string, unknown>) => validateRequest('searchPayments', { query })

  it('carries numbers and dates as text, and nothing for what is absent', () => {
    const query = {
      page: '0',
      paymentId: '5',
      minPaidPrice: '10.50',
      currency: '',
      minCreatedDate: '2026-03-10T09:00:00',
    }
    expect(errors(query)).toEqual([])
  })

  it.each(['true', 'false', '0', '1', 'True', 'False'])('carries a boolean as %s', (isThreeDS) => {
    expect(errors({ isThreeDS })).toEqual([])
  })

  it('carries a list as a repeated name or joined with commas', () => {
    expect(validateRequest('searchMembers', { query: { memberIds: ['1', '2'] } })).toEqual([])
    expect(validateRequest('searchMembers', { query: { memberIds: '1,2' } })).toEqual([])
    expect(validateRequest('searchMembers', { query: { memberIds: '1,x' } })).toEqual([
      { field: 'memberIds[1]', message: 'must be integer' },
    ])
  })

  it('names what is wrong', () => {
    expect(errors({ page: 'x', isThreeDS: 'yes' }).map(({ field }) => field)).toEqual(['page', 'isThreeDS'])
  })

  it('names what is missing', () => {
    expect(validateRequest('searchInstallments', { query: { price: '' } })).toEqual([
      { field: 'price', message: 'is required' },
    ])
  })
})

it('names a wrong parameter of a path', () => {
  expect(validateRequest('retrievePayment', { path: { id: 'five' } })).toEqual([
    { field: 'id', message: 'must be integer' },
  ])
})

describe('an answer', () => {
  const answered = { id: 5, price: 100, paidPrice: 100, currency: 'TRY', paymentStatus: 'SUCCESS' }

  it('may hold more than is described, and null for what is absent', () => {
    expect(validateAnswer('retrievePayment', { data: { ...answered, authCode: null, brandNew: 1 } })).toEqual(
      [],
    )
  })

  it('names the field that is wrong', () => {
    expect(
      validateAnswer('retrievePayment', { data: { ...answered, price: '100', paymentStatus: 'PAID' } }),
    ).toEqual([
      { field: 'data.price', message: 'must be number' },
      { field: 'data.paymentStatus', message: expect.stringContaining('must be one of FAILURE, SUCCESS') },
    ])
  })

  it('may be a page of results', () => {
    expect(
      validateAnswer('searchPayments', { data: { page: 0, size: 10, totalSize: 1, items: [answered] } }),
    ).toEqual([])
    expect(validateAnswer('searchPayments', { data: { items: [{ ...answered, id: 'x' }] } })).toEqual([
      { field: 'data.items[0].id', message: 'must be integer' },
    ])
  })

  it('may be a refusal, with the words of a bank inside or beside it', () => {
    const errors = {
      errorCode: '10051',
      errorDescription: 'Yetersiz bakiye',
      errorGroup: 'NOT_SUFFICIENT_FUNDS',
    }
    const providerError = { errorCode: '51', errorMessage: 'Insufficient funds' }
    expect(validateAnswer('createPayment', { errors, providerError })).toEqual([])
    expect(validateAnswer('createPayment', { errors: { ...errors, providerError } })).toEqual([])
    expect(validateAnswer('createPayment', { errors: { errorCode: 1 } })).not.toEqual([])
  })

  it('may be missing only where the call answers nothing', () => {
    expect(validateAnswer('deleteStoredCard', undefined)).toEqual([])
    expect(validateAnswer('expireCheckoutPayment', { data: null })).toEqual([])
    expect(validateAnswer('refundPayment', undefined)).toEqual([{ field: '', message: 'must have a body' }])
    expect(validateAnswer('refundPayment', { data: null })).toEqual([
      { field: 'data', message: 'is required' },
    ])
  })

  it('may be a file', () => {
    expect(validateAnswer('retrieveDailyPaymentReport', Buffer.from('id;price'))).toEqual([])
  })
})
