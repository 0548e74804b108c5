import { ApiError } from '../../errors/api-error'
import type { Merchant } from '../../seed/seed'
import type { SandboxContext } from '../context'
import { type Member, memberOfSeed } from './member'

/** The merchant's members, oldest first: those of the seed as they were changed since, and those registered since. */
export function membersOf({ state }: SandboxContext, merchant: Merchant): readonly Member[] {
  const own = state.members.filter((member) => member.merchant === merchant.apiKey)
  const seeded = merchant.members
    .filter(({ id }) => own.every((member) => member.id !== id))
    .map((member) => memberOfSeed(merchant.apiKey, member))
  return [...seeded, ...own].sort((a, b) => a.createdAt - b.createdAt || a.id - b.id)
}

export const findMember = (
  ctx: SandboxContext,
  merchant: Merchant,
  id: number | undefined,
): Member | undefined =>
  id === undefined ? undefined : membersOf(ctx, merchant).find((member) => member.id === id)

/** A member of this merchant. Throws a validation error when there is none. */
export function requireMember(ctx: SandboxContext, merchant: Merchant, id: number): Member {
  const member = findMember(ctx, merchant, id)
  if (member) return member
  throw ApiError.invalid('4200', { tr: 'Üye bulunamadı', en: 'The member was not found' })
}
