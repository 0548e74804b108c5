import type { Member, MemberFacts, MemberType } from '@craftgate-commerce/core'
import {
  MEMBER_FIELDS,
  MEMBER_TYPES,
  type MemberField,
  wrongMemberFields,
} from '@craftgate-commerce/core/adapter'
import type { Lang } from '../words'

/** Text fields in the order of the form. */
export const MEMBER_TEXTS = [
  'contactName',
  'contactSurname',
  'name',
  'email',
  'phoneNumber',
  'address',
  'legalCompanyTitle',
  'taxOffice',
  'taxNumber',
  'iban',
] as const

/** Where a seller's earnings go. */
export const EARNINGS = ['IBAN', 'WALLET', 'CROSS_BORDER', 'NONE'] as const

/** Of a seller; empty: as Craftgate has it for the merchant. */
export const SELLER_NUMBERS = ['settlementDelayCount', 'subMerchantMaximumAllowedNegativeBalance'] as const

/** What stands before a field of a member. */
export function labelOf(field: MemberField, lang: Lang): string {
  const name = MEMBER_FIELDS[field][lang]
  return `${name.charAt(0).toLocaleUpperCase(lang)}${name.slice(1)}`
}

const LONGEST = 250

export type ReadMember =
  | {
      readonly ok: true
      readonly memberExternalId: string
      readonly facts: MemberFacts
      readonly once: string
    }
  | { readonly ok: false; readonly wrong: ReadonlySet<MemberField> }

/** What was typed, or the fields that are wrong. `known`: the member that is changed, who keeps his external id. */
export function readMemberForm(form: URLSearchParams, known?: Member): ReadMember {
  const given = (name: string) => (form.get(name) ?? '').trim().slice(0, LONGEST)
  const texts = Object.fromEntries(MEMBER_TEXTS.map((name) => [name, given(name) || undefined]))
  const memberExternalId = known?.memberExternalId ?? given('memberExternalId')
  const facts: MemberFacts = {
    ...texts,
    isBuyer: form.has('isBuyer'),
    isSubMerchant: form.has('isSubMerchant'),
    memberType: MEMBER_TYPES.find((type): type is MemberType => type === form.get('memberType')),
    address: given('address'),
    email: given('email'),
    phoneNumber: given('phoneNumber'),
    iban: given('iban').replace(/\s/g, '').toUpperCase() || undefined,
    ...(form.has('isSubMerchant') && sellerFacts(given)),
  }
  const wrong = wrongMemberFields({ ...facts, memberExternalId })
  return wrong.length > 0
    ? { ok: false, wrong: new Set(wrong) }
    : { ok: true, memberExternalId, facts, once: given('once') }
}

/** Craftgate keeps them of sellers only. */
const sellerFacts = (given: (name: string) => string): Partial<MemberFacts> => ({
  settlementEarningsDestination: EARNINGS.find((name) => name === given('settlementEarningsDestination')),
  settlementDelayCount: numberOf(given('settlementDelayCount')),
  subMerchantMaximumAllowedNegativeBalance: numberOf(
    given('subMerchantMaximumAllowedNegativeBalance').replace(',', '.'),
  ),
})

/** NaN, which no rule takes, for what is no number. */
const numberOf = (typed: string): number | undefined => (typed === '' ? undefined : Number(typed))
