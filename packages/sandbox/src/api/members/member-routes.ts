import { z } from 'zod'
import type { SandboxContext } from '../../engine/context'
import { membersOf, requireMember } from '../../engine/members/find-member'
import type { Member } from '../../engine/members/member'
import { changeMember, type MemberFacts, registerMember } from '../../engine/members/register-member'
import { requireMinor } from '../../money/minor'
import { type Api, data } from '../api-context'
import { queryBoolean, queryNumbers, safeId } from '../fields'
import { is, pageOf, paging } from '../query'
import { readBody, readId, readQuery } from '../read'
import { memberView } from './member-view'

/** developer.craftgate.io/api/member */
export function memberRoutes(api: Api, ctx: SandboxContext): void {
  api.post('/onboarding/v1/members', (c) => {
    const { memberExternalId, ...request } = readBody(c, createMember)
    const { isSubMerchant = false, isBuyer = !isSubMerchant } = request
    const facts = { ...NEW_MEMBER, ...changeOf(request), isBuyer, isSubMerchant, memberExternalId }
    const { address, email, phoneNumber } = request
    const destination = request.settlementEarningsDestination ?? (isSubMerchant ? 'IBAN' : undefined)
    return data(
      c,
      memberView(
        registerMember(ctx, c.get('merchant'), {
          ...{ ...facts, address, email, phoneNumber, settlementEarningsDestination: destination },
        }),
      ),
    )
  })

  api.get('/onboarding/v1/members', (c) => {
    const search = readQuery(c, memberSearch)
    const found = membersOf(ctx, c.get('merchant')).filter((member) => matches(member, search))
    return data(c, pageOf(found, search, memberView))
  })

  api.get('/onboarding/v1/members/:memberId{\\d+}', (c) =>
    data(c, memberView(requireMember(ctx, c.get('merchant'), readId(c, 'memberId')))),
  )

  api.put('/onboarding/v1/members/:memberId{\\d+}', (c) => {
    const merchant = c.get('merchant')
    const member = requireMember(ctx, merchant, readId(c, 'memberId'))
    const change = changeOf(readBody(c, updateMember))
    return data(c, memberView(changeMember(ctx, merchant, { member, change })))
  })
}

const NEW_MEMBER = { maximumNegativeBalance: 0, walletLimit: 0 }

const updateMember = z.object({
  isBuyer: z.boolean().optional(),
  isSubMerchant: z.boolean().optional(),
  memberType: z.enum(['PERSONAL', 'PRIVATE_COMPANY', 'LIMITED_OR_JOINT_STOCK_COMPANY']).optional(),
  name: z.string().optional(),
  address: z.string().min(1),
  email: z.email(),
  phoneNumber: z.string().optional(),
  iban: z.string().optional(),
  taxOffice: z.string().optional(),
  taxNumber: z.string().optional(),
  contactName: z.string().optional(),
  contactSurname: z.string().optional(),
  legalCompanyTitle: z.string().optional(),
  settlementEarningsDestination: z.enum(['IBAN', 'WALLET', 'CROSS_BORDER', 'NONE']).optional(),
  settlementDelayCount: z.number().int().nonnegative().optional(),
  subMerchantMaximumAllowedNegativeBalance: z.number().nonnegative().optional(),
  negativeWalletAmountLimit: z.number().nonpositive().optional(),
})

const createMember = updateMember.extend({
  memberExternalId: safeId.min(1),
  phoneNumber: z.string().min(1),
})

/** Both limits are in lira, as the portal names no currency of them. */
function changeOf({
  subMerchantMaximumAllowedNegativeBalance: balance,
  negativeWalletAmountLimit: limit,
  ...change
}: z.output<typeof updateMember>): Partial<MemberFacts> {
  return {
    ...change,
    ...(balance === undefined
      ? {}
      : {
          maximumNegativeBalance: requireMinor('subMerchantMaximumAllowedNegativeBalance', balance, 'TRY'),
        }),
    ...(limit === undefined ? {} : { walletLimit: requireMinor('negativeWalletAmountLimit', limit, 'TRY') }),
  }
}

const memberSearch = z.object({
  ...paging,
  isBuyer: queryBoolean.optional(),
  isSubMerchant: queryBoolean.optional(),
  memberType: z.string().optional(),
  memberExternalId: z.string().optional(),
  memberIds: queryNumbers.optional(),
  name: z.string().optional(),
})

/** A name is found by any part of it (our reading); everything else as it is. */
function matches(member: Member, search: z.output<typeof memberSearch>): boolean {
  return (
    is(search.isBuyer, member.isBuyer) &&
    is(search.isSubMerchant, member.isSubMerchant) &&
    is<string>(search.memberType, member.memberType) &&
    is(search.memberExternalId, member.memberExternalId) &&
    (search.memberIds?.includes(member.id) ?? true) &&
    (member.name ?? '').includes(search.name ?? '')
  )
}
