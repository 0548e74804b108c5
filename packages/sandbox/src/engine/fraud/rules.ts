import type { FraudRule } from '../../seed/fraud-rule'
import { merchantOf, type SandboxContext } from '../context'
import { type FactOf, holds, type IsOnList, parseConditions } from './conditions'
import type { FraudCheck } from './fraud-check'
import { historyFact } from './history'
import { type FraudSubject, ownFacts } from './own-facts'
import { listsOf, valuesOf } from './value-lists'
import { isOwn } from './variables'

/** The rule of the switch `control.fraud.nextPayment`; the seed's follow. */
export const SWITCH_RULE = { id: 1, name: 'Sandbox', conditions: 'control.fraud.nextPayment' } as const

export const ruleIdOf = (place: number): number => place + 2

/** The first rule of the merchant for this operation that catches it, one that blocks before one that asks for a review. */
export function catchingRule(
  ctx: SandboxContext,
  payment: FraudSubject,
  operation: FraudRule['operations'][number] = 'PAYMENT',
): { readonly id: number; readonly rule: FraudRule } | undefined {
  const own = ownFacts(ctx, payment)
  const factOf: FactOf = (variable) => (isOwn(variable) ? own[variable] : historyFact(ctx, payment, variable))
  const isOn = listReader(ctx, payment.merchant)
  const caught = merchantOf(ctx, payment.merchant)
    .fraudRules.map((rule, place) => ({ id: ruleIdOf(place), rule }))
    .filter(({ rule }) => rule.operations.includes(operation))
    .filter(({ rule }) => parseConditions(rule.conditions).every((each) => holds(each, factOf, isOn)))
  return caught.find(({ rule }) => rule.action === 'BLOCK') ?? caught[0]
}

/** The rule that caught a payment, as the merchant has it by now. */
export function checkedRule(ctx: SandboxContext, { merchant, ruleId }: FraudCheck) {
  const { fraudRules } = merchantOf(ctx, merchant)
  const { name, conditions } = fraudRules.find((_rule, place) => ruleIdOf(place) === ruleId) ?? SWITCH_RULE
  return { id: ruleId, name, conditions }
}

/** A list that nobody made holds nothing. */
const listReader =
  (ctx: SandboxContext, merchant: string): IsOnList =>
  (name, wanted) => {
    const list = listsOf(ctx, merchant).find((candidate) => candidate.name === name)
    return list !== undefined && valuesOf(ctx, list).some(({ value }) => value === wanted)
  }
