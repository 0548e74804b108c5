// What was delivered lets go the shares of its sellers: once for each delivery, so that an approval which the merchant took back
// stays taken back.
import type { ApprovalRequest, OperationResult } from '../commerce'
import { CraftgateError } from '../errors'
import type { Logger } from '../logger'
import type { CheckoutRecord, CommercePlatform } from '../platform'
import { completedLines } from './index'

interface Dependencies {
  readonly platform: Pick<CommercePlatform, 'deliveries' | 'operationsOf'>
  readonly approve: (request: ApprovalRequest) => Promise<OperationResult>
  readonly logger: Logger
}

/** Of such lines there is nothing to let go. */
const NOTHING: ReadonlySet<string> = new Set(['no-seller', 'gone'])

export function createDeliveredShares({ platform, approve, logger }: Dependencies) {
  return async (record: CheckoutRecord): Promise<void> => {
    const [paymentId] = record.paymentIds
    if (paymentId === undefined || platform.deliveries === undefined) return
    const completed = completedLines(await platform.deliveries(record))
    if (completed.length === 0) return
    const payment = { account: record.account, paymentId }
    const known = new Set((await platform.operationsOf(payment)).map(({ key }) => key))
    for (const { delivery, lines } of completed) {
      const key = approvalKeyOf(paymentId, delivery)
      if (known.has(key)) continue
      const result = await approve({ ...payment, key, lines })
      if (result.state !== 'failed' || NOTHING.has(result.error.code)) continue
      if (result.passing) throw notYet(paymentId, result)
      logger.warn('Shares of sellers are not approved', { paymentId, delivery, code: result.error.code })
    }
  }
}

/** Told twice, a delivery approves once. */
const approvalKeyOf = (paymentId: number, delivery: string): string =>
  `approve-${paymentId}-${delivery.replace(/[^A-Za-z0-9.-]/g, '-')}`.slice(0, 64)

const notYet = (paymentId: number, { error, message }: Extract<OperationResult, { state: 'failed' }>) =>
  new CraftgateError({
    kind: 'unavailable',
    code: error.code,
    message: `The shares of payment ${paymentId} are not approved yet: ${message.en}`,
    merchantMessage: message,
    retry: 'same-key',
  })
