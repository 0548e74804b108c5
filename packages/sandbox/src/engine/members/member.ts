import type { Schema } from '@craftgate-commerce/openapi'
import { toMinor } from '../../money/minor'
import type { SeedMember } from '../../seed/seed'

/** Somebody whom a merchant registered: a buyer, a seller (sub-merchant), or both. Amounts are minor units of lira. */
export interface Member {
  readonly id: number
  readonly merchant: string
  readonly createdAt: number
  readonly updatedAt: number
  readonly isBuyer: boolean
  readonly isSubMerchant: boolean
  readonly memberType?: Schema<'MemberType'>
  readonly memberExternalId: string
  readonly name?: string
  readonly address: string
  readonly email: string
  readonly phoneNumber: string
  readonly iban?: string
  readonly taxOffice?: string
  readonly taxNumber?: string
  readonly contactName?: string
  readonly contactSurname?: string
  readonly legalCompanyTitle?: string
  /** Where a seller's money goes. */
  readonly settlementEarningsDestination?: Schema<'SettlementEarningsDestination'>
  /** Days that a seller's money is blocked. */
  readonly settlementDelayCount?: number
  /** How far a refund after the payout may take a seller below zero. */
  readonly maximumNegativeBalance: number
  /** How far below zero a wallet may go that is opened later; zero or less. */
  readonly walletLimit: number
}

/** The seed names no day: its members and wallets are as old as this. */
export const SEED_DAY = Date.parse('2026-01-01T00:00:00+03:00')

/** A member of the seed; of what the seed does not say he has something that a member must have. */
export const memberOfSeed = (merchant: string, seed: SeedMember): Member => ({
  ...{ id: seed.id, merchant, createdAt: SEED_DAY, updatedAt: SEED_DAY, name: seed.name },
  ...{ isBuyer: seed.isBuyer, isSubMerchant: seed.isSubMerchant, memberType: 'PERSONAL' },
  ...{ memberExternalId: `seed-${seed.id}`, ...contactOf(seed.name) },
  ...{ address: 'Deneme Sok. No: 1, İstanbul', email: `uye-${seed.id}@example.com` },
  ...{
    phoneNumber: String(905_551_111_110 + seed.id),
    settlementDelayCount: seed.settlementDelayCount,
    walletLimit: 0,
  },
  ...(seed.isSubMerchant
    ? { iban: seed.iban, settlementEarningsDestination: seed.settlementEarningsDestination }
    : {}),
  maximumNegativeBalance: toMinor(seed.maximumNegativeBalance, 2) ?? 0,
})

/** "Haluk Demir": the last word is the surname. */
function contactOf(name: string): Pick<Member, 'contactName' | 'contactSurname'> {
  const words = name.split(' ')
  return { contactName: words.slice(0, -1).join(' ') || name, contactSurname: words.at(-1) }
}
