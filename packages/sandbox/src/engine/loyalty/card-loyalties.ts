import { REWARD_CARDS } from '../../data/reward-cards'
import { ApiError } from '../../errors/api-error'
import { toMinor } from '../../money/minor'
import { cardByNumber } from '../cards/test-card'
import type { Loyalty } from './loyalty'

/** Only these families can use rewards; the portal says so of its test cards. */
export const REWARD_FAMILIES: readonly string[] = ['Bonus', 'Garanti BBVA CC']

/** The portal prints no message; these are ours. */
const EXTRA_INSTALLMENTS: Loyalty = { type: 'ADDITIONAL_INSTALLMENT', message: '+2 taksit' }
const POSTPONED: Loyalty = { type: 'POSTPONING_INSTALLMENT', message: '1 ay erteleme' }

const mask = (bin: string, lastFour: string) => `${bin}|${lastFour}`
const byMask = new Map(REWARD_CARDS.trim().split('\n').map(readCard))

function readCard(line: string): [string, readonly Loyalty[]] {
  const [number = '', rewards = '', ofCard = '-', ofFirm = '-'] = line.split('|')
  const card = cardByNumber(number)
  if (!card) throw new Error(`The card with rewards ${number.slice(0, 8)} is not documented`)
  const reward = { cardRewardMoney: toMinor(ofCard, 2), firmRewardMoney: toMinor(ofFirm, 2) }
  const loyalties: Loyalty[] = [
    ...(rewards.includes('R') ? [{ type: 'REWARD_MONEY', reward } as const] : []),
    ...(rewards.includes('E') ? [EXTRA_INSTALLMENTS] : []),
    ...(rewards.includes('P') ? [POSTPONED] : []),
  ]
  return [mask(card.bin.bin, card.lastFour), loyalties]
}

/** What the bank answers when asked for the rewards of a card. They never run out: test cards are everybody's. */
export const loyaltiesOf = (bin: string, lastFour: string): readonly Loyalty[] =>
  byMask.get(mask(bin, lastFour)) ?? []

/** Whether a card's bank has a POS here that takes its rewards. */
export const usesRewards = (brand: string | undefined): boolean => REWARD_FAMILIES.includes(brand ?? '')

/**
 * Refuses a reward that no POS takes, in the portal's words. Points are taken of every card of the two families, other
 * rewards only of a card that has them. The portal prints all rewards in lira, so we assume that they pay nothing else.
 */
export function checkLoyalty(
  loyalty: Loyalty | undefined,
  card: { readonly brand?: string; readonly bin: string; readonly lastFour: string },
  currency: string,
): void {
  if (!loyalty) return
  if (currency !== 'TRY') throw NO_POS
  const has = loyaltiesOf(card.bin, card.lastFour).some(({ type }) => type === loyalty.type)
  if (usesRewards(card.brand) && (loyalty.type === 'REWARD_MONEY' || has)) return
  throw NO_POS
}

const NO_POS = ApiError.invalid('4035', {
  tr: 'Ödül işlemi için uygun POS bulunamadı',
  en: 'No POS takes the reward points of this card',
})
