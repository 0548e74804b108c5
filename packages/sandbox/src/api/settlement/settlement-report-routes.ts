import { z } from 'zod'
import { localTime } from '../../engine/clock/istanbul'
import type { SandboxContext } from '../../engine/context'
import type { Payout, SettlementFile } from '../../engine/payouts/payout'
import { ApiError } from '../../errors/api-error'
import { toNumber } from '../../money/minor'
import { type Api, type ApiContext, data } from '../api-context'
import { queryNumber } from '../fields'
import { is, isWithin, moment, pageOf, paging } from '../query'
import { readId, readQuery } from '../read'

/** developer.craftgate.io/api/reports: payouts on their way, paid, and sent back. */
export function settlementReportRoutes(api: Api, ctx: SandboxContext): void {
  const own = (c: ApiContext): readonly Filed[] =>
    ctx.state.payouts
      .filter(({ merchant }) => merchant === c.get('merchant').apiKey)
      .map((payout) => ({ payout, file: fileOf(ctx, payout) }))

  api.get('/settlement-reporting/v1/settlement-file-rows', (c) => {
    const search = readQuery(c, rowSearch)
    const found = own(c).filter(
      ({ payout, file }) =>
        file.status === search.fileStatus && isWithin(payout.createdAt, search.startDate, search.endDate),
    )
    return data(
      c,
      pageOf(found, search, ({ payout }) => rowView(payout)),
    )
  })

  api.get('/settlement-reporting/v1/settlement-file/bounced-sub-merchant-rows', (c) => {
    const search = readQuery(c, period)
    const found = own(c).filter(
      ({ payout: { bounceStatus, updatedAt } }) =>
        STILL_BOUNCED.includes(bounceStatus) && isWithin(updatedAt, search.startDate, search.endDate),
    )
    return data(c, { items: found.map(({ payout }) => bouncedView(ctx, payout)) })
  })

  api.get('/settlement-reporting/v1/settlement-file/payout-details/:id{\\d+}', (c) => {
    const found = own(c).find(({ payout }) => payout.id === readId(c))
    if (!found) throw NOT_FOUND
    return data(c, detailView(ctx, found.payout))
  })

  api.get('/settlement-reporting/v2/settlement-file/payout-completed-transactions', (c) => {
    const search = readQuery(c, completedSearch)
    const found = own(c).filter(
      ({ payout, file }) =>
        payout.completedAt !== undefined &&
        file.type === search.settlementType &&
        is(search.settlementFileId, file.id) &&
        isWithin(payout.completedAt, search.startDate, search.endDate),
    )
    return data(
      c,
      pageOf(found.flatMap(completedViews), search, (view) => view),
    )
  })
}

interface Filed {
  readonly payout: Payout
  readonly file: SettlementFile
}

function fileOf({ state }: SandboxContext, { fileId, merchant }: Payout): SettlementFile {
  const file = state.settlementFiles.find((one) => one.id === fileId && one.merchant === merchant)
  if (!file) throw new Error(`Payout file ${fileId} is missing`)
  return file
}

/** Listed until it is paid again (our reading): "update the seller and try again" (payout-bounced-sub-merchants). */
const STILL_BOUNCED = ['BOUNCED', 'UPDATED']

const period = z.object({ startDate: moment, endDate: moment })

/** "size, default 10" (payout-rows) */
const rowSearch = period.extend({
  ...paging,
  size: paging.size.default(10),
  fileStatus: z.enum(['CREATED', 'UPLOADED', 'APPROVED']),
})

const completedSearch = period.extend({
  ...paging,
  settlementFileId: queryNumber.optional(),
  settlementType: z.enum(['SETTLEMENT', 'BOUNCED_SETTLEMENT', 'WITHDRAW']).default('SETTLEMENT'),
})

const amountOf = ({ amount, payee }: Payout): number => toNumber(amount, payee.currency)

function holderName({ contactName, contactSurname, legalCompanyTitle }: Payout['account']): string {
  return legalCompanyTitle ?? [contactName, contactSurname].filter(Boolean).join(' ')
}

/** What the bank is told: the merchant and the file (our words). */
function rowDescription({ merchants }: SandboxContext, { merchant, fileId }: Payout): string {
  return `${merchants.find(({ apiKey }) => apiKey === merchant)?.name ?? ''} ${fileId}`
}

/** developer.craftgate.io/api/reports/payout-rows: "the day on which the payout was started" */
const rowView = (payout: Payout) => ({
  payoutId: payout.id,
  ...{ merchantId: payout.payee.id, merchantType: payout.payee.type },
  ...{ name: holderName(payout.account), iban: payout.account.iban },
  ...{ payoutDate: localTime(payout.createdAt), payoutAmount: amountOf(payout) },
})

/** developer.craftgate.io/api/reports/payout-bounced-sub-merchants */
const bouncedView = (ctx: SandboxContext, payout: Payout) => ({
  ...{ id: payout.payee.id, iban: payout.account.iban, payoutId: payout.id, payoutAmount: amountOf(payout) },
  ...{ createdDate: localTime(payout.createdAt), updatedDate: localTime(payout.updatedAt) },
  contactName: payout.account.contactName,
  contactSurname: payout.account.contactSurname,
  legalCompanyTitle: payout.account.legalCompanyTitle,
  rowDescription: rowDescription(ctx, payout),
})

/** developer.craftgate.io/api/reports/payout-details */
function detailView(ctx: SandboxContext, payout: Payout) {
  const { payoutId: _id, ...row } = rowView(payout)
  return {
    ...row,
    currency: payout.payee.currency,
    rowDescription: rowDescription(ctx, payout),
    bounceStatus: payout.bounceStatus,
    settlementEarningsDestination: payout.destination,
    settlementSource: payout.source,
    payoutTransactions: payout.rows.map(({ amount, ...paid }) => ({
      ...paid,
      payoutAmount: toNumber(amount, payout.payee.currency),
    })),
  }
}

/** developer.craftgate.io/api/reports/payout-completed-transactions: a line for each transaction. */
const completedViews = ({ payout }: Filed) =>
  payout.rows.map(({ transactionId, transactionType, amount }) => ({
    ...{ payoutId: payout.id, transactionId, transactionType },
    payoutAmount: toNumber(amount, payout.payee.currency),
    payoutDate: localTime(payout.completedAt ?? payout.createdAt),
    ...{ currency: payout.payee.currency, merchantId: payout.payee.id, merchantType: payout.payee.type },
    ...{ settlementEarningsDestination: payout.destination, settlementSource: payout.source },
  }))

const NOT_FOUND = ApiError.invalid('4305', {
  tr: 'Para gönderimi bulunamadı',
  en: 'The payout was not found',
})
