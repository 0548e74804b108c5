import type { BrowserPost } from '../../hosted-page-service'
import type { Checkout } from './checkout'

/** What brings a shopper back from a hosted page: its token, in the whole window where init asked for that. */
export const returnForm = ({ callbackUrl: url, token, useTopRedirection: top }: Checkout): BrowserPost => ({
  url,
  fields: { token },
  ...(top ? { top } : {}),
})
