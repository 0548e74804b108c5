import type { LoyaltyChoice, LoyaltyStep, LoyaltyView, PayEntry, PayStep } from '../../hosted-page-service'
import { exponentOf, toMinor, toText } from '../../money/minor'
import type { PresentedCard } from '../cards/present-card'
import type { Checkout } from '../checkouts/checkout'
import { checkoutState } from '../checkouts/find-checkout'
import type { SandboxContext } from '../context'
import { loyaltiesOf, usesRewards } from '../loyalty/card-loyalties'
import { type Loyalty, worthOf } from '../loyalty/loyalty'
import { hostedCard } from './hosted-card'

/** Which rewards of a card the shopper may use on the page. */
export function hostedLoyalties(
  ctx: SandboxContext,
  checkout: Checkout,
  entry: PayEntry['card'],
): LoyaltyStep {
  const state = checkoutState(ctx, checkout)
  if (state !== 'open') return { kind: 'closed', state }
  const card = hostedCard(ctx, checkout, entry)
  if ('kind' in card) return card
  return {
    kind: 'loyalties',
    loyalties: offered(checkout, card).map((loyalty) => loyaltyView(loyalty, checkout)),
  }
}

/** The page offers only what a POS takes; rewards are lira. */
const offered = ({ currency }: Checkout, { bin, facts }: PresentedCard): readonly Loyalty[] =>
  currency === 'TRY' && usesRewards(bin?.brand) ? loyaltiesOf(facts.bin, facts.lastFour) : []

function loyaltyView({ type, reward, message }: Loyalty, { currency, paidPrice }: Checkout): LoyaltyView {
  if (!reward) return { type, message }
  const text = (minor: number) => toText(minor, exponentOf(currency))
  const points = worthOf(reward)
  return { type, message, points: text(points), usable: text(Math.min(points, paidPrice)) }
}

/** The reward that the shopper chose, or what is wrong with it. More points than the card has are the bank's to refuse. */
export function chosenLoyalty(
  checkout: Checkout,
  card: PresentedCard,
  choice: LoyaltyChoice | undefined,
): { readonly loyalty?: Loyalty } | Extract<PayStep, { kind: 'invalid' }> {
  if (!choice) return {}
  const known = offered(checkout, card).find(({ type }) => type === choice.type)
  if (!known) return NOT_OFFERED
  if (!known.reward) return { loyalty: known }
  const points = toMinor(choice.points ?? '', exponentOf(checkout.currency)) ?? 0
  return points > 0 ? { loyalty: withPoints(known, points) } : NO_POINTS
}

/** Points that only this shop takes go first, as our reading of what a shopper wants; the portal does not say. */
function withPoints({ type, reward = {} }: Loyalty, points: number): Loyalty {
  const firmRewardMoney = Math.min(points, reward.firmRewardMoney ?? 0)
  return { type, reward: { cardRewardMoney: points - firmRewardMoney, firmRewardMoney } }
}

const invalid = (description: string) => ({ kind: 'invalid', field: 'loyalty', description }) as const

const NOT_OFFERED = invalid('Bu kartta bu ödül kullanılamaz.')
const NO_POINTS = invalid('Kullanılacak puan tutarını yazın.')
