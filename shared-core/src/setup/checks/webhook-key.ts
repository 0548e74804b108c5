import { directStart } from '../../methods'
import type { Found } from '../finding'
import type { SetupCheck, SetupContext } from '../setup-context'

/** No call says what key Craftgate signs with: the webhooks that came do. */
export const webhookKey: SetupCheck = async (context) => [ofWebhooks(context), ...ofCallbacks(context)]

function ofWebhooks({ connection, options: { publicUrl, basePath } }: SetupContext): Found {
  if (connection.webhooksRefusedAt !== undefined) return { code: 'webhooks-refused' }
  if (connection.webhookCameAt !== undefined) return { code: 'webhooks-come' }
  return { code: 'webhooks-none', about: `${publicUrl}${basePath}/webhook` }
}

/** The hosted page needs none; what the shop starts by API comes back with a hash. */
function ofCallbacks({ merchant, options: { checkout } }: SetupContext): readonly Found[] {
  const { cardEntry, method } = checkout
  const isTypedHere = cardEntry === 'server'
  const startsItself = isTypedHere || (method !== undefined && method !== 'CARD' && directStart(method))
  return startsItself && merchant.callbackKey === undefined ? [{ code: 'callback-key-missing' }] : []
}
