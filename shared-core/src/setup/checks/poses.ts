import type { CurrencyCode } from '../../money'
import type { Found } from '../finding'
import { isClosedByAutopilot, type MerchantPos, readPoses, takesPayments } from '../merchant-pos'
import type { SetupCheck, SetupContext } from '../setup-context'

/** A POS for each currency of the shop, and what autopilot closed. */
export const poses: SetupCheck = async (context) => {
  const found = await Promise.all(context.currencies.map((currency) => ofCurrency(context, currency)))
  const closed = (await context.poses()).filter(isClosedByAutopilot)
  return [...found, ...closed.map((pos): Found => ({ code: 'pos-autopilot-closed', about: closedPart(pos) }))]
}

async function ofCurrency({ client }: SetupContext, currency: CurrencyCode): Promise<Found> {
  const own = await readPoses(client, currency)
  if (own.length === 0) return { code: 'pos-none', about: currency }
  const open = own.filter(takesPayments)
  if (open.length === 0) return { code: 'pos-closed', about: currency }
  return { code: 'pos-open', about: `${currency}: ${open.map(({ name }) => name).join(', ')}` }
}

function closedPart({ name, autopilot }: MerchantPos): Found['about'] {
  if (!autopilot?.threeDS && !autopilot?.nonThreeDS) return name
  return autopilot.threeDS
    ? { tr: `${name} (3D’siz ödemeler)`, en: `${name} (payments without 3D Secure)` }
    : { tr: `${name} (3D ödemeler)`, en: `${name} (payments with 3D Secure)` }
}
