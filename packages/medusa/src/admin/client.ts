import Medusa from '@medusajs/js-sdk'
import type {
  Attention,
  Checkout,
  CheckoutPage,
  CheckoutState,
  OrderPayments,
  ReconcileReport,
} from './api-types'

/** Medusa's server, asked in the name of whoever is logged in to the dashboard. */
const medusa = new Medusa({
  baseUrl: __BACKEND_URL__ ?? '/',
  auth: { type: __AUTH_TYPE__ ?? 'session', jwtTokenStorageKey: __JWT_TOKEN_STORAGE_KEY__ || undefined },
})

const ROOT = '/admin/craftgate'

export const PAGE_SIZE = 20

export const fetchOrderPayments = (orderId: string, lang: string) =>
  medusa.client.fetch<OrderPayments>(`${ROOT}/orders/${orderId}`, { query: { lang } })

/** `page` counts from 0. */
export const fetchCheckouts = (states: readonly CheckoutState[], page: number, lang: string) =>
  medusa.client.fetch<CheckoutPage>(`${ROOT}/checkouts`, {
    query: { state: states.join(), limit: PAGE_SIZE, offset: page * PAGE_SIZE, lang },
  })

export const retryCheckout = (reference: string) =>
  medusa.client.fetch<{ checkout: Checkout }>(`${ROOT}/checkouts/${reference}/retry`, { method: 'POST' })

export const fetchAttention = (lang: string) =>
  medusa.client.fetch<Attention>(`${ROOT}/attention`, { query: { lang } })

/** The address of a page of the merchant's panel, which lets whoever opens it in once. */
export const fetchPanelLink = (path: string) =>
  medusa.client.fetch<{ url: string }>(`${ROOT}/panel-link`, { method: 'POST', body: { path } })

export const reconcile = () => medusa.client.fetch<ReconcileReport>(`${ROOT}/reconcile`, { method: 'POST' })
