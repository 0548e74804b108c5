import type { Address, Contact, Invoice } from '../backend'
import type { Word } from '../i18n'
import { isIdentityNumber, isTaxNumber } from './tax-numbers'

export interface CheckoutForm extends Contact, Address {
  readonly invoiceTo: 'person' | 'company'
  /** Of a person; may be left out. */
  readonly identityNumber: string
  readonly companyName: string
  readonly taxOffice: string
  readonly taxNumber: string
  /** The invoice goes to where the parcel goes. */
  readonly isSameAddress: boolean
  readonly invoiceStreet: string
  readonly invoiceDistrict: string
  readonly invoiceProvince: string
  readonly invoicePostalCode: string
  /** Of the distance sales contract and the preliminary information. */
  readonly hasAgreed: boolean
}

export type CheckoutErrors = Partial<Record<keyof CheckoutForm, Word>>

/** Fields that are typed or chosen as text. */
export type TextField = Exclude<keyof CheckoutForm, 'isSameAddress' | 'hasAgreed' | 'invoiceTo'>

const REQUIRED = [
  'firstName',
  'lastName',
  'email',
  'phone',
  'street',
  'district',
  'province',
  'country',
] as const
const REQUIRED_OF_COMPANY = ['companyName', 'taxOffice', 'taxNumber'] as const
const REQUIRED_ELSEWHERE = ['invoiceStreet', 'invoiceDistrict', 'invoiceProvince'] as const

export const EMPTY_FORM: CheckoutForm = {
  firstName: '',
  lastName: '',
  email: '',
  phone: '',
  street: '',
  district: '',
  province: '',
  postalCode: '',
  country: 'TR',
  invoiceTo: 'person',
  identityNumber: '',
  companyName: '',
  taxOffice: '',
  taxNumber: '',
  isSameAddress: true,
  invoiceStreet: '',
  invoiceDistrict: '',
  invoiceProvince: '',
  invoicePostalCode: '',
  hasAgreed: false,
}

/** What is wrong with each field, in the order of the page; empty when the shopper may go on. */
export function errorsOf(form: CheckoutForm): CheckoutErrors {
  const errors: CheckoutErrors = {}
  const isCompany = form.invoiceTo === 'company'
  const required: readonly TextField[] = [
    ...REQUIRED,
    ...(isCompany ? REQUIRED_OF_COMPANY : []),
    ...(form.isSameAddress ? [] : REQUIRED_ELSEWHERE),
  ]
  for (const name of required) if (!form[name].trim()) errors[name] = 'required'
  if (form.email.trim() && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(form.email.trim())) errors.email = 'badEmail'
  if (form.phone.trim() && !/^\d{10,15}$/.test(digitsOf(form.phone))) errors.phone = 'badPhone'
  const [identity, tax] = [form.identityNumber.trim(), form.taxNumber.trim()]
  if (!isCompany && identity && !isIdentityNumber(identity)) errors.identityNumber = 'badIdentityNumber'
  if (isCompany && tax && !isTaxNumber(tax)) errors.taxNumber = 'badTaxNumber'
  if (!form.hasAgreed) errors.hasAgreed = 'mustAgree'
  return errors
}

export const contactOf = ({ firstName, lastName, email, phone }: CheckoutForm): Contact => ({
  firstName: firstName.trim(),
  lastName: lastName.trim(),
  email: email.trim(),
  phone: internationalPhone(phone),
})

/** Who the invoice is made out to, and where it goes. */
export function invoiceOf(form: CheckoutForm): Invoice {
  const address: Address = form.isSameAddress
    ? form
    : {
        street: form.invoiceStreet,
        district: form.invoiceDistrict,
        province: form.invoiceProvince,
        postalCode: form.invoicePostalCode,
        country: form.country,
      }
  if (form.invoiceTo === 'person') return { address, identityNumber: form.identityNumber.trim() || undefined }
  const company = {
    name: form.companyName.trim(),
    taxOffice: form.taxOffice.trim(),
    taxNumber: form.taxNumber.trim(),
  }
  return { address, company }
}

/** A Turkish number as banks want it: +905321234567. Foreign ones keep their digits. */
export function internationalPhone(phone: string): string {
  const digits = digitsOf(phone)
  if (phone.trim().startsWith('+')) return `+${digits}`
  const national = digits.replace(/^(0090|90|0)(?=5\d{9}$)/, '')
  return /^5\d{9}$/.test(national) ? `+90${national}` : `+${digits}`
}

const digitsOf = (text: string) => text.replace(/\D/g, '')
