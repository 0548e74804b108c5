import { findOperation, OPERATIONS, type Operation, operationIds } from './operations'

const all: readonly Operation[] = operationIds().map((id) => OPERATIONS[id])
const count = (test: (operation: Operation) => boolean): number => all.filter(test).length

it('describes 136 calls under 120 paths', () => {
  expect(all).toHaveLength(136)
  expect(new Set(all.map(({ path }) => path)).size).toBe(120)
})

it('knows each method and path once', () => {
  expect(new Set(all.map(({ method, path }) => `${method} ${path}`)).size).toBe(136)
})

it('reads with every GET and with nothing else', () => {
  for (const { method, class: kind } of all) expect(kind === 'read').toBe(method === 'GET')
  expect(count(({ class: kind }) => kind === 'start')).toBe(31)
  expect(count(({ class: kind }) => kind === 'money')).toBe(53)
})

it('honours an idempotency key on POST, PATCH and DELETE, and on nothing else', () => {
  for (const { method, idempotencyKey } of all) {
    expect(idempotencyKey).toBe(['POST', 'PATCH', 'DELETE'].includes(method))
  }
})

it('may come without a body for every deletion', () => {
  for (const { method, answerless } of all) if (method === 'DELETE') expect(answerless).toBe(true)
  expect(count(({ answerless }) => answerless)).toBe(13)
})

it('answers three reports as files', () => {
  expect(operationIds().filter((id) => OPERATIONS[id].binary)).toEqual([
    'retrieveDailyPaymentReport',
    'retrieveDailyTransactionReport',
    'retrieveReport',
  ])
})

describe('finding a call by its address', () => {
  it('reads the parameters of the path', () => {
    expect(findOperation('GET', '/payment/v1/card-payments/5')).toMatchObject({
      id: 'retrievePayment',
      parameters: { id: '5' },
    })
    expect(findOperation('post', '/payment/v1/card-payments/5/post-auth')).toMatchObject({
      id: 'postAuthPayment',
      parameters: { paymentId: '5' },
    })
  })

  it('prefers the path with the fewest parameters', () => {
    expect(findOperation('GET', '/fraud/v1/value-lists/all')?.id).toBe('retrieveAllValueLists')
    expect(findOperation('GET', '/fraud/v1/value-lists/others')?.id).toBe('retrieveValueList')
    expect(findOperation('POST', '/payment/v1/card-payments/3ds-init')?.id).toBe('init3DSPayment')
  })

  it('takes a slash at the end, as some clients write it', () => {
    expect(findOperation('GET', '/file-reporting/v1/payment-reports/')?.id).toBe('retrieveDailyPaymentReport')
  })

  it('decodes a parameter, and leaves what cannot be decoded as it came', () => {
    expect(findOperation('GET', '/fraud/v1/value-lists/engelli%20m%C3%BC%C5%9Fteri')?.parameters).toEqual({
      listName: 'engelli müşteri',
    })
    expect(findOperation('GET', '/fraud/v1/value-lists/100%')?.parameters).toEqual({ listName: '100%' })
  })

  it('knows no other address', () => {
    expect(findOperation('PUT', '/payment/v1/card-payments/5')).toBeUndefined()
    expect(findOperation('GET', '/payment/v1/card-payments/5/more')).toBeUndefined()
    expect(findOperation('GET', '/payment/v1/toString')).toBeUndefined()
  })
})
