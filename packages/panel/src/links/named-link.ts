import { CraftgateError } from '@craftgate-commerce/core'
import type { UserRequest } from '../http/panel-request'

/** The link that the address names, of an account that the user works with; undefined when there is none. */
export async function namedLink({ c, commerce, user }: UserRequest) {
  const [merchant = '', id] = [c.req.param('merchant'), Number(c.req.param('id'))]
  if (!user.merchants.includes(merchant) || !Number.isSafeInteger(id)) return undefined
  try {
    return { merchant, link: await commerce.paymentLinks.find(merchant, id) }
  } catch (error) {
    if (CraftgateError.is(error) && error.kind === 'invalid-request') return undefined
    throw error
  }
}
