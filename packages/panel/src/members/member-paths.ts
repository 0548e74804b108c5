import type { Member } from '@craftgate-commerce/core'
import { pathTo, type UserRequest } from '../http/panel-request'

export const membersPath = (request: UserRequest, merchant: string): string =>
  `${pathTo(request, '/members')}?${new URLSearchParams({ merchant })}`

export const memberPath = (request: UserRequest, merchant: string, id: number): string =>
  pathTo(request, `/members/${encodeURIComponent(merchant)}/${id}`)

/** The account that the address names, when the user works with it. */
export function namedMerchant({ c, user }: UserRequest): string | undefined {
  const merchant = c.req.param('merchant') ?? c.req.query('merchant') ?? user.merchants[0] ?? ''
  return user.merchants.includes(merchant) ? merchant : undefined
}

export interface NamedMember {
  readonly merchant: string
  readonly member: Member
}

/** The member that the address names; undefined when there is none. Throws CraftgateError. */
export async function namedMember(request: UserRequest): Promise<NamedMember | undefined> {
  const merchant = namedMerchant(request)
  const id = Number(request.c.req.param('id'))
  if (merchant === undefined || !Number.isSafeInteger(id) || id <= 0) return undefined
  const member = await request.commerce.members.find(merchant, id)
  return member && { merchant, member }
}

/** Money of wallets moves in no platform's own admin, so nothing but the person's permission counts. */
export const mayMoveMoney = ({ user }: UserRequest): boolean => user.permissions.includes('refund')

/** What a company or a person is called. */
export const nameOf = ({ name, contactName, contactSurname, memberExternalId }: Member): string =>
  name ??
  (contactName || contactSurname ? `${contactName ?? ''} ${contactSurname ?? ''}`.trim() : memberExternalId)
