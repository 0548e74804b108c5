import { describeErrorGroup } from '@craftgate-commerce/core/client'
import { CODE_OF_GROUP, rejectionOfGroup, rejectWithoutKeys } from './session-resolution'

test('a bank that says no is told in its own code and the merchant’s language', () => {
  expect(rejectionOfGroup('NOT_SUFFICIENT_FUNDS', 'tr').reason).toEqual({
    code: 'INSUFFICIENT_FUNDS',
    merchantMessage: describeErrorGroup('NOT_SUFFICIENT_FUNDS').merchant.tr,
    source: 'NETWORK',
  })
  expect(rejectionOfGroup('NOT_SUFFICIENT_FUNDS', 'en-GB').reason.merchantMessage).toBe(
    describeErrorGroup('NOT_SUFFICIENT_FUNDS').merchant.en,
  )
})

test('fraud rules are the provider’s word', () => {
  expect(rejectionOfGroup('FRAUD_BLOCK', 'tr').reason).toMatchObject({
    code: 'FRAUD_SUSPECTED',
    source: 'PROVIDER',
  })
})

test.each([undefined, 'SOMETHING_NEW', 'COMMUNICATION_OR_SYSTEM_ERROR'])(
  '%s has no code of its own',
  (group) => {
    expect(rejectionOfGroup(group, 'tr').reason.code).toBe('PROCESSING_ERROR')
  },
)

test('every group of the table is one that core can describe', () => {
  const unknown = describeErrorGroup('NO_SUCH_GROUP').merchant.en
  const strange = Object.keys(CODE_OF_GROUP).filter(
    (group) => group !== 'FRAUD_BLOCK' && describeErrorGroup(group).merchant.en === unknown,
  )
  expect(strange).toEqual([])
})

test('keys that are missing are the merchant’s account', () => {
  expect(rejectWithoutKeys('tr').reason).toMatchObject({ code: 'MERCHANT_ACCOUNT_ERROR', source: 'PROVIDER' })
})
