// What banks keep of each instalment on a POS, and what the shopper pays on top. No page of the portal describes these calls: they are
// the official clients'. Whether the rows that are sent take the place of all or only of their own is said nowhere, so all are sent,
// as they were read, with the one that changes.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { CraftgateClient, RequestBody } from '../client/craftgate-client'
import { readAnswer } from '../client/read-answer'
import { CraftgateError, invalidRequest } from '../errors'
import { COMMISSION_ERRORS } from '../messages/setup'

/** What a bank keeps of one instalment; per cent. */
export interface PosCommission {
  readonly installment: number
  readonly isActive: boolean
  readonly cardFamily?: string
  /** Of credit cards of the bank's own. */
  readonly bankRate?: number
  /** That the shopper pays on top. */
  readonly merchantRate?: number
  /** Days until the money may be paid out. */
  readonly blockageDay?: number
}

type Row = Pick<PosCommission, 'installment' | 'cardFamily'>
type Terms = Pick<PosCommission, 'merchantRate' | 'isActive'>

/** Of one instalment and card family. */
export interface CommissionChange extends Row {
  /** What the person saw who changes it. */
  readonly seen: Terms
  /** Per cent, from 0 to 100 with four decimals at most; absent: as it is. */
  readonly merchantRate?: number
  readonly isActive: boolean
}

const optional = <T>(shape: z.ZodType<T>) => shape.nullish().transform((value) => value ?? undefined)

const rate = optional(z.number())

/** As Craftgate takes it back. */
const wireShape = z.object({
  installment: z.int(),
  status: z.enum(['ACTIVE', 'PASSIVE']).catch('ACTIVE'),
  cardBrandName: optional(z.string()),
  blockageDay: optional(z.int()),
  installmentLabel: optional(z.string()),
  bankOnUsCreditCardCommissionRate: rate,
  bankOnUsDebitCardCommissionRate: rate,
  bankNotOnUsCreditCardCommissionRate: rate,
  bankNotOnUsDebitCardCommissionRate: rate,
  bankForeignCardCommissionRate: rate,
  merchantCommissionRate: rate,
})

type WireRow = z.output<typeof wireShape>

const page = z.object({ items: z.array(wireShape) })

const commissionOf = (row: WireRow): PosCommission => ({
  installment: row.installment,
  isActive: row.status === 'ACTIVE',
  cardFamily: row.cardBrandName,
  bankRate: row.bankOnUsCreditCardCommissionRate,
  merchantRate: row.merchantCommissionRate,
  blockageDay: row.blockageDay,
})

async function rowsOf(client: CraftgateClient, id: number): Promise<readonly WireRow[]> {
  const answer = await client.call('retrieveMerchantPosCommissions', { path: { id } })
  return readAnswer(page, answer, 'commissions of a POS').items
}

/** Throws CraftgateError. */
export const readCommissions = async (
  client: CraftgateClient,
  id: number,
): Promise<readonly PosCommission[]> => (await rowsOf(client, id)).map(commissionOf)

/**
 * Answers what stands there afterwards; when the answer of the change is lost it is read back. Throws CraftgateError:
 * `commission-rate` for a rate that it cannot be, `no-commission`, and `commission-changed` when it is not what was seen.
 */
export async function changeCommission(
  client: CraftgateClient,
  id: number,
  change: CommissionChange,
): Promise<readonly PosCommission[]> {
  const { merchantRate, isActive, seen } = change
  if (merchantRate !== undefined && !isRate(merchantRate)) throw refused('commission-rate')
  const rows = await rowsOf(client, id)
  const row = rows.find((each) => isOf(commissionOf(each), change))
  if (row === undefined) throw refused('no-commission')
  if (!isSame(commissionOf(row), seen)) throw refused('commission-changed')
  const changed: WireRow = {
    ...row,
    status: isActive ? 'ACTIVE' : 'PASSIVE',
    merchantCommissionRate: merchantRate ?? row.merchantCommissionRate,
  }
  const commissions = rows.map((each) => (each === row ? changed : each))
  try {
    const body = { commissions } as RequestBody<'updateMerchantPosCommissions'>
    await client.call(
      'updateMerchantPosCommissions',
      { path: { id }, body },
      { idempotencyKey: randomUUID() },
    )
    return await readCommissions(client, id)
  } catch (error) {
    if (!CraftgateError.is(error) || error.kind !== 'unknown-outcome') throw error
    const now = await readCommissions(client, id)
    if (now.some((each) => isOf(each, change) && isSame(each, commissionOf(changed)))) return now
    throw error
  }
}

const isOf = (commission: PosCommission, { installment, cardFamily }: Row): boolean =>
  commission.installment === installment && commission.cardFamily === cardFamily

const isSame = (one: Terms, other: Terms): boolean =>
  one.isActive === other.isActive && one.merchantRate === other.merchantRate

const isRate = (value: number): boolean =>
  value >= 0 && value <= 100 && Math.abs(value * 10_000 - Math.round(value * 10_000)) < 1e-6

const refused = (code: keyof typeof COMMISSION_ERRORS): CraftgateError =>
  invalidRequest(code, COMMISSION_ERRORS[code])
