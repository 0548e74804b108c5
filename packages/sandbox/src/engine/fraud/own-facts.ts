import { toNumber } from '../../money/minor'
import { binByDigits } from '../cards/test-card'
import { merchantOf, type SandboxContext } from '../context'
import { findMember } from '../members/find-member'
import type { Payment } from '../payments/payment'
import { paymentType } from '../payments/payment-type'
import { fingerprintOf } from './fingerprint'
import type { Fact, OwnVariable } from './variables'

/** What the rules look at: a payment, or a question about a card's rewards, which has no price. */
export type FraudSubject = Pick<
  Payment,
  'merchant' | 'card' | 'currency' | 'method' | 'deposit' | 'walletPrice' | 'threeDS'
> &
  Pick<Payment, 'buyerMemberId' | 'fraudParams' | 'clientIp'> & {
    readonly id?: number
    readonly paidPrice?: number
  }

/** What a payment itself says; of its buyer "what fraudParams say, or the buyer member's own". */
export function ownFacts(
  ctx: SandboxContext,
  { card, paidPrice, currency, buyerMemberId, fraudParams, ...payment }: FraudSubject,
): Readonly<Record<OwnVariable, Fact>> {
  const bin = card && binByDigits(card.bin)
  const member = findMember(ctx, merchantOf(ctx, payment.merchant), buyerMemberId)
  return {
    cardNumber: card && fingerprintOf(card),
    cardHolderName: card?.holder,
    cardBrand: bin?.brand,
    binNumber: card?.bin,
    isForeignCard: bin?.foreign,
    isThreeDS: payment.threeDS,
    clientIp: payment.clientIp,
    buyerId: buyerMemberId,
    buyerExternalId: fraudParams?.buyerExternalId ?? member?.memberExternalId,
    buyerPhoneNumber: fraudParams?.buyerPhoneNumber ?? member?.phoneNumber,
    buyerEmail: fraudParams?.buyerEmail ?? member?.email,
    customFraudVariable: fraudParams?.customFraudVariable,
    paidPrice: paidPrice === undefined ? undefined : toNumber(paidPrice, currency),
    currency,
    paymentType: paymentType({ ...payment, paidPrice }),
  }
}
