import type { OfflineMethod } from '../store'
import type { MedusaMerchant } from './merchant'

/** The example store's providers whose orders are placed unpaid. */
export const UNPAID_PROVIDERS: Readonly<Record<OfflineMethod, string>> = {
  FUND_TRANSFER: 'pp_craftgate_havale',
  CASH_ON_DELIVERY: 'pp_craftgate_kapida',
}

const PAGE_PROVIDERS = ['pp_craftgate_craftgate', 'pp_craftgate_on-provizyon', 'pp_craftgate_zip']

/** The merchant lets every region pay by transfer and on delivery; the example offers the transfer, and that in lira. */
export async function offerUnpaid(merchant: MedusaMerchant): Promise<void> {
  const { regions } = await merchant.get<{ regions: readonly { id: string }[] }>('/admin/regions')
  const payment_providers = [...PAGE_PROVIDERS, ...Object.values(UNPAID_PROVIDERS)]
  for (const { id } of regions) await merchant.post(`/admin/regions/${id}`, { payment_providers })
}
