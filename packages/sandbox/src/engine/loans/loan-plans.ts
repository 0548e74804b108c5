import { rateOf } from '../../money/share'

/** What a lender would have back: amounts are minor units. The shop gets the price, whatever the shopper chooses. */
export interface LoanPlan {
  readonly months: number
  readonly total: number
  readonly monthly: number
}

/** Per cent a month, as ten-thousandths; ours, for every lender. */
export const INTEREST_A_MONTH = 34_900

const TERMS = [3, 6, 9, 12]

export const isTerm = (months: number): boolean => TERMS.includes(months)

export const loanPlans = (price: number): readonly LoanPlan[] =>
  TERMS.map((months) => {
    const total = price + rateOf(price, months * INTEREST_A_MONTH)
    return { months, total, monthly: Math.round(total / months) }
  })
