// Somebody whom a merchant registered at Craftgate: a buyer, a seller, or both. developer.craftgate.io/api/member
import { z } from 'zod'
import { idShape } from '../payment'

export const MEMBER_TYPES = ['PERSONAL', 'PRIVATE_COMPANY', 'LIMITED_OR_JOINT_STOCK_COMPANY'] as const
export type MemberType = (typeof MEMBER_TYPES)[number]

/** What a member is registered with. Craftgate calls a seller a sub-merchant; only marketplaces have them. */
export interface MemberFacts {
  readonly isBuyer: boolean
  readonly isSubMerchant: boolean
  /** Of a seller. */
  readonly memberType?: MemberType
  /** Of a company. */
  readonly name?: string
  readonly address: string
  readonly email: string
  readonly phoneNumber: string
  readonly contactName?: string
  readonly contactSurname?: string
  readonly legalCompanyTitle?: string
  readonly taxOffice?: string
  readonly taxNumber?: string
  /** Turkish, of a seller who is paid to it. */
  readonly iban?: string
  /** Where a seller's money goes; IBAN without it. */
  readonly settlementEarningsDestination?: 'IBAN' | 'WALLET' | 'CROSS_BORDER' | 'NONE'
  /** Days that a seller's money is blocked. */
  readonly settlementDelayCount?: number
  /** Lira that a refund may take a seller's balance below zero. */
  readonly subMerchantMaximumAllowedNegativeBalance?: number
}

export interface NewMember extends MemberFacts {
  /** The merchant's own id of them; Craftgate has one member for it. Letters, digits, `_`, `.`, `:`, `+`, `-`. */
  readonly memberExternalId: string
}

export interface Member extends MemberFacts {
  /** Craftgate's number of them. */
  readonly id: number
  readonly memberExternalId: string
  readonly isActive: boolean
}

const text = z
  .string()
  .nullish()
  .transform((value) => value || undefined)
  .catch(undefined)

export const memberShape = z
  .object({
    id: idShape,
    status: text,
    isBuyer: z.boolean().nullish(),
    isSubMerchant: z.boolean().nullish(),
    memberType: z.enum(MEMBER_TYPES).optional().catch(undefined),
    memberExternalId: text,
    name: text,
    address: text,
    email: text,
    phoneNumber: text,
    contactName: text,
    contactSurname: text,
    legalCompanyTitle: text,
    taxOffice: text,
    taxNumber: text,
    iban: text,
    settlementEarningsDestination: z
      .enum(['IBAN', 'WALLET', 'CROSS_BORDER', 'NONE'])
      .optional()
      .catch(undefined),
    settlementDelayCount: z.int().optional().catch(undefined),
    subMerchantMaximumAllowedNegativeBalance: z.number().optional().catch(undefined),
  })
  .transform(
    ({ status, isBuyer, isSubMerchant, memberExternalId, address, email, phoneNumber, ...rest }): Member => ({
      ...rest,
      isActive: status !== 'PASSIVE',
      isBuyer: isBuyer === true,
      isSubMerchant: isSubMerchant === true,
      memberExternalId: memberExternalId ?? '',
      address: address ?? '',
      email: email ?? '',
      phoneNumber: phoneNumber ?? '',
    }),
  )

export const membersShape = z.object({ items: z.array(memberShape), totalSize: z.number().nullish() })
