import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type OrderSnapshot, toBasket } from '../basket'
import type { ClientInfo, StartResult } from '../commerce'
import { CraftgateError } from '../errors'
import { logError } from '../log-error'
import type { CheckoutRecord } from '../platform'
import type { CheckoutParts } from './checkout-parts'
import { killToken } from './expire'
import { initRequest } from './init-request'
import { writeCheckout } from './write-checkout'

const pageShape = z.object({
  token: z.string().min(1),
  pageUrl: z.url({ protocol: /^https?$/ }),
  tokenExpireDate: z.string().optional().catch(undefined),
})

interface Opening {
  readonly record: CheckoutRecord
  readonly order: OrderSnapshot
  readonly peer: ClientInfo
}

/**
 * Starts the hosted page for the order as it is now; its total is what every outcome is compared with from here on.
 * Of two that start the same attempt at once, the one that writes second kills its own token: 'conflict'.
 */
export async function openPage(parts: CheckoutParts, opening: Opening): Promise<StartResult | 'conflict'> {
  const { record, order } = opening
  const basket = toBasket(order)
  const request = initRequest(parts.options, { ...opening, basket })
  const { token, pageUrl, tokenExpireDate } = await initPage(parts, record, request)
  const expiresAt = expiryOf(parts, tokenExpireDate)
  const page = { state: 'open', expected: basket.price, token, pageUrl, expiresAt, note: undefined } as const
  const saved = await writeCheckout(parts, record, page)
  if (saved !== 'conflict') return { kind: 'page', pageUrl, locale: order.locale }
  await abandon(parts, record.account, token)
  return saved
}

async function initPage(
  parts: CheckoutParts,
  record: CheckoutRecord,
  request: ReturnType<typeof initRequest>,
) {
  // Each opening has a key of its own: one made from its content would answer with a dead page for ever.
  const gateway = parts.gatewayFor(record.account).within({ idempotencyKey: randomUUID() })
  const answer: unknown = await gateway.payment().initCheckoutPayment(request)
  const page = pageShape.safeParse(answer)
  if (page.success) return page.data
  throw unreadablePage()
}

/**
 * The earlier of our own reckoning and Craftgate's date. That date carries no time zone: read as UTC it is right or,
 * if Istanbul's clock was meant, three hours late, so it never ends a page that can still be paid.
 */
function expiryOf({ clock, options }: CheckoutParts, tokenExpireDate: string | undefined): Date {
  const own = clock().getTime() + options.checkout.ttlMinutes * 60_000
  const told = Date.parse(`${tokenExpireDate?.replace(/Z$/, '')}Z`)
  return new Date(Number.isNaN(told) ? own : Math.min(own, told))
}

/** Nobody has seen this page; when its token cannot be killed now it dies by itself. */
async function abandon(parts: CheckoutParts, account: string, token: string): Promise<void> {
  try {
    await killToken(parts, account, token)
  } catch (error) {
    parts.logger.warn('A second page of the same checkout could not be closed; it expires by itself', {
      error: logError(error),
    })
  }
}

const unreadablePage = (): CraftgateError =>
  new CraftgateError({
    kind: 'unavailable',
    code: 'unreadable-page',
    message: 'Craftgate started a checkout without a usable token and pageUrl',
    retry: 'same-key',
    merchantMessage: {
      tr: 'Craftgate ödeme sayfası için kullanılabilir bir adres dönmedi.',
      en: 'Craftgate did not answer with a usable payment page.',
    },
  })
