import { EMPTY_FORM, errorsOf, internationalPhone } from './checkout-form'

const filled = {
  ...EMPTY_FORM,
  firstName: 'Ayşe',
  lastName: 'Yılmaz',
  email: 'ayse@example.com',
  phone: '0532 123 45 67',
  street: 'Bağdat Cad. 1',
  district: 'Kadıköy',
  province: 'İstanbul',
}

test('a filled form has no errors, with or without a postal code', () => {
  expect(errorsOf(filled)).toEqual({})
})

test('every empty field that is needed is named', () => {
  expect(Object.keys(errorsOf(EMPTY_FORM)).sort()).toEqual(
    ['district', 'email', 'firstName', 'lastName', 'phone', 'province', 'street'].sort(),
  )
})

test.each(['ayse', 'ayse@example', 'ay se@example.com'])('%s is no e-mail address', (email) => {
  expect(errorsOf({ ...filled, email })).toEqual({ email: 'badEmail' })
})

test('a phone number needs ten digits', () => {
  expect(errorsOf({ ...filled, phone: '0532 123' })).toEqual({ phone: 'badPhone' })
})

test.each([
  ['0532 123 45 67', '+905321234567'],
  ['532 123 45 67', '+905321234567'],
  ['90 532 123 45 67', '+905321234567'],
  ['0090 532 123 45 67', '+905321234567'],
  ['+49 151 23456789', '+4915123456789'],
])('%s is dialled as %s', (typed, dialled) => {
  expect(internationalPhone(typed)).toBe(dialled)
})
