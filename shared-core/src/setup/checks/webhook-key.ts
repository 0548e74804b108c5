import type { SetupCheck } from '../setup-context'

/** No call says what key Craftgate signs with: the webhooks that came do. */
export const webhookKey: SetupCheck = async ({ connection, options: { publicUrl, basePath } }) => {
  if (connection.webhooksRefusedAt !== undefined) return [{ code: 'webhooks-refused' }]
  if (connection.webhookCameAt !== undefined) return [{ code: 'webhooks-come' }]
  return [{ code: 'webhooks-none', about: `${publicUrl}${basePath}/webhook` }]
}
