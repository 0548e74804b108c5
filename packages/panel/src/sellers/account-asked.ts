import type { SettlementType } from '@craftgate-commerce/core'
import { CRAFTGATE_ZONE, dayAt, readDay, shiftDay } from '../days/days'
import type { UserRequest } from '../http/panel-request'

/** The account that the address names, of those that the user works with. */
export function accountAsked({ c, user }: UserRequest): string | undefined {
  const named = c.req.query('account') ?? user.merchants[0]
  return user.merchants.find((merchant) => merchant === named)
}

/** So long a time is looked at: what has no pages stays readable. */
const LONGEST_DAYS = 92

/** The days of the address, as Craftgate counts them, at most three months; the last thirty without any. */
export function daysAsked({ c, host }: UserRequest): { readonly from: string; readonly to: string } {
  const to = readDay(c.req.query('to')) ?? dayAt(host.clock(), CRAFTGATE_ZONE)
  const earliest = shiftDay(to, -LONGEST_DAYS)
  const from = readDay(c.req.query('from')) ?? shiftDay(to, -30)
  return { from: from < earliest || from > to ? earliest : from, to }
}

const TYPES: readonly SettlementType[] = ['SETTLEMENT', 'WITHDRAW', 'BOUNCED_SETTLEMENT']

export const typeAsked = ({ c }: UserRequest): SettlementType =>
  TYPES.find((type) => type === c.req.query('type')) ?? 'SETTLEMENT'
