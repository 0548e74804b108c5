import type { ConsoleData } from './console-data'

/** The lists with the lines that say this somewhere; no matter how it is written. */
export function filtered(data: ConsoleData, text: string): ConsoleData {
  const wanted = text.trim().toLocaleLowerCase('tr')
  if (wanted === '') return data
  const says = (line: object) => JSON.stringify(line).toLocaleLowerCase('tr').includes(wanted)
  return {
    ...data,
    payments: data.payments.filter(says),
    checkouts: data.checkouts.filter(says),
    refunds: data.refunds.filter(says),
    webhooks: data.webhooks.filter(says),
    members: data.members.filter(says),
    wallets: data.wallets.filter(says),
    payouts: data.payouts.filter(says),
    transfers: data.transfers.filter(says),
    reports: data.reports.filter(says),
    requests: data.requests.filter(says),
  }
}
