import { CraftgateError, type RefusedTransferPart } from '@craftgate-commerce/core'
import { logError } from '@craftgate-commerce/core/adapter'
import { audit } from '../http/audit'
import { may, type UserRequest } from '../http/panel-request'
import type { AuditAction } from '../panel-host'
import { missingPage, notAllowedPage } from '../ui/notice-page'
import { namedTransfer, transferPage } from './transfer-page'
import { transferPath } from './transfers-page'
import { transferWords } from './words'

type Named = NonNullable<Awaited<ReturnType<typeof namedTransfer>>>
type Done = keyof (typeof transferWords)['tr']['done']

interface Decision {
  readonly action: AuditAction
  readonly run: (named: Named, form: URLSearchParams) => Promise<Done | readonly RefusedTransferPart[]>
}

/** POST /transfers/:merchant/:id/confirm. Without an order: goes on with those that were confirmed before. */
export const confirmTransfer = (request: UserRequest): Promise<Response> =>
  decide(request, {
    action: 'matched-transfer',
    async run({ merchant, transfer: { id, parts } }, form) {
      const { commerce, user } = request
      const references = [...parts.map(({ reference }) => reference), ...form.getAll('order')]
      const acceptRest = form.get('acceptRest') === 'on'
      const whose = { merchant, shop: user.shop, id }
      const { transfer, refused } = await commerce.transfers.confirm({ ...whose, references, acceptRest })
      if (refused.length > 0) return refused
      return transfer.parts.every(({ state }) => state === 'done') ? 'confirmed' : 'confirming'
    },
  })

/** POST /transfers/:merchant/:id/close. Nothing moves: the merchant sends money back at his bank. */
export const closeTransfer = (request: UserRequest): Promise<Response> =>
  decide(request, {
    action: 'closed-transfer',
    async run({ merchant, transfer: { id } }, form) {
      const reason = form.get('reason') === 'returned' ? 'returned' : 'other'
      await request.commerce.transfers.close({ merchant, id, reason })
      return 'closed'
    },
  })

/** POST /transfers/:merchant/:id/reopen */
export const reopenTransfer = (request: UserRequest): Promise<Response> =>
  decide(request, {
    action: 'reopened-transfer',
    async run({ merchant, transfer: { id } }) {
      await request.commerce.transfers.reopen({ merchant, id })
      return 'reopened'
    },
  })

/** What was not done is said on the transfer's page, with the reason. */
async function decide(request: UserRequest, { action, run }: Decision): Promise<Response> {
  if (!may(request, 'capture')) return notAllowedPage(request)
  const named = await namedTransfer(request)
  if (named === undefined) return missingPage(request)
  const { c, host, lang } = request
  const form = new URLSearchParams(await c.req.text())
  const { merchant, transfer } = named
  await audit(request, action, transfer.id)
  try {
    const done = await run(named, form)
    if (typeof done === 'string')
      return c.redirect(`${transferPath(request, merchant, transfer.id)}?done=${done}`, 303)
    const words = transferWords[lang]
    const numberOf = (reference: string) =>
      transfer.matches.find(({ order }) => order.record.reference === reference)?.order.number ?? reference
    const problems = done.map(({ reference, message }) => words.refused(numberOf(reference), message[lang]))
    return transferPage(request, problems)
  } catch (error) {
    if (!CraftgateError.is(error)) throw error
    host.logger.warn(`The panel could not do this: ${action}`, logError(error))
    return transferPage(request, [error.merchantMessage[lang]])
  }
}
