import { randomUUID } from 'node:crypto'
import { ApiError } from '../../errors/api-error'
import type { StoredCard } from '../cards/card'
import { requireTestCard, storeCard } from '../cards/card-storage'
import { cardByMask } from '../cards/test-card'
import type { SandboxContext } from '../context'
import { factsOfCard } from '../provider-pages/card-behind'

/** Plays the call: a documented card is typed, and the merchant's telephone system knows it by the token. */
export function typeCard({ state }: SandboxContext, merchant: string, cardNumber: string): string {
  const { bin, lastFour } = requireTestCard(cardNumber)
  const call = { merchant, callToken: randomUUID(), bin: bin.bin, lastFour }
  state.ivrCalls.push(call)
  return call.callToken
}

/** Keeps the card of a call for a shopper. Throws a validation error for a call that the merchant has not had. */
export function cardOfCall(
  ctx: SandboxContext,
  merchant: string,
  { callToken, cardUserKey }: { readonly callToken: string; readonly cardUserKey?: string },
): StoredCard {
  const call = ctx.state.ivrCalls.find((kept) => kept.merchant === merchant && kept.callToken === callToken)
  const known = call && cardByMask(call.bin, call.lastFour)
  if (!known) throw UNKNOWN_CALL
  const { holder, expireYear, expireMonth } = factsOfCard(known)
  return storeCard(ctx, merchant, { known, holder, expireYear, expireMonth, cardUserKey })
}

const UNKNOWN_CALL = ApiError.invalid('4130', {
  tr: 'IVR çağrısı bulunamadı',
  en: 'The telephone call was not found',
})
