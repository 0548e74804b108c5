import type { Address, Contact } from '../backend'
import type { Word } from '../i18n'

export interface CheckoutForm extends Contact, Address {}

export type CheckoutErrors = Partial<Record<keyof CheckoutForm, Word>>

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
}

/** What is wrong with each field; empty when the shopper may go on. */
export function errorsOf(form: CheckoutForm): CheckoutErrors {
  const errors: CheckoutErrors = {}
  for (const name of REQUIRED) if (!form[name].trim()) errors[name] = 'required'
  if (form.email.trim() && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(form.email.trim())) errors.email = 'badEmail'
  if (form.phone.trim() && !/^\d{10,15}$/.test(digitsOf(form.phone))) errors.phone = 'badPhone'
  return errors
}

/** A Turkish number as banks want it: +905321234567. Foreign ones keep their digits. */
export function internationalPhone(phone: string): string {
  const digits = digitsOf(phone)
  if (phone.trim().startsWith('+')) return `+${digits}`
  const national = digits.replace(/^(0090|90|0)(?=5\d{9}$)/, '')
  return /^5\d{9}$/.test(national) ? `+90${national}` : `+${digits}`
}

const digitsOf = (text: string) => text.replace(/\D/g, '')

export function contactOf(form: CheckoutForm): Contact {
  const { firstName, lastName, email, phone } = form
  return {
    firstName: firstName.trim(),
    lastName: lastName.trim(),
    email: email.trim(),
    phone: internationalPhone(phone),
  }
}
