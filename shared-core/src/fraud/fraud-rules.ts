// The merchant's fraud rules, as they stand at Craftgate; they are written in its panel.
// developer.craftgate.io/fraud-management/rules
import { z } from 'zod'
import type { CraftgateClient } from '../client/craftgate-client'
import { readAnswer } from '../client/read-answer'

export interface FraudRule {
  readonly id: number
  readonly name: string
  /** BLOCK: the payment is refused with group FRAUD_BLOCK. REVIEW: it is let through, and waits for a decision. */
  readonly action: 'BLOCK' | 'REVIEW'
  readonly isActive: boolean
  /** In Craftgate's Fraud DSL: `clientIp in @blockedClientIps and paidPrice > 1000` */
  readonly conditions: string
}

export interface FraudRulePage {
  readonly rules: readonly FraudRule[]
  readonly count: number
}

const PAGE_SIZE = 25

const ruleShape = z
  .object({
    id: z.int(),
    name: z.string().catch(''),
    action: z.enum(['BLOCK', 'REVIEW']),
    status: z.string().nullish(),
    conditions: z.string().catch(''),
  })
  .transform(
    ({ id, name, action, status, conditions }): FraudRule => ({
      ...{ id, name, action, conditions },
      isActive: status !== 'PASSIVE',
    }),
  )

const pageShape = z.object({ items: z.array(ruleShape), totalSize: z.number().nullish() })

/** `page` counts from 0; a page has 25. No page of the portal describes the call: it is the official clients'. Throws CraftgateError. */
export async function searchFraudRules(client: CraftgateClient, page: number): Promise<FraudRulePage> {
  const query = { page, size: PAGE_SIZE }
  const answer = await client.call('searchFraudRules', { query })
  const { items, totalSize } = readAnswer(pageShape, answer, 'fraud rules')
  return { rules: items, count: totalSize ?? items.length }
}
