import { randomInt, randomUUID } from 'node:crypto'
import { milliseconds } from '@craftgate-commerce/emulator-kit'
import type { SandboxContext } from '../context'
import { financeBanks } from './finance-banks'
import type { LoanOffer } from './loan'

/** How long an offer holds; ours, the portal names no time. */
const HOLDS = milliseconds({ minutes: 30 })

interface OfferQuestion extends Pick<LoanOffer, 'merchant' | 'lender' | 'price' | 'currency'> {
  /** The merchant's own number for it. */
  readonly offerId?: string
  /** The buyer is known and his pre-approved loans are asked for. */
  readonly preApproved: boolean
}

export function makeOffer(
  ctx: SandboxContext,
  { offerId = randomUUID(), preApproved, ...asked }: OfferQuestion,
): LoanOffer {
  const offer: LoanOffer = {
    ...asked,
    offerId,
    expiresAt: ctx.clock.now() + HOLDS,
    preApproved: preApproved ? applications() : [],
  }
  ctx.state.loanOffers = [...ctx.state.loanOffers.filter((other) => !isSame(other, offer)), offer]
  return offer
}

const isSame = (one: LoanOffer, other: LoanOffer): boolean =>
  one.offerId === other.offerId && one.merchant === other.merchant

const applications = () =>
  financeBanks()
    .filter(({ preApproves }) => preApproves)
    .map(({ code }) => ({ bankCode: code, applicationId: String(randomInt(10_000_000, 99_999_999)) }))

export const findOffer = (ctx: SandboxContext, merchant: string, offerId: string): LoanOffer | undefined =>
  ctx.state.loanOffers.find((offer) => offer.merchant === merchant && offer.offerId === offerId)

/** The offer that has this bank's pre-approved application. */
export const findPreApproved = (
  ctx: SandboxContext,
  merchant: string,
  wanted: { readonly bankCode: string; readonly applicationId: string },
): LoanOffer | undefined =>
  ctx.state.loanOffers.find(
    (offer) =>
      offer.merchant === merchant &&
      offer.preApproved.some(
        ({ bankCode, applicationId }) =>
          bankCode === wanted.bankCode && applicationId === wanted.applicationId,
      ),
  )

export const isOfferOver = (ctx: SandboxContext, { expiresAt }: LoanOffer): boolean =>
  ctx.clock.now() >= expiresAt
