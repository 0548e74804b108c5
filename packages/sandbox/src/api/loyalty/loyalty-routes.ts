import { z } from 'zod'
import { bankCode } from '../../engine/cards/bank-code'
import { presentCard } from '../../engine/cards/present-card'
import type { TestCard } from '../../engine/cards/test-card'
import { nextId, type SandboxContext } from '../../engine/context'
import { catchingRule } from '../../engine/fraud/rules'
import { loyaltiesOf } from '../../engine/loyalty/card-loyalties'
import { posFacts } from '../../engine/pos/pos-facts'
import { forces3ds, routePos } from '../../engine/pos/route-pos'
import { ApiError } from '../../errors/api-error'
import { paymentError } from '../../errors/payment-errors'
import type { Merchant } from '../../seed/seed'
import { type Api, data } from '../api-context'
import { paymentFacts } from '../fields'
import { cardKeys, playedCard, typedCard } from '../payments/payment-requests'
import { readBody } from '../read'
import { loyaltyView } from './loyalty-fields'

const fraudFacts = paymentFacts.pick({ conversationId: true, clientIp: true, fraudParams: true })
const askedCard = playedCard(
  z.union([
    cardKeys.extend(fraudFacts.shape),
    typedCard
      .pick({ cardNumber: true, expireYear: true, expireMonth: true, cvc: true })
      .extend(fraudFacts.shape),
  ]),
)

/** Rewards are lira. */
const CURRENCY = 'TRY'

/** Asks the bank which rewards a card has. The portal's page on it is not public; the shapes are the official clients'. */
export function loyaltyRoutes(api: Api, ctx: SandboxContext): void {
  api.post('/payment/v1/card-loyalties/retrieve', (c) => {
    const request = readBody(c, askedCard)
    const merchant = c.get('merchant')
    const { facts, known, bin } = presentCard(
      ctx,
      merchant.apiKey,
      'cardToken' in request ? request : { cardHolderName: '', ...request },
    )
    if (!known) throw ApiError.payment(paymentError(bin ? 'INVALID_CARD_NUMBER' : 'BIN_NOT_FOUND'))
    const view = cardLoyaltiesView(merchant, known)
    const caught = catchingRule(
      ctx,
      {
        ...{ merchant: merchant.apiKey, card: facts, currency: CURRENCY, method: 'CARD', threeDS: false },
        ...{ clientIp: request.clientIp, fraudParams: request.fraudParams },
      },
      'LOYALTY',
    )
    if (!caught) return data(c, view)
    const { action } = caught.rule
    return data(c, {
      ...view,
      fraudResult: { id: nextId(ctx, merchant.apiKey), action },
      loyalties: action === 'BLOCK' ? [] : view.loyalties,
    })
  })
}

/** What a bank says of the rewards of one of its cards. */
export function cardLoyaltiesView(merchant: Merchant, { bin, lastFour }: TestCard) {
  const pos = routePos(merchant, { bin, currency: CURRENCY, installment: 1 })
  return {
    cardBrand: bin.brand,
    cardIssuerBankName: bin.bankName,
    cardIssuerBankId: bankCode(bin.bankName),
    force3ds: forces3ds(pos, bin),
    pos: posFacts(pos),
    loyalties: loyaltiesOf(bin.bin, lastFour).map((loyalty) => loyaltyView(loyalty, CURRENCY)),
  }
}
