// The shop's customers as members of its Craftgate account. Which member a customer is follows from his id alone, so nothing
// is kept of it in the shop, and of two servers that need him at once both find the one.
import { createHash } from 'node:crypto'
import { CraftgateError, invalidRequest } from '../errors'
import { MEMBER_ERRORS } from '../messages/members'
import type { Member, NewMember } from './member'
import { EXTERNAL_ID } from './member-rules'

export interface CustomerRef {
  /** Key of `merchants` in the options. */
  readonly merchant: string
  /** The shop's id of a customer who has an account. */
  readonly customer: string
}

/** What Craftgate wants to know of a buyer. */
export interface CustomerDetails {
  readonly name: string
  readonly surname: string
  readonly email: string
  readonly phone: string
  readonly address: string
}

export interface CustomerMembers {
  /** False where the options have no `wallets`: then nobody is found, and nobody is made a member. */
  readonly areOn: boolean
  /** The member that this customer is; undefined as long as none was needed. Throws CraftgateError. */
  find(customer: CustomerRef): Promise<Member | undefined>
  /**
   * The same, made now when there is none: one, however many ask at once. Throws CraftgateError: `wallets-off`,
   * `invalid-member` for a customer whose details do not suffice, and as Craftgate answers.
   */
  ensure(customer: CustomerRef, details: CustomerDetails): Promise<Member>
}

interface Parts {
  readonly members: {
    search(
      merchant: string,
      search: { readonly memberExternalId: string; readonly page: number },
    ): Promise<{ readonly members: readonly Member[] }>
    create(merchant: string, member: NewMember, idempotencyKey: string): Promise<Member>
  }
  readonly shop: string | undefined
  readonly clock: () => Date
}

/** That a customer is no member yet is believed for so long: a page of Craftgate's is not opened twice in a minute. */
const ABSENT_MS = 60_000
const MOST_REMEMBERED = 10_000

export function createCustomerMembers({ members, shop, clock }: Parts): CustomerMembers {
  const remembered = new Map<string, { readonly member: Member | undefined; readonly until: number }>()

  const remember = (name: string, member: Member | undefined) => {
    if (remembered.size >= MOST_REMEMBERED) remembered.clear()
    remembered.set(name, { member, until: clock().getTime() + ABSENT_MS })
    return member
  }

  async function look({ merchant, customer }: CustomerRef): Promise<Member | undefined> {
    const memberExternalId = externalIdOf(shop, customer)
    const { members: found } = await members.search(merchant, { memberExternalId, page: 0 })
    return remember(
      `${merchant} ${customer}`,
      found.find((member) => member.memberExternalId === memberExternalId && member.isActive),
    )
  }

  async function find(ref: CustomerRef): Promise<Member | undefined> {
    if (shop === undefined) return undefined
    const known = remembered.get(`${ref.merchant} ${ref.customer}`)
    return known && known.until > clock().getTime() ? known.member : look(ref)
  }

  async function ensure(ref: CustomerRef, details: CustomerDetails): Promise<Member> {
    const memberExternalId = externalIdOf(shop, ref.customer)
    const known = remembered.get(`${ref.merchant} ${ref.customer}`)?.member ?? (await look(ref))
    if (known) return known
    const facts = {
      ...{ isBuyer: true, isSubMerchant: false, memberExternalId },
      ...{ contactName: details.name, contactSurname: details.surname },
      ...{ email: details.email, phoneNumber: details.phone, address: details.address },
    }
    try {
      const made = await members.create(ref.merchant, facts, keyOf(ref.merchant, facts, clock()))
      remember(`${ref.merchant} ${ref.customer}`, made)
      return made
    } catch (error) {
      // Another server made him in this moment, or the answer to our own request was lost.
      const other = CraftgateError.is(error) && error.code !== 'invalid-member' ? await look(ref) : undefined
      if (other) return other
      throw error
    }
  }
  return { areOn: shop !== undefined, find, ensure }
}

/** Which member a customer is. Throws CraftgateError `wallets-off` without a shop, `bad-customer` for an id that no one has. */
function externalIdOf(shop: string | undefined, customer: string): string {
  if (shop === undefined) throw invalidRequest('wallets-off', MEMBER_ERRORS['wallets-off'])
  const id = `${shop}:${customer}`
  if (customer === '' || !EXTERNAL_ID.test(id))
    throw invalidRequest('bad-customer', MEMBER_ERRORS['bad-customer'])
  return id
}

/** Servers that make him at once send one request; a refusal answers for the same details, and until the next day. */
const keyOf = (merchant: string, facts: object, now: Date): string =>
  createHash('sha256')
    .update(JSON.stringify([merchant, facts, now.toISOString().slice(0, 10)]))
    .digest('hex')
