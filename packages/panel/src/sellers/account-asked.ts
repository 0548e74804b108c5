import type { SettlementType } from '@craftgate-commerce/core'
import type { UserRequest } from '../http/panel-request'

/** The account that the address names, of those that the user works with. */
export function accountAsked({ c, user }: UserRequest): string | undefined {
  const named = c.req.query('account') ?? user.merchants[0]
  return user.merchants.find((merchant) => merchant === named)
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const DAY_MS = 86_400_000
/** So long a time is looked at: what has no pages stays readable. */
const LONGEST_DAYS = 92

const dayOf = (at: number): string => new Date(at + 3 * 3_600_000).toISOString().slice(0, 10)

/** The days of the address, at most three months; the last thirty without any. */
export function daysAsked({ c, host }: UserRequest): { readonly from: string; readonly to: string } {
  const now = host.clock().getTime()
  const day = (name: string) => {
    const typed = c.req.query(name) ?? ''
    return DAY.test(typed) && !Number.isNaN(Date.parse(typed)) ? typed : undefined
  }
  const to = day('to') ?? dayOf(now)
  const earliest = new Date(Date.parse(to) - LONGEST_DAYS * DAY_MS).toISOString().slice(0, 10)
  const from = day('from') ?? new Date(Date.parse(to) - 30 * DAY_MS).toISOString().slice(0, 10)
  return { from: from < earliest || from > to ? earliest : from, to }
}

const TYPES: readonly SettlementType[] = ['SETTLEMENT', 'WITHDRAW', 'BOUNCED_SETTLEMENT']

export const typeAsked = ({ c }: UserRequest): SettlementType =>
  TYPES.find((type) => type === c.req.query('type')) ?? 'SETTLEMENT'
