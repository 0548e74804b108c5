import { craftgateAddress } from '../../client/craftgate-address'
import type { SetupCheck } from '../setup-context'

/** A network and a `Date` header in whole seconds are this far off by themselves. */
const TOLERATED_SECONDS = 60

/** Craftgate's clock is the `Date` of its answers; what it answers to nobody's question does not matter. */
export const clock: SetupCheck = async ({ request, merchant, signal, clock: now }) => {
  const address = `${craftgateAddress(merchant.environment)}/`
  const answer = await request(address, { method: 'HEAD', redirect: 'manual', signal })
  const told = Date.parse(answer.headers.get('date') ?? '')
  if (Number.isNaN(told)) return [{ code: 'clock-unknown' }]
  const seconds = Math.round(Math.abs(now().getTime() - told) / 1_000)
  return [
    seconds > TOLERATED_SECONDS ? { code: 'clock-off', about: String(seconds) } : { code: 'clock-right' },
  ]
}
