import type { Localized } from './localized'

/** Fields of a member, as a merchant reads them in a sentence. */
export const MEMBER_FIELDS = {
  role: { tr: 'alıcı ya da satıcı', en: 'buyer or seller' },
  memberExternalId: { tr: 'dış numara (memberExternalId)', en: 'external id (memberExternalId)' },
  memberType: { tr: 'üye türü', en: 'kind of member' },
  name: { tr: 'ad', en: 'name' },
  address: { tr: 'adres', en: 'address' },
  email: { tr: 'e-posta', en: 'e-mail' },
  phoneNumber: { tr: 'telefon', en: 'phone' },
  contactName: { tr: 'yetkilinin adı', en: 'contact’s first name' },
  contactSurname: { tr: 'yetkilinin soyadı', en: 'contact’s last name' },
  legalCompanyTitle: { tr: 'resmî şirket unvanı', en: 'legal company title' },
  taxOffice: { tr: 'vergi dairesi', en: 'tax office' },
  taxNumber: { tr: 'vergi numarası', en: 'tax number' },
  settlementDelayCount: { tr: 'blokaj süresi (gün)', en: 'days that the money is blocked' },
  subMerchantMaximumAllowedNegativeBalance: {
    tr: 'iade için inilebilecek eksi bakiye (TL)',
    en: 'how far below zero a refund may take the balance (TRY)',
  },
  iban: { tr: 'IBAN (TR ile başlayan 26 karakter)', en: 'IBAN (26 characters that start with TR)' },
} as const satisfies Readonly<Record<string, Localized>>

export type MemberField = keyof typeof MEMBER_FIELDS

export function invalidMember(fields: readonly MemberField[]): Localized {
  const named = (language: keyof Localized) =>
    fields.map((field) => MEMBER_FIELDS[field][language]).join(', ')
  return {
    tr: `Bu üye için eksik ya da hatalı: ${named('tr')}.`,
    en: `Missing or wrong for this member: ${named('en')}.`,
  }
}

export const MEMBER_ERRORS = {
  'wallets-off': {
    tr: 'Müşteri cüzdanları kapalı: ayarlarda wallets.shop verilmemiş.',
    en: 'Wallets of customers are off: the options have no wallets.shop.',
  },
  'bad-customer': {
    tr: 'Müşterinin numarasında Craftgate’in almadığı karakterler var.',
    en: 'The customer’s id has characters that Craftgate does not take.',
  },
} as const satisfies Readonly<Record<string, Localized>>
