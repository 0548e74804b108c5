import { craftgateAddress } from '../../client/craftgate-address'
import { CraftgateError } from '../../errors'
import type { SetupCheck } from '../setup-context'

/** A real call, which reads one payment at most. */
export const keys: SetupCheck = async ({ client, merchant }) => {
  const about = new URL(craftgateAddress(merchant.environment)).host
  try {
    await client.call('searchPayments', { query: { page: 0, size: 1 } })
    return [{ code: 'keys-work', about }]
  } catch (error) {
    if (CraftgateError.is(error) && error.kind === 'unauthorized') return [{ code: 'keys-refused', about }]
    throw error
  }
}
