import { ApiError } from '../../errors/api-error'
import type { Merchant } from '../../seed/seed'
import { nextFreeId, type SandboxContext } from '../context'
import { releaseBounced } from '../payouts/payout-files'
import { membersOf } from './find-member'
import type { Member } from './member'

export type MemberFacts = Omit<Member, 'id' | 'merchant' | 'createdAt' | 'updatedAt'>

/**
 * Registers a member. Throws a validation error when a field is missing that members of his kind must have, and when the
 * merchant has another with this memberExternalId: the portal does not say so, but a shop that registers somebody twice
 * should notice.
 */
export function registerMember(ctx: SandboxContext, merchant: Merchant, facts: MemberFacts): Member {
  checkMember(merchant, facts)
  const { memberExternalId } = facts
  const others = membersOf(ctx, merchant)
  if (others.some((member) => member.memberExternalId === memberExternalId)) throw TWICE
  const now = ctx.clock.now()
  const taken = others.map((member) => member.id)
  const id = nextFreeId(ctx, merchant.apiKey, taken)
  const member: Member = { ...facts, id, merchant: merchant.apiKey, createdAt: now, updatedAt: now }
  ctx.state.members.push(member)
  return member
}

/** Changes a member; what is left out stays as it was (our reading). Throws like `registerMember`. */
export function changeMember(
  ctx: SandboxContext,
  merchant: Merchant,
  { member, change }: { readonly member: Member; readonly change: Partial<MemberFacts> },
): Member {
  const said = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  const changed: Member = { ...member, ...said, updatedAt: ctx.clock.now() }
  checkMember(merchant, changed)
  const { members } = ctx.state
  const place = members.findIndex(({ id, merchant: owner }) => id === member.id && owner === member.merchant)
  if (BANK_FIELDS.some((field) => changed[field] !== member[field])) releaseBounced(ctx, changed)
  members.splice(place < 0 ? members.length : place, place < 0 ? 0 : 1, changed)
  return changed
}

/** What a bank compares with its account. */
const BANK_FIELDS = ['iban', 'contactName', 'contactSurname', 'legalCompanyTitle'] as const

/** developer.craftgate.io/api/member/create-member: which fields a member of which kind must have. */
function checkMember({ type }: Merchant, member: MemberFacts): void {
  const { isBuyer, isSubMerchant, iban } = member
  if (!isBuyer && !isSubMerchant) throw NEITHER
  if (isSubMerchant && type === 'STANDARD') throw NO_MARKETPLACE
  const missing = requiredOf(member).find((field) => member[field] === undefined || member[field] === '')
  if (missing) throw missingField(missing)
  if (iban !== undefined && !TURKISH_IBAN.test(iban)) throw FOREIGN_IBAN
}

const TURKISH_IBAN = /^TR\d{24}$/

function requiredOf(member: MemberFacts): readonly (keyof MemberFacts)[] {
  const { isBuyer, isSubMerchant, memberType, settlementEarningsDestination } = member
  const isCompany = isSubMerchant && memberType !== undefined && memberType !== 'PERSONAL'
  const isLimited = isSubMerchant && memberType === 'LIMITED_OR_JOINT_STOCK_COMPANY'
  const fields: readonly (readonly [boolean, readonly (keyof MemberFacts)[]])[] = [
    [isSubMerchant, ['memberType']],
    [isLimited, ['name']],
    [isSubMerchant && settlementEarningsDestination === 'IBAN', ['iban']],
    [isCompany, ['legalCompanyTitle', 'taxOffice', 'taxNumber']],
    [isBuyer || !isLimited, ['contactName', 'contactSurname']],
  ]
  return fields.flatMap(([isRequired, names]) => (isRequired ? names : []))
}

const missingField = (field: string) =>
  ApiError.invalid('4201', {
    tr: `Bu üye tipi için "${field}" alanı zorunludur`,
    en: `"${field}" is required for a member of this kind`,
  })

const TWICE = ApiError.invalid('4202', {
  tr: 'Bu "memberExternalId" ile bir üye zaten var',
  en: 'There is a member with this "memberExternalId" already',
})

const NEITHER = ApiError.invalid('4203', {
  tr: 'Üye alıcı ya da satıcı olmalıdır',
  en: 'A member is a buyer, a seller, or both',
})

const NO_MARKETPLACE = ApiError.invalid('4204', {
  tr: 'Satıcı yalnızca pazaryerinde oluşturulabilir',
  en: 'Only a marketplace has sellers',
})

const FOREIGN_IBAN = ApiError.invalid('4205', {
  tr: '"iban" bir TR IBAN olmalıdır',
  en: '"iban" must be a Turkish IBAN',
})
