import type { Customer } from './checkout'

/** Nobody; her mail address can never exist (RFC 2606). */
export const defaultCustomer: Customer = {
  email: 'ayse.yilmaz@example.com',
  phone: '+905555555555',
  address: {
    given_name: 'Ayşe',
    family_name: 'Yılmaz',
    line1: 'Kayısı Sokak 12',
    line2: 'Daire 3',
    city: 'İstanbul',
    postal_code: '34000',
    province: 'İstanbul',
    province_code: 'TR-34',
    country_code: 'TR',
    phone_number: '+905555555555',
    company: '',
  },
}
