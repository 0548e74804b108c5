// The merchant's virtual POSes at Craftgate. No page of the portal describes these calls: they are the official clients'.
import { z } from 'zod'
import type { CraftgateClient } from '../client/craftgate-client'
import { readAnswer } from '../client/read-answer'
import { CraftgateError } from '../errors'
import { CURRENCIES, type CurrencyCode } from '../money'

/** AUTOPILOT: Craftgate watches the bank, and lets payments pass it by while it is out of order. */
export const POS_STATUSES = ['ACTIVE', 'AUTOPILOT', 'REFUND_ONLY', 'PASSIVE'] as const
export type PosStatus = (typeof POS_STATUSES)[number]

/** Without the terminal, its keys and its users. */
export interface MerchantPos {
  readonly id: number
  readonly alias: string
  readonly name: string
  readonly bankName?: string
  readonly currency?: CurrencyCode
  /** Absent for a word that nobody here knows. */
  readonly status?: PosStatus
  /** Of one on AUTOPILOT: which payments go through it now. */
  readonly autopilot?: { readonly threeDS: boolean; readonly nonThreeDS: boolean }
  /** Absent where Craftgate does not say. */
  readonly takesForeignCards?: boolean
  readonly sellsInstallments?: boolean
  /** As stored cards pay. */
  readonly takesCardsWithoutCvc?: boolean
}

export const isClosedByAutopilot = ({ status, autopilot }: MerchantPos): boolean =>
  status === 'AUTOPILOT' && autopilot !== undefined && !(autopilot.threeDS && autopilot.nonThreeDS)

/** Whether any payment goes through it now. */
export const takesPayments = ({ status, autopilot }: MerchantPos): boolean =>
  status === 'ACTIVE' ||
  (status === 'AUTOPILOT' && (autopilot === undefined || autopilot.threeDS || autopilot.nonThreeDS))

const optional = <T>(shape: z.ZodType<T>) =>
  shape
    .nullish()
    .transform((value) => value ?? undefined)
    .catch(undefined)

const posShape = z
  .object({
    id: z.int(),
    alias: z.string().catch(''),
    name: z.string().catch(''),
    bankName: optional(z.string()),
    currency: optional(z.enum(CURRENCIES)),
    status: optional(z.enum(POS_STATUSES)),
    autopilotState: optional(z.object({ isThreeDsUp: z.boolean(), isNonThreeDsUp: z.boolean() })),
    enableForeignCard: optional(z.boolean()),
    enableInstallment: optional(z.boolean()),
    enablePaymentWithoutCvc: optional(z.boolean()),
  })
  .transform(
    ({
      autopilotState,
      enableForeignCard,
      enableInstallment,
      enablePaymentWithoutCvc,
      ...pos
    }): MerchantPos => ({
      ...pos,
      autopilot: autopilotState && {
        threeDS: autopilotState.isThreeDsUp,
        nonThreeDS: autopilotState.isNonThreeDsUp,
      },
      takesForeignCards: enableForeignCard,
      sellsInstallments: enableInstallment,
      takesCardsWithoutCvc: enablePaymentWithoutCvc,
    }),
  )

const posPage = z.object({ items: z.array(posShape) })

/** More than any merchant has. */
const MOST = 100

/** Those of a currency, or all; in the merchant's order. Throws CraftgateError. */
export async function readPoses(
  client: CraftgateClient,
  currency?: CurrencyCode,
): Promise<readonly MerchantPos[]> {
  const query = { page: 0, size: MOST, ...(currency && { currency }) }
  return readAnswer(posPage, await client.call('searchMerchantPoses', { query }), 'POSes').items
}

/** Throws CraftgateError, also for one that is not there. */
export async function readPos(client: CraftgateClient, id: number): Promise<MerchantPos> {
  return readAnswer(posShape, await client.call('retrieveMerchantPos', { path: { id } }), 'a POS')
}

/**
 * Answers the POS as it stands afterwards. The call has no key that Craftgate honours, so when its answer is lost the POS is
 * read back, and what stands there counts. Throws CraftgateError.
 */
export async function changePosStatus(
  client: CraftgateClient,
  id: number,
  status: PosStatus,
): Promise<MerchantPos> {
  try {
    await client.call('updateMerchantPosStatus', { path: { id, status } })
    return await readPos(client, id)
  } catch (error) {
    if (!CraftgateError.is(error) || error.kind !== 'unknown-outcome') throw error
    const pos = await readPos(client, id)
    if (pos.status === status) return pos
    throw error
  }
}
