// What an entry says of the bank: what it charged the card, what it keeps, and when it pays the rest.
import { chargedOf, latest, type PaymentFacts } from '../payment'
import type { PaymentOperation, SalesEntry } from '../platform'

type BankEntry = Pick<SalesEntry, 'charged' | 'bankCommission' | 'blockageResolvedAt'>

export const bankOf = (facts: PaymentFacts): BankEntry => ({
  charged: chargedOf(facts).minor,
  bankCommission: facts.bankCommission?.amount.minor,
  blockageResolvedAt: facts.blockageResolvedAt,
})

const doneSteps = ({ steps }: PaymentOperation) => steps.filter(({ state }) => state === 'done')

/** What the steps moved on the card: nothing of what went into a wallet, or back outside of Craftgate. */
export const chargedIn = (operation: PaymentOperation): number =>
  doneSteps(operation)
    .filter(({ destination }) => destination === undefined)
    .reduce((sum, { amount }) => sum + amount.minor, 0)

/** Of a capture; of one of several payments all is known, or nothing. */
export function bankOfSteps(operation: PaymentOperation): BankEntry {
  const steps = doneSteps(operation)
  const commissions = steps.flatMap(({ bankCommission }) => bankCommission?.minor ?? [])
  const isKnown = commissions.length === steps.length
  const dates = steps.map(({ blockageResolvedAt: at }) => (at === undefined ? undefined : new Date(at)))
  return {
    charged: chargedIn(operation),
    bankCommission: isKnown ? commissions.reduce((sum, each) => sum + each, 0) : undefined,
    blockageResolvedAt: latest(dates),
  }
}
