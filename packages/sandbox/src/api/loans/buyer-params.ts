import { ApiError } from '../../errors/api-error'

export type Params = Readonly<Record<string, unknown>>

/** Fields of `additionalParams` by which lenders know a buyer, as their pages of the portal write them. */
const FORMS = {
  buyerPhoneNumber: /^5\d{9}$/,
  buyerBirthdate: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  buyerIdentityNumber: /^[1-9]\d{10}$/,
  buyerEmail: /^[^\s@]+@[^\s@]+$/,
  buyerName: /\S/,
} as const

export type BuyerField = keyof typeof FORMS

export const PERSON: readonly BuyerField[] = ['buyerBirthdate', 'buyerPhoneNumber', 'buyerIdentityNumber']

/** Throws a validation error unless every field is there, in its form. */
export function requireBuyer(params: Params, fields: readonly BuyerField[]): void {
  for (const field of fields) if (!FORMS[field].test(String(params[field] ?? ''))) throw missing(field)
}

export const namesBuyer = (params: Params): boolean => PERSON.some((field) => params[field] !== undefined)

export const missing = (field: string) =>
  ApiError.invalid('4090', {
    tr: `"additionalParams.${field}" zorunlu ya da geçersiz`,
    en: `"additionalParams.${field}" is missing or not valid for this apmType`,
  })

export const notTogether = (field: string) =>
  ApiError.invalid('4114', {
    tr: `Bu başvuruda "${field}" gönderilmemelidir`,
    en: `"${field}" must not be sent with this application`,
  })

/** A whole number, also as text. */
export const numberOf = (value: unknown): number | undefined =>
  /^\d{1,3}$/.test(String(value ?? '')) ? Number(value) : undefined

/** FinGate's own part of `additionalParams`. */
export function fingateOf({ fingate }: Params): Params {
  return typeof fingate === 'object' && fingate !== null ? { ...fingate } : {}
}
