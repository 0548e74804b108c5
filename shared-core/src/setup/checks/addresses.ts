import type { Found } from '../finding'
import type { SetupCheck, SetupContext } from '../setup-context'

const isEmulated = (environment: string): boolean => environment !== 'live' && environment !== 'sandbox'

/** Hosts that no server of Craftgate's reaches. */
const PRIVATE = [
  /^localhost$|\.(localhost|local|internal|lan|test|home\.arpa)$/,
  /^(0|10|127)\.\d+\.\d+\.\d+$|^192\.168\.|^169\.254\.|^172\.(1[6-9]|2\d|3[01])\./,
  /^\[(::1?|f[cd][\da-f:]+|fe80[\da-f:]+)\]$/,
  // A name without a dot is of one's own network.
  /^[^.:[\]]+$/,
]

const isPrivate = (host: string): boolean => PRIVATE.some((pattern) => pattern.test(host))

/**
 * Where Craftgate and shoppers reach this server. Each is asked for what it refuses, which only core answers so: an event that
 * is none, and a return that names nothing.
 */
export const addresses: SetupCheck = async (context) => {
  const { publicUrl, basePath } = context.options
  const base = `${publicUrl}${basePath}`
  const found = await Promise.all([
    ask(context, `${base}/webhook`, { type: 'application/json', body: '{}' }),
    ask(context, `${base}/callback`, { type: 'application/x-www-form-urlencoded', body: '' }),
  ])
  return [...ofPlace(context), ...found]
}

function ofPlace({ options: { publicUrl }, merchant }: SetupContext): readonly Found[] {
  const { protocol, hostname } = new URL(publicUrl)
  if (isEmulated(merchant.environment)) return []
  if (isPrivate(hostname)) return [{ code: 'address-private', about: publicUrl }]
  return protocol === 'https:' ? [] : [{ code: 'address-not-https', about: publicUrl }]
}

interface Probe {
  readonly type: string
  readonly body: string
}

async function ask({ request, signal }: SetupContext, about: string, { type, body }: Probe): Promise<Found> {
  const headers = { 'content-type': type }
  try {
    const answer = await request(about, { method: 'POST', headers, body, redirect: 'manual', signal })
    await answer.body?.cancel()
    const isOurs = answer.status === 400 && answer.headers.has('x-request-id')
    return { code: isOurs ? 'address-answers' : 'address-silent', about }
  } catch (error) {
    if (signal.aborted) throw error
    return { code: 'address-silent', about }
  }
}
