// Money that no order took, given back because a person says so: it was kept by option, or the bank refused to take it back.
import type { OperationResult, UnexpectedRefund, UnexpectedRefundRequest } from '../commerce'
import { CraftgateError } from '../errors'
import { CHECKOUT_ERRORS } from '../messages/checkout'
import type { CheckoutRecord } from '../platform'
import { type CheckoutDependencies, latest, retryOnConcurrentWrite, writeCheckout } from './record'
import { settleCheckout } from './settle'

/** With the attempt's id in front it is as long as the key of an operation may be. */
const KEY = /^[a-f\d]{16}$/

/**
 * As every refund of such money it is written down first, and everything is asked once more before it is sent. The try has the
 * key of the request, so that a second press, or a crash in the middle, makes no other.
 */
export async function refundOnRequest(
  deps: CheckoutDependencies,
  checkout: CheckoutRecord,
  { key, destination }: UnexpectedRefundRequest,
): Promise<UnexpectedRefund> {
  if (!KEY.test(key)) throw refusal('bad-key')
  const before = await latest(deps, checkout)
  const begun = await begin(deps, before)
  let result: OperationResult | undefined
  const asked: CheckoutDependencies = {
    ...deps,
    refundEverything: async (request) => {
      result = await deps.refundEverything({ ...request, again: key, destination })
      return result
    },
  }
  const { record } = await settleCheckout(asked, begun, 'ask')
  const isKept = before.state === 'needs-review' && record.state === 'refunding' && result?.state === 'failed'
  return { record: isKept ? await keep(deps, record) : record, result }
}

const begin = (deps: CheckoutDependencies, checkout: CheckoutRecord): Promise<CheckoutRecord> =>
  retryOnConcurrentWrite(async () => {
    const record = await latest(deps, checkout)
    if (record.state === 'needs-review') return writeCheckout(deps, record, { state: 'refunding' })
    if (record.state === 'refunding' || record.state === 'refunded') return record
    throw refusal('not-unexpected')
  })

/** It waits for the merchant as before. */
const keep = (deps: CheckoutDependencies, checkout: CheckoutRecord): Promise<CheckoutRecord> =>
  retryOnConcurrentWrite(async () => {
    const record = await latest(deps, checkout)
    return record.state === 'refunding' ? writeCheckout(deps, record, { state: 'needs-review' }) : record
  })

const refusal = (code: 'bad-key' | 'not-unexpected'): CraftgateError =>
  new CraftgateError({
    kind: 'invalid-request',
    code,
    message: CHECKOUT_ERRORS[code].en,
    retry: 'no',
    merchantMessage: CHECKOUT_ERRORS[code],
  })
