import { ApiError } from '../../errors/api-error'
import type { PayEntry, PayStep } from '../../hosted-page-service'
import { deleteStoredCard } from '../cards/card-storage'
import { type PresentedCard, presentCard } from '../cards/present-card'
import type { Checkout } from '../checkouts/checkout'
import type { SandboxContext } from '../context'
import { mayStoreCard, storedCardsOf } from './views'

type Invalid = Extract<PayStep, { kind: 'invalid' }>

/** The card that the shopper typed or chose, or which field of it is wrong. */
export function hostedCard(
  ctx: SandboxContext,
  checkout: Checkout,
  card: PayEntry['card'],
): PresentedCard | Invalid {
  try {
    if ('cardToken' in card) return storedCard(ctx, checkout, card.cardToken)
    if (checkout.allowOnlyStoredCards) return ONLY_STORED
    const chosen = card.storeCard === true && mayStoreCard(checkout)
    const storeCardAfterSuccessPayment = chosen || checkout.alwaysStoreCardAfterPayment
    const { cardUserKey } = checkout
    return presentCard(ctx, checkout.merchant, { ...card, cardUserKey, storeCardAfterSuccessPayment })
  } catch (error) {
    if (error instanceof ApiError)
      return { kind: 'invalid', field: fieldOf(error), description: error.description.tr }
    throw error
  }
}

function storedCard(ctx: SandboxContext, checkout: Checkout, cardToken: string): PresentedCard | Invalid {
  const kept = storedCardsOf(ctx, checkout).find((candidate) => candidate.cardToken === cardToken)
  if (!kept) return { kind: 'invalid', field: 'cardToken', description: 'Saklı kart bulunamadı.' }
  return presentCard(ctx, checkout.merchant, { cardUserKey: kept.cardUserKey, cardToken })
}

/** Only a card that the page shows, and only where init allows it. */
export function deleteHostedCard(ctx: SandboxContext, checkout: Checkout, cardToken: string): void {
  const kept = storedCardsOf(ctx, checkout).find((candidate) => candidate.cardToken === cardToken)
  if (checkout.allowDeleteStoredCard && kept) deleteStoredCard(ctx, kept)
}

const FIELDS: Record<string, string> = {
  4150: 'cardNumber',
  4152: 'expireYear',
  4153: 'expireMonth',
  4154: 'cvc',
}
const fieldOf = ({ code }: ApiError) => FIELDS[code] ?? 'cardNumber'

const ONLY_STORED: Invalid = {
  kind: 'invalid',
  field: 'cardToken',
  description: 'Yalnızca saklı kartla ödenebilir.',
}
