import type { OfflineMethod } from '../store'
import type { Administration, Answered } from './admin'
import * as queries from './admin-queries'

/** Payment methods whose orders are placed unpaid, by code. */
export const UNPAID_METHODS: Readonly<Record<OfflineMethod, string>> = {
  FUND_TRANSFER: 'havale',
  CASH_ON_DELIVERY: 'kapida',
}

/** The merchant lets the channel pay on delivery too; the example offers the transfer alone. */
export async function offerUnpaid(merchant: Administration): Promise<void> {
  const { CASH_ON_DELIVERY: code } = UNPAID_METHODS
  const handler = { code: 'craftgate-offline', arguments: CASH_ARGUMENTS }
  const translations = [{ languageCode: 'tr', name: code, description: '' }]
  await merchant.ask(queries.CREATE_METHOD, { input: { code, enabled: true, handler, translations } })
}

const CASH_ARGUMENTS = [
  { name: 'method', value: 'CASH_ON_DELIVERY' },
  { name: 'instructionsTr', value: '' },
  { name: 'instructionsEn', value: '' },
]

/** The merchant says that the money of this order came. */
export async function recordMoney(merchant: Administration, orderCode: string): Promise<Answered> {
  const { result } = await merchant.ask<{ result: { state: string; message: string | null } }>(
    queries.RECORD_MONEY,
    { orderCode },
  )
  return result.state === 'done' ? { ok: true } : { ok: false, reason: result.message ?? result.state }
}
