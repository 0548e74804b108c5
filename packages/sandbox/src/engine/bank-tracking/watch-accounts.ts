import { milliseconds } from '@craftgate-commerce/emulator-kit'
import { toNumber } from '../../money/minor'
import { localTime } from '../clock/istanbul'
import { nextId, type SandboxContext } from '../context'
import { bankReferences } from '../payments/finish-payment'
import { enqueueWebhook } from '../webhooks/enqueue-webhook'
import type { BankRecord } from './bank-record'

/** "The system looks at your bank account every 5 minutes" (bank-account-tracking). */
const PERIOD = milliseconds({ minutes: 5 })

export type Transfer = Pick<
  BankRecord,
  'merchant' | 'senderName' | 'senderIban' | 'description' | 'amount' | 'currency' | 'source'
>

/** A transfer comes in. Outgoing ones are not watched: "the details of incoming transfers". */
export function receiveTransfer(ctx: SandboxContext, transfer: Transfer): BankRecord {
  const now = ctx.clock.now()
  const id = nextId(ctx, transfer.merchant)
  const record: BankRecord = {
    ...{ id, ...transfer, key: bankReferences(id).transId, createdAt: now },
    ...{ seenAt: (Math.floor(now / PERIOD) + 1) * PERIOD, notified: false },
  }
  ctx.state.bankRecords.push(record)
  return record
}

/** When Craftgate sees the next transfer. */
export function nextLook({ state }: SandboxContext): number | undefined {
  const moments = state.bankRecords.filter(({ notified }) => !notified).map(({ seenAt }) => seenAt)
  return moments.length === 0 ? undefined : Math.min(...moments)
}

/** Tells the merchant of every transfer that was seen by now. Returns whether there was one. */
export function notifyOfTransfers(ctx: SandboxContext): boolean {
  const seen = ctx.state.bankRecords.filter(({ notified, seenAt }) => !notified && seenAt <= ctx.clock.now())
  for (const record of seen) {
    record.notified = true
    enqueueWebhook(ctx, {
      ...{ merchant: record.merchant, eventType: 'BANK_ACCOUNT_TRACKING_RECORD', status: 'SUCCESS' },
      payloadId: String(record.id),
      payload: payloadOf(record),
    })
  }
  return seen.length > 0
}

/** As the portal prints it (webhook/transaction-webhook). */
const payloadOf = ({
  currency,
  createdAt,
  senderName,
  key,
  description,
  senderIban,
  amount,
}: BankRecord) => ({
  ...{ currency, recordDate: localTime(createdAt), senderName, key, recordType: 'RECEIVE' },
  ...{ description, senderIban, amount: toNumber(amount, currency) },
})
