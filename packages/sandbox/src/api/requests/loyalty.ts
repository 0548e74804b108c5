import { z } from 'zod'
import { binByDigits } from '../../engine/cards/test-card'
import { ApiError } from '../../errors/api-error'

/** developer.craftgate.io/test-cards/reward-point-featured-test-cards: points are played by these families only. */
const FAMILIES = ['Bonus', 'Garanti BBVA CC']

export const loyalty = z.looseObject({ type: z.string() }).optional()
export type Loyalty = z.output<typeof loyalty>

/** The error that the portal names for points of any other card. */
export function checkLoyalty(wish: Loyalty, bin: string): void {
  if (wish === undefined || FAMILIES.includes(binByDigits(bin)?.brand ?? '')) return
  throw ApiError.invalid('4035', {
    tr: 'Ödül işlemi için uygun POS bulunamadı',
    en: 'No POS takes the reward points of this card',
  })
}
