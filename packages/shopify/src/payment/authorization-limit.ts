const DAY_MS = 24 * 3_600_000

/**
 * How long a merchant may wait before capturing. Craftgate's pages name no limit, and banks in Turkey hold a
 * pre-authorization for some weeks; one week is kept by all of them.
 */
export const AUTHORIZATION_DAYS = 7

/** Shopify takes a pending payment for three days; a little less, so that its clock does not refuse it. */
const PENDING_MS = 3 * DAY_MS - 3_600_000

export const authorizationExpiresAt = (now: Date): string =>
  new Date(now.getTime() + AUTHORIZATION_DAYS * DAY_MS).toISOString()

export const pendingExpiresAt = (now: Date): string => new Date(now.getTime() + PENDING_MS).toISOString()
