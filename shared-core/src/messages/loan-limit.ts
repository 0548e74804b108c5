import type { Localized } from './localized'

const FIELDS: Readonly<Record<string, Localized>> = {
  phone: { tr: 'Telefon 05 ile başlayan bir cep numarası', en: 'The phone must be a Turkish mobile number' },
  identityNumber: { tr: 'T.C. kimlik numarası 11 haneli', en: 'The identity number must have 11 digits' },
  birthDate: {
    tr: 'Doğum tarihi YYYY-AA-GG biçiminde',
    en: 'The date of birth must be written YYYY-MM-DD',
  },
  code: {
    tr: 'Kod telefona gelen 4-12 karakter',
    en: 'The code must be the one on the phone, 4 to 12 characters',
  },
}

/** What a buyer must correct before a lender can be asked. */
export function badApplicant(field: string): Localized {
  const { tr, en } = FIELDS[field] ?? { tr: `'${field}' doğru`, en: `'${field}' must be right` }
  return { tr: `${tr} olmalı.`, en: `${en}.` }
}
