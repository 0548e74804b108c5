import { toNumber } from '../../money/minor'
import type { FraudRule } from '../../seed/fraud-rule'
import { binByDigits } from '../cards/test-card'
import { merchantOf, type SandboxContext } from '../context'
import { METHODS } from '../methods/methods'
import type { Payment } from '../payments/payment'
import { type Facts, holds, type IsOnList, parseConditions } from './conditions'
import { fingerprintOf } from './fingerprint'
import { listsOf, valuesOf } from './value-lists'

/** The rule of the switch `control.fraud.nextPayment`; the seed's follow. */
export const SWITCH_RULE = { id: 1, name: 'Sandbox', conditions: 'control.fraud.nextPayment' } as const

export const ruleIdOf = (place: number): number => place + 2

/** The first rule of the merchant that catches the payment, one that blocks before one that asks for a review. */
export function catchingRule(
  ctx: SandboxContext,
  payment: Payment,
): { readonly id: number; readonly rule: FraudRule } | undefined {
  const facts = factsOf(payment)
  const isOn = listReader(ctx, payment.merchant)
  const caught = merchantOf(ctx, payment.merchant)
    .fraudRules.map((rule, place) => ({ id: ruleIdOf(place), rule }))
    .filter(({ rule }) => parseConditions(rule.conditions).every((each) => holds(each, facts, isOn)))
  return caught.find(({ rule }) => rule.action === 'BLOCK') ?? caught[0]
}

/** A list that nobody made holds nothing. */
const listReader =
  (ctx: SandboxContext, merchant: string): IsOnList =>
  (name, wanted) => {
    const list = listsOf(ctx, merchant).find((candidate) => candidate.name === name)
    return list !== undefined && valuesOf(ctx, list).some(({ value }) => value === wanted)
  }

function factsOf({ card, paidPrice, currency, method, deposit, ...payment }: Payment): Facts {
  const bin = card && binByDigits(card.bin)
  return {
    cardNumber: card && fingerprintOf(card),
    cardHolderName: card?.holder,
    cardBrand: bin?.brand,
    binNumber: card?.bin,
    isForeignCard: bin?.foreign,
    isThreeDS: payment.threeDS,
    clientIp: payment.clientIp,
    buyerId: payment.buyerMemberId,
    buyerExternalId: payment.fraudParams?.buyerExternalId,
    buyerPhoneNumber: payment.fraudParams?.buyerPhoneNumber,
    buyerEmail: payment.fraudParams?.buyerEmail,
    customFraudVariable: payment.fraudParams?.customFraudVariable,
    paidPrice: toNumber(paidPrice, currency),
    currency,
    paymentType: deposit ? 'DEPOSIT_PAYMENT' : METHODS[method].paymentType,
  }
}
