import { toNumber } from '../../money/minor'
import { binByDigits } from '../cards/test-card'
import { merchantOf, type SandboxContext } from '../context'
import { findMember } from '../members/find-member'
import { METHODS } from '../methods/methods'
import type { Payment } from '../payments/payment'
import { fingerprintOf } from './fingerprint'
import type { Fact, OwnVariable } from './variables'

/** What a payment itself says; of its buyer "what fraudParams say, or the buyer member's own". */
export function ownFacts(
  ctx: SandboxContext,
  { card, paidPrice, currency, method, deposit, buyerMemberId, fraudParams, ...payment }: Payment,
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
    paidPrice: toNumber(paidPrice, currency),
    currency,
    paymentType: deposit ? 'DEPOSIT_PAYMENT' : METHODS[method].paymentType,
  }
}
