/** developer.craftgate.io/api, Ödül Tipleri */
export type LoyaltyType =
  | 'REWARD_MONEY'
  | 'ADDITIONAL_INSTALLMENT'
  | 'POSTPONING_INSTALLMENT'
  | 'EXTRA_POINTS'
  | 'GAINING_MINUTES'
  | 'POSTPONING_STATEMENT'

/** A reward of a card: what it has, or what of it a payment uses. Amounts are minor units. */
export interface Loyalty {
  readonly type: LoyaltyType
  readonly reward?: Reward
  readonly message?: string
}

/** Points as money: those of the card, and those that the bank gave for this shop only. */
export interface Reward {
  readonly cardRewardMoney?: number
  readonly firmRewardMoney?: number
}

export const worthOf = ({ cardRewardMoney = 0, firmRewardMoney = 0 }: Reward): number =>
  cardRewardMoney + firmRewardMoney
