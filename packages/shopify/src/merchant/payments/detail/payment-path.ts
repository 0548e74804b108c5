import { PANEL_PATH } from '../../panel/panel-site'

/** The page of a payment. */
export const paymentPath = (id: string): string => `${PANEL_PATH}/payments/${encodeURIComponent(id)}`

/** Where a new try of it, or of a refund, capture or void of it, is asked for. */
export const retryPath = (id: string): string => `/payments/${encodeURIComponent(id)}/retry`
