import type { MealCardAnswer, MealCardStep, MealCardView } from '../../hosted-page-service'
import { merchantOf, type SandboxContext } from '../context'
import { METHODS } from '../methods/methods'
import { returnPost } from '../threeds/callback'
import type { MealCardTokenization } from './tokenization'
import { isTooLate, maskOf } from './tokenize'

const find = ({ state }: SandboxContext, id: string) =>
  state.mealCardTokenizations.find(({ sessionId, proof }) => sessionId === id && proof === 'page')

const isOver = (ctx: SandboxContext, tokenization: MealCardTokenization): boolean =>
  tokenization.answered || tokenization.completed || isTooLate(ctx, tokenization)

export function mealCardView(ctx: SandboxContext, id: string): MealCardView | undefined {
  const found = find(ctx, id)
  if (!found) return undefined
  const { name: merchantName } = merchantOf(ctx, found.merchant)
  return { id, label: METHODS[found.method].label, merchantName, answered: isOver(ctx, found) }
}

/** What the owner says at the page. A second answer of a finished page changes nothing. */
export function answerMealCard(
  ctx: SandboxContext,
  id: string,
  answer: MealCardAnswer,
): MealCardStep | undefined {
  const found = find(ctx, id)
  if (!found || isOver(ctx, found)) return undefined
  const number = 'cardNumber' in answer ? answer.cardNumber.replace(/\D/g, '') : undefined
  if (number !== undefined && !/^\d{16}$/.test(number)) return { kind: 'invalid' }
  found.answered = true
  if (number !== undefined) found.card = maskOf(found.method, number)
  const fields = { sessionId: id, status: found.card ? 'SUCCESS' : 'FAILURE' }
  return { kind: 'callback', callback: returnPost(ctx, { url: found.callbackUrl ?? '', fields }) }
}
