import { z } from 'zod'
import { type Loyalty, worthOf } from '../../engine/loyalty/loyalty'
import { ApiError } from '../../errors/api-error'
import { requireMinor, toNumber } from '../../money/minor'

const amount = z.number().nonnegative().optional()

/** A reward of a request. Points need their amount; the other rewards have none. */
export const loyaltyRequest = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('REWARD_MONEY'),
    reward: z.object({ cardRewardMoney: amount, firmRewardMoney: amount, totalRewardMoney: amount }),
    message: z.string().optional(),
  }),
  z.object({
    type: z.enum([
      ...(['ADDITIONAL_INSTALLMENT', 'POSTPONING_INSTALLMENT', 'EXTRA_POINTS'] as const),
      ...(['GAINING_MINUTES', 'POSTPONING_STATEMENT'] as const),
    ]),
    message: z.string().optional(),
  }),
])

type LoyaltyRequest = z.output<typeof loyaltyRequest>

/** The reward in minor units. Throws the validation error that names the amount. */
export function readLoyalty(request: LoyaltyRequest | undefined, currency: string): Loyalty | undefined {
  if (request?.type !== 'REWARD_MONEY') return request
  const minor = (name: keyof typeof request.reward) => {
    const value = request.reward[name]
    return value === undefined ? undefined : requireMinor(`card.loyalty.reward.${name}`, value, currency)
  }
  const reward = { cardRewardMoney: minor('cardRewardMoney'), firmRewardMoney: minor('firmRewardMoney') }
  const total = minor('totalRewardMoney')
  if (total !== undefined && total !== worthOf(reward)) throw WRONG_TOTAL
  return { ...request, reward }
}

/** No page of the portal knows the total; in our reading it can only be the sum. */
const WRONG_TOTAL = ApiError.invalid('4165', {
  tr: '"totalRewardMoney", cardRewardMoney ve firmRewardMoney toplamına eşit olmalıdır',
  en: '"totalRewardMoney" must be the sum of cardRewardMoney and firmRewardMoney',
})

/** A reward as answers tell it. */
export function loyaltyView({ type, reward, message }: Loyalty, currency: string) {
  const money = (minor: number | undefined) => (minor === undefined ? undefined : toNumber(minor, currency))
  return {
    type,
    reward: reward && {
      cardRewardMoney: money(reward.cardRewardMoney),
      firmRewardMoney: money(reward.firmRewardMoney),
    },
    message,
  }
}
