import type { Context } from 'hono'
import type { ShopStore } from '../shops/shop-store'
import { type TicketHouse, type TicketKind, Tickets } from './ticket'

export interface LoginParts {
  readonly house: TicketHouse
  readonly shops: Pick<ShopStore, 'hasStayed'>
}

const HOUR_SECONDS = 3600

const MERCHANT: TicketKind = {
  cookie: 'craftgate_merchant',
  purpose: 'merchant-login',
  seconds: 8 * HOUR_SECONDS,
}

const INSTALL: TicketKind = {
  cookie: 'craftgate_install',
  purpose: 'install-state',
  seconds: HOUR_SECONDS / 6,
}

/** The merchant who works in this browser. */
export const merchantTickets = (house: TicketHouse): Tickets => new Tickets(MERCHANT, house)

/** The browser that was sent to Shopify's consent page; its id is OAuth's `state`. */
export const installTickets = (house: TicketHouse): Tickets => new Tickets(INSTALL, house)

/**
 * The shop whose merchant is logged in in this browser; undefined when nobody is, or the shop has left since, even when
 * it came back. The merchant pages ask this for every request, and take the shop from nowhere else.
 */
export async function merchantOf(
  context: Context,
  { house, shops }: LoginParts,
): Promise<string | undefined> {
  const ticket = await merchantTickets(house).read(context)
  return ticket && (await shops.hasStayed(ticket.shop, ticket.givenAt)) ? ticket.shop : undefined
}
