// Which fields a member of which kind must have: developer.craftgate.io/api/member/create-member
import { type CraftgateError, invalidRequest } from '../errors'
import { invalidMember, type MemberField } from '../messages/members'
import type { MemberFacts } from './member'

const TURKISH_IBAN = /^TR\d{24}$/
/** "No characters that could be unsafe, not starting with + or -": ours are the narrow ones. */
export const EXTERNAL_ID = /^(?![+-])[\w.:+-]{1,255}$/
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

interface Checked extends MemberFacts {
  readonly memberExternalId?: string
}

/** The fields that are missing or wrong; none when Craftgate can be asked. */
export function wrongMemberFields(member: Checked): readonly MemberField[] {
  const { isBuyer, isSubMerchant, iban, email, memberExternalId } = member
  const absent = requiredOf(member).filter((field) => (member[field] ?? '').trim() === '')
  const wrong = new Set<MemberField>(absent)
  if (!isBuyer && !isSubMerchant) wrong.add('role')
  if (email !== '' && !EMAIL.test(email)) wrong.add('email')
  const { settlementDelayCount: days = 0, subMerchantMaximumAllowedNegativeBalance: limit = 0 } = member
  if (!Number.isInteger(days) || days < 0) wrong.add('settlementDelayCount')
  if (!isAmount(limit)) wrong.add('subMerchantMaximumAllowedNegativeBalance')
  if (iban && !TURKISH_IBAN.test(iban)) wrong.add('iban')
  if (memberExternalId !== undefined && !EXTERNAL_ID.test(memberExternalId)) wrong.add('memberExternalId')
  return [...wrong]
}

/** Throws a CraftgateError of code `invalid-member` that names each field. */
export function checkMember(member: Checked): void {
  const wrong = wrongMemberFields(member)
  if (wrong.length > 0) throw notAMember(wrong)
}

const notAMember = (fields: readonly MemberField[]): CraftgateError =>
  invalidRequest('invalid-member', invalidMember(fields))

/** Of lira: no part of a kuruş. */
const isAmount = (lira: number): boolean => lira >= 0 && Math.abs(lira * 100 - Math.round(lira * 100)) < 1e-6

type Optional =
  | 'role'
  | 'memberExternalId'
  | 'settlementDelayCount'
  | 'subMerchantMaximumAllowedNegativeBalance'
type Required = Exclude<MemberField, Optional>

const COMPANY = ['legalCompanyTitle', 'taxOffice', 'taxNumber'] as const

function requiredOf(member: MemberFacts): readonly Required[] {
  const { isBuyer, isSubMerchant, memberType, settlementEarningsDestination: destination = 'IBAN' } = member
  const isLimited = memberType === 'LIMITED_OR_JOINT_STOCK_COMPANY'
  const isCompany = isLimited || memberType === 'PRIVATE_COMPANY'
  const rules: readonly (readonly [boolean, readonly Required[]])[] = [
    [true, ['address', 'email', 'phoneNumber']],
    [isSubMerchant, ['memberType']],
    [isSubMerchant && isLimited, ['name']],
    [isSubMerchant && isCompany, COMPANY],
    [isSubMerchant && destination === 'IBAN', ['iban']],
    [isBuyer || (isSubMerchant && !isLimited), ['contactName', 'contactSurname']],
  ]
  return rules.flatMap(([applies, fields]) => (applies ? fields : []))
}
