// Points of a stored card: asked of its bank, and used as the shopper says. Shapes are the official clients', as the portal's
// page on rewards is not public.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { CraftgateClient, RequestBody } from '../../client/craftgate-client'
import { readAnswer } from '../../client/read-answer'
import type { DirectStep } from '../../commerce'
import { CraftgateError } from '../../errors'
import type { InstallmentOption } from '../../installments/installments'
import type { Localized } from '../../messages/localized'
import { compare, fromDecimal, InvalidMoneyError, type Money, subtract, sum, toWireNumber } from '../../money'
import { amountShape, readAmount } from '../../payment'
import type { Sale } from './family'

type Loyalty = NonNullable<NonNullable<RequestBody<'createPayment'>['card']>['loyalty']>

/** Nothing of it where no points are used. */
export interface UsedPoints {
  readonly used?: Money
  readonly loyalty?: Loyalty
}

interface Asked {
  readonly keys: { readonly cardUserKey: string; readonly cardToken: string }
  readonly option: InstallmentOption
  readonly code: string
  readonly name: Localized
}

/** Points are lira: the portal prints every reward so, and names no other currency. */
const CURRENCY = 'TRY'

/** Longer nobody waits for an offer. */
const BANK_MS = 5_000

/**
 * What the shopper chose, or the page that asks him. A card without points, and a bank that does not tell them, ask nothing.
 * `gone`: he chose to use points that the card does not have any more. Throws CraftgateError when the bank cannot be asked about
 * points that he chose: he is not charged otherwise than he said.
 */
export async function choosePoints(
  client: CraftgateClient,
  { basket, opener }: Sale,
  { keys, option, code, name }: Asked,
): Promise<UsedPoints | DirectStep | 'gone'> {
  const { answers = {} } = opener
  const isRefused = answers.points === 'none' && !answers['points-amount']
  if (basket.price.currency !== CURRENCY || isRefused) return {}
  const isChosen = answers.points !== undefined
  const points = await (isChosen ? pointsOf(client, keys) : pointsIfTold(client, keys))
  if (points === undefined) return isChosen ? 'gone' : {}
  const usable = smaller(sum([points.ofCard, points.ofFirm], CURRENCY), option.total)
  const wanted = wantedOf(answers, usable)
  const mayUse = wanted !== undefined && wanted.minor > 0 && compare(wanted, usable) <= 0
  if (mayUse) return { used: wanted, loyalty: loyaltyOf(wanted, points) }
  return { kind: 'points', card: code, name, usable, problem: isChosen ? 'invalid' : undefined }
}

/** Undefined where he said nothing, or typed an amount beside another choice. */
function wantedOf(answers: Readonly<Record<string, string>>, usable: Money): Money | undefined {
  const { points, 'points-amount': typed = '' } = answers
  if (points === 'part') return amountIn(typed)
  return points === 'all' && typed === '' ? usable : undefined
}

interface Points {
  /** Of the card, good everywhere. */
  readonly ofCard: Money
  /** Given for this shop only. */
  readonly ofFirm: Money
}

const loyaltiesShape = z.object({
  loyalties: z
    .array(
      z.object({
        type: z.string(),
        reward: z
          .object({ cardRewardMoney: amountShape.nullish(), firmRewardMoney: amountShape.nullish() })
          .nullish(),
      }),
    )
    .nullish(),
})

/** Undefined for a card that has none. Throws CraftgateError. */
async function pointsOf(client: CraftgateClient, keys: Asked['keys']): Promise<Points | undefined> {
  const limits = { idempotencyKey: randomUUID(), signal: AbortSignal.timeout(BANK_MS) }
  const answer: unknown = await client.call('retrieveLoyalties', { body: keys }, limits)
  const { loyalties } = readAnswer(loyaltiesShape, answer, 'the points of a card')
  const reward = loyalties?.find(({ type }) => type === 'REWARD_MONEY')?.reward
  const ofCard = readAmount(reward?.cardRewardMoney ?? 0, CURRENCY)
  const ofFirm = readAmount(reward?.firmRewardMoney ?? 0, CURRENCY)
  return ofCard.minor + ofFirm.minor > 0 ? { ofCard, ofFirm } : undefined
}

/** A bank that does not tell them keeps nobody from paying. */
async function pointsIfTold(client: CraftgateClient, keys: Asked['keys']): Promise<Points | undefined> {
  try {
    return await pointsOf(client, keys)
  } catch (error) {
    if (CraftgateError.is(error) || error instanceof InvalidMoneyError) return undefined
    throw error
  }
}

/** Points that only this shop takes go first, as on Craftgate's page. */
function loyaltyOf(used: Money, { ofFirm }: Points): Loyalty {
  const firm = smaller(used, ofFirm)
  const reward = {
    cardRewardMoney: toWireNumber(subtract(used, firm)),
    firmRewardMoney: toWireNumber(firm),
  }
  return { type: 'REWARD_MONEY', reward }
}

const smaller = (a: Money, b: Money): Money => (compare(a, b) <= 0 ? a : b)

/** `6,20` or `6.20`; undefined for what is no amount. */
function amountIn(typed = ''): Money | undefined {
  const decimal = typed.trim().replace(',', '.')
  return /^\d{1,9}(\.\d{1,2})?$/.test(decimal) ? fromDecimal(decimal, CURRENCY) : undefined
}
