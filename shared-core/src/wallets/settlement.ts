// Instant settlement: what approved sales earned goes into the wallets of the sellers who are paid there, and leaves the
// merchant's account. Its answer has no number, so an answer that was lost is known by payouts that are new.
// developer.craftgate.io/marketplace, "Para transferinin çalıştırılması"
import { z } from 'zod'
import type { CraftgateClient } from '../client/craftgate-client'
import { readAnswer } from '../client/read-answer'
import { istanbulDay } from '../istanbul-time'
import { WALLET_ERRORS } from '../messages/wallets'
import { ownError } from '../operations/result'
import {
  notFound,
  type StepAnswer,
  type StepRequest,
  stepRequest,
  unknownStatus,
} from '../operations/step-request'
import { idShape } from '../payment'
import type { WalletOperation } from './wallet-operation'

const DAY_MS = 86_400_000
/** Of the newest payouts so many are read. */
const MOST = 100

const payoutsShape = z.object({
  items: z.array(z.object({ payoutId: idShape, settlementEarningsDestination: z.string().nullish() })),
})

/** The numbers of what went into wallets since the day before. */
export async function paidIntoWallets(
  client: CraftgateClient,
  since: Date,
  until: Date,
): Promise<readonly number[]> {
  const query = {
    ...{ settlementType: 'SETTLEMENT' as const, page: 0, size: MOST },
    startDate: `${istanbulDay(new Date(since.getTime() - DAY_MS))}T00:00:00`,
    endDate: `${istanbulDay(new Date(until.getTime() + DAY_MS))}T23:59:59`,
  }
  const answer = await client.call('searchPayoutCompletedTransactions', { query })
  return readAnswer(payoutsShape, answer, 'payouts')
    .items.filter(({ settlementEarningsDestination: to }) => to === 'WALLET')
    .map(({ payoutId }) => payoutId)
}

const settlementShape = z.object({ settlementResultStatus: z.string() })

interface Parts {
  readonly client: CraftgateClient
  readonly operation: WalletOperation
  readonly keyed: CraftgateClient
}

export function settlementRequest({ client, operation, keyed }: Parts): StepRequest {
  const { details, createdAt } = operation

  function read(answer: unknown): StepAnswer {
    const { settlementResultStatus: status } = settlementShape.parse(answer)
    if (status === 'SUCCESS') return { is: 'done' }
    if (status === 'NO_RECORD_FOUND') return refusal('nothing-to-settle')
    return status === 'FAILURE' ? refusal('settlement-failed') : unknownStatus
  }

  async function ask(): Promise<StepAnswer> {
    const paid = await paidIntoWallets(client, createdAt, createdAt)
    return paid.some((id) => !details.earlier?.includes(id)) ? { is: 'done' } : notFound
  }

  const body = { excludedSubMerchantMemberIds: [...(details.excluded ?? [])] }
  const call = () => keyed.call('createInstantWalletSettlement', { body })
  return stepRequest({ send: { call, read }, ask, follow: ask })
}

const refusal = (code: 'nothing-to-settle' | 'settlement-failed'): StepAnswer => ({
  is: 'failed',
  error: ownError(code, WALLET_ERRORS[code]),
})
