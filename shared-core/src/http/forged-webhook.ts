import { accountOf } from '../account'
import { logError } from '../logger'
import { type EndpointDependencies, type IncomingRequest, plain } from './endpoint'

/** 401. Said once a minute; it is also looked up whether a wrong `webhookKey` of the shop's own explains it. */
export async function refuseForged(
  deps: EndpointDependencies,
  incoming: IncomingRequest,
  event: { readonly payloadId: string },
): Promise<Response> {
  const { requestId } = incoming
  const { logger } = deps
  if (deps.mayLog('forged'))
    logger.warn(
      'A webhook with a wrong signature was refused; check webhookKey if this repeats (said once a minute)',
      { requestId },
    )
  if (deps.mayLookUp())
    await noteOwn(deps, event).catch((error: unknown) =>
      logger.error('It is not known whether a refused webhook was about a payment of the shop', {
        requestId,
        error: logError(error),
      }),
    )
  return plain(incoming, 'wrong signature', 401)
}

/** Anybody can send anything: only what names a page or payment of this shop speaks against its key. */
async function noteOwn(
  { platform, options, connections }: EndpointDependencies,
  { payloadId }: { readonly payloadId: string },
): Promise<void> {
  const byToken = await platform.findCheckout({ token: payloadId })
  const paymentId = Number(payloadId)
  for (const merchant of Object.keys(options.merchants)) {
    const account = accountOf(options, merchant)
    const byPayment = Number.isSafeInteger(paymentId) && (await platform.findCheckout({ account, paymentId }))
    if (byToken?.account === account || byPayment) connections.webhookRefused(merchant)
  }
}
