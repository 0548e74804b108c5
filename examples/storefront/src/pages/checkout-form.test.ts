import { EMPTY_FORM, errorsOf, internationalPhone, invoiceOf } from './checkout-form'

const filled = {
  ...EMPTY_FORM,
  firstName: 'Ayşe',
  lastName: 'Yılmaz',
  email: 'ayse@example.com',
  phone: '0532 123 45 67',
  street: 'Bağdat Cad. 1',
  district: 'Kadıköy',
  province: 'İstanbul',
  hasAgreed: true,
}

test('a filled form has no errors, with or without a postal code', () => {
  expect(errorsOf(filled)).toEqual({})
})

test('every empty field that is needed is named', () => {
  expect(Object.keys(errorsOf(EMPTY_FORM)).sort()).toEqual(
    ['district', 'email', 'firstName', 'hasAgreed', 'lastName', 'phone', 'province', 'street'].sort(),
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

test('an invoice to a company needs its name, tax office and tax number; one to a person nothing more', () => {
  expect(errorsOf({ ...filled, invoiceTo: 'company' })).toEqual({
    companyName: 'required',
    taxOffice: 'required',
    taxNumber: 'required',
  })
  const company = {
    ...filled,
    invoiceTo: 'company',
    companyName: 'Zerdali A.Ş.',
    taxOffice: 'Kadıköy',
  } as const
  expect(errorsOf({ ...company, taxNumber: '1234567891' })).toEqual({ taxNumber: 'badTaxNumber' })
  expect(errorsOf({ ...company, taxNumber: '1234567890' })).toEqual({})
  expect(errorsOf({ ...filled, identityNumber: '10000000147' })).toEqual({
    identityNumber: 'badIdentityNumber',
  })
})

test('an invoice that goes elsewhere needs its own address', () => {
  const elsewhere = { ...filled, isSameAddress: false }
  expect(Object.keys(errorsOf(elsewhere))).toEqual(['invoiceStreet', 'invoiceDistrict', 'invoiceProvince'])
  const address = {
    invoiceStreet: 'Cumhuriyet Cad. 1',
    invoiceDistrict: 'Şişli',
    invoiceProvince: 'İstanbul',
  }
  expect(invoiceOf({ ...elsewhere, ...address }).address).toMatchObject({
    street: 'Cumhuriyet Cad. 1',
    district: 'Şişli',
    country: 'TR',
  })
})

test('what was typed for a company is not on the invoice of a person', () => {
  const typed = {
    ...filled,
    companyName: 'Zerdali A.Ş.',
    taxNumber: '1234567890',
    identityNumber: '10000000146',
  }
  expect(invoiceOf(typed)).toEqual({
    address: expect.objectContaining({ street: 'Bağdat Cad. 1' }),
    identityNumber: '10000000146',
  })
  expect(invoiceOf({ ...typed, invoiceTo: 'company' }).identityNumber).toBeUndefined()
})
