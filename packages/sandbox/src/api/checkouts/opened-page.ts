import type { Checkout } from '../../engine/checkouts/checkout'
import { pageUrl } from '../../engine/checkouts/find-checkout'
import { localTime } from '../../engine/clock/istanbul'
import type { SandboxContext } from '../../engine/context'

/** What init answers, of a page that takes money or that saves a card. */
export const openedPage = (ctx: SandboxContext, checkout: Checkout) => ({
  token: checkout.token,
  pageUrl: pageUrl(ctx, checkout),
  tokenExpireDate: localTime(checkout.expiresAt),
})
