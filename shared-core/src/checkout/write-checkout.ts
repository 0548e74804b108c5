import type { CheckoutRecord } from '../platform'
import type { CheckoutParts } from './checkout-parts'
import { mayFollow } from './state-table'

type Change = Partial<
  Omit<CheckoutRecord, 'id' | 'reference' | 'attempt' | 'version' | 'createdAt' | 'updatedAt'>
>

/** The only way to change a record. Answers 'conflict' when somebody else wrote it meanwhile: read it again. */
export async function writeCheckout(
  { platform, clock }: Pick<CheckoutParts, 'platform' | 'clock'>,
  record: CheckoutRecord,
  change: Change,
): Promise<CheckoutRecord | 'conflict'> {
  const state = change.state ?? record.state
  if (state !== record.state && !mayFollow(record.state, state)) {
    throw new Error(`A checkout that is ${record.state} cannot become ${state}`)
  }
  return platform.saveCheckout({ ...record, ...change, updatedAt: clock() })
}

/** The record as it is stored now. */
export async function latest(
  { platform }: Pick<CheckoutParts, 'platform'>,
  record: CheckoutRecord,
): Promise<CheckoutRecord> {
  const {
    token,
    account,
    paymentIds: [paymentId],
    reference,
  } = record
  const by =
    token !== undefined ? { token } : paymentId !== undefined ? { account, paymentId } : { reference }
  const found = await platform.findCheckout(by)
  return found?.id === record.id ? found : record
}
