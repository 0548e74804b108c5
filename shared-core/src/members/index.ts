// Members of a merchant's Craftgate account, and the shop's customers among them.
import type { CraftgateClient, RequestBody } from '../client/craftgate-client'
import { readAnswer } from '../client/read-answer'
import { isRefusal } from '../errors'
import { type CustomerMembers, createCustomerMembers } from './customer-members'
import { type Member, type MemberFacts, memberShape, membersShape, type NewMember } from './member'
import { checkMember } from './member-rules'

export type { CustomerDetails, CustomerMembers, CustomerRef } from './customer-members'
export type { Member, MemberFacts, MemberType, NewMember } from './member'

export interface MemberSearch {
  /** A part of the name. */
  readonly name?: string
  readonly memberExternalId?: string
  readonly memberIds?: readonly number[]
  readonly isBuyer?: boolean
  readonly isSubMerchant?: boolean
  /** From 0; a page has 25. */
  readonly page: number
}

export interface MemberPage {
  /** In Craftgate's order. */
  readonly members: readonly Member[]
  readonly count: number
}

/** `merchant` is a key of `merchants` in the options. Each throws CraftgateError. */
export interface Members {
  search(merchant: string, search: MemberSearch): Promise<MemberPage>
  /** Undefined when there is none of this number. */
  find(merchant: string, id: number): Promise<Member | undefined>
  /**
   * Registers somebody; the same key makes one member, however often it is sent. Throws a CraftgateError of code
   * `invalid-member` that names the fields which a member of this kind must have.
   */
  create(merchant: string, member: NewMember, idempotencyKey: string): Promise<Member>
  /** Writes all these facts, so repeating it changes nothing. Throws as `create`. */
  update(merchant: string, id: number, facts: MemberFacts): Promise<Member>
  /** The shop's customers as members. */
  readonly customers: CustomerMembers
}

const PAGE_SIZE = 25
const MEMBER = 'a member'

type CreateBody = RequestBody<'createMember'>

export interface MembersDependencies {
  /** By the name of the merchant. */
  readonly clientFor: (merchant: string) => CraftgateClient
  /** Names this shop among those that share a Craftgate account; undefined where customers have no wallets. */
  readonly shop: string | undefined
  readonly clock: () => Date
}

export function createMembers({ clientFor, shop, clock }: MembersDependencies): Members {
  const members: Omit<Members, 'customers'> = {
    async search(merchant, { page, memberIds, ...search }) {
      const query = {
        ...given(search),
        ...(memberIds && { memberIds: [...memberIds] }),
        page,
        size: PAGE_SIZE,
      }
      const answer = await clientFor(merchant).call('searchMembers', { query })
      const { items, totalSize } = readAnswer(membersShape, answer, 'members')
      return { members: items, count: totalSize ?? items.length }
    },
    async find(merchant, memberId) {
      try {
        const answer = await clientFor(merchant).call('retrieveMember', { path: { memberId } })
        return readAnswer(memberShape, answer, MEMBER)
      } catch (error) {
        if (isRefusal(error)) return undefined
        throw error
      }
    },
    async create(merchant, member, idempotencyKey) {
      checkMember(member)
      const body: CreateBody = given(member)
      const answer = await clientFor(merchant).call('createMember', { body }, { idempotencyKey })
      return readAnswer(memberShape, answer, MEMBER)
    },
    async update(merchant, memberId, facts) {
      checkMember(facts)
      const answer = await clientFor(merchant).call('updateMember', {
        path: { memberId },
        body: given(facts),
      })
      return readAnswer(memberShape, answer, MEMBER)
    },
  }
  return { ...members, customers: createCustomerMembers({ members, shop, clock }) }
}

/** Without what is not given: an empty text would be written as one. */
function given<T extends object>(facts: T): T {
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined && value !== ''),
  ) as T
}
