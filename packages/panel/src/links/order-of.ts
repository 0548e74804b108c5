import { html } from 'hono/html'
import type { UserRequest } from '../http/panel-request'
import { paymentPath } from '../payments/payment-table'
import type { Html } from '../ui/html'

/** The order of this reference by its number, as a link to its payment; another shop's is told by the reference alone. */
export async function orderOf(request: UserRequest, reference: string): Promise<Html> {
  const { host, user } = request
  const query = { search: reference, states: [], limit: 1, offset: 0 }
  const [found] = (await host.payments(user).page(query)).payments
  if (found?.reference !== reference) return html`<code>${reference}</code>`
  return html`<a href="${paymentPath(request, reference)}">${found.order?.number ?? reference}</a>`
}
