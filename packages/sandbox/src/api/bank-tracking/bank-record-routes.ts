import { z } from 'zod'
import type { BankRecord } from '../../engine/bank-tracking/bank-record'
import { localTime } from '../../engine/clock/istanbul'
import type { SandboxContext } from '../../engine/context'
import { ApiError } from '../../errors/api-error'
import { toNumber } from '../../money/minor'
import { type Api, type ApiContext, data } from '../api-context'
import { is, isWithin, moment, pageOf, paging } from '../query'
import { readId, readQuery } from '../read'

const ROOT = '/bank-account-tracking/v1/merchant-bank-account-trackings/records'

/** developer.craftgate.io/api/bank-account-tracking */
export function bankRecordRoutes(api: Api, ctx: SandboxContext): void {
  const seen = (c: ApiContext) =>
    ctx.state.bankRecords.filter(
      ({ merchant, notified }) => notified && merchant === c.get('merchant').apiKey,
    )

  api.get(ROOT, (c) => {
    const search = readQuery(c, recordSearch)
    const found = seen(c).filter((record) => matches(record, search))
    return data(c, pageOf(found, search, recordView))
  })

  api.get(`${ROOT}/:id{\\d+}`, (c) => {
    const record = seen(c).find(({ id }) => id === readId(c))
    if (!record) throw NOT_FOUND
    return data(c, recordView(record))
  })
}

const recordSearch = z.object({
  ...paging,
  currency: z.string().optional(),
  senderName: z.string().optional(),
  senderIban: z.string().optional(),
  description: z.string().optional(),
  minRecordDate: moment.optional(),
  maxRecordDate: moment.optional(),
})

/** Name and description are found by any part of them (our reading). */
function matches(record: BankRecord, search: z.output<typeof recordSearch>): boolean {
  return (
    is(search.currency, record.currency) &&
    record.senderName.includes(search.senderName ?? '') &&
    is(search.senderIban, record.senderIban) &&
    record.description.includes(search.description ?? '') &&
    isWithin(record.createdAt, search.minRecordDate, search.maxRecordDate)
  )
}

const recordView = ({ id, key, senderName, senderIban, description, ...record }: BankRecord) => ({
  ...{ id, key, senderName, senderIban, description, recordType: 'RECEIVE' },
  ...{ amount: toNumber(record.amount, record.currency), currency: record.currency },
  ...{ recordDate: localTime(record.createdAt), bankAccountTrackingSource: record.source },
})

const NOT_FOUND = ApiError.invalid('4310', {
  tr: 'Banka hesap hareketi bulunamadı',
  en: 'The bank account record was not found',
})
