import { CraftgateError } from '@craftgate-commerce/core'
import { logError } from '@craftgate-commerce/core/adapter'
import { audit } from '../http/audit'
import { pathTo, type UserRequest } from '../http/panel-request'
import { readPrice } from '../money/read-price'
import type { PanelPaymentDetail } from '../panel-host'
import { missingPage, notAllowedPage } from '../ui/notice-page'
import { sharesOf, sharesPath } from './shares-page'
import { sellerWords } from './words'

const ONCE = /^[0-9a-f-]{36}$/
const AUDITED = { approve: 'approved-share', disapprove: 'disapproved-share' } as const

/**
 * POST /sellers/shares/:reference/approve and …/disapprove: a line, or all that have a seller. The key of the form is the key
 * of the operation, so a second press is the same operation.
 */
export async function decideShares(
  request: UserRequest,
  decision: 'approve' | 'disapprove',
): Promise<Response> {
  const { c, commerce, host, user } = request
  if (!user.permissions.includes('refund')) return notAllowedPage(request)
  const payment = await paymentOf(request)
  if (payment === undefined) return missingPage(request)
  const form = new URLSearchParams(await c.req.text())
  const [paymentId] = payment.attempt.paymentIds
  const once = form.get('once') ?? ''
  if (paymentId === undefined || !ONCE.test(once)) return backTo(request, payment, 'failed')
  const line = form.get('line')
  await audit(request, AUDITED[decision], payment.reference)
  const { account } = payment.attempt
  const lines = line === null ? {} : { lines: [line] }
  const result = await commerce[decision]({ account, paymentId, key: `panel-${once}`, ...lines })
  if (result.state !== 'failed')
    return backTo(request, payment, result.state === 'done' ? `${decision}d` : 'unknown')
  host.logger.warn('The panel could not decide a share', { code: result.error.code })
  return backTo(request, payment, wordFor(result.error.code))
}

/** POST /sellers/shares/:reference/correct. The share is written whole, so a second press changes nothing. */
export async function correctShare(request: UserRequest): Promise<Response> {
  const { c, commerce, host, user } = request
  if (!user.permissions.includes('refund')) return notAllowedPage(request)
  const payment = await paymentOf(request)
  if (payment === undefined) return missingPage(request)
  const form = new URLSearchParams(await c.req.text())
  const { attempt, reference } = payment
  try {
    const share = readPrice((form.get('share') ?? '').trim(), attempt.expected.currency)
    const memberId = Number(form.get('member'))
    const shares = await sharesOf(request, attempt)
    const of = shares.find(({ transactionId }) => String(transactionId) === form.get('transaction'))
    if (share === undefined || of === undefined || !Number.isSafeInteger(memberId) || memberId < 1)
      return backTo(request, payment, 'wrong-share')
    await audit(request, 'corrected-share', reference)
    const { transactionId, paymentId } = of
    await commerce.marketplace.shares.correct(
      { account: attempt.account, paymentId },
      { transactionId, memberId, share },
    )
    return backTo(request, payment, 'corrected')
  } catch (error) {
    host.logger.warn('The panel could not correct a share', logError(error))
    return backTo(request, payment, wordOf(error))
  }
}

/**
 * POST /sellers/settle. The key of the form is the key of the operation: sent twice it settles once, and an answer that was
 * lost is asked about.
 */
export async function settleIntoWallets(request: UserRequest): Promise<Response> {
  const { c, commerce, host, user } = request
  if (!user.permissions.includes('refund')) return notAllowedPage(request)
  const form = new URLSearchParams(await c.req.text())
  const merchant = user.merchants.find((name) => name === form.get('account'))
  if (merchant === undefined) return missingPage(request)
  const once = form.get('once') ?? ''
  const path = `${pathTo(request, '/sellers/payouts')}?${new URLSearchParams({ account: merchant })}`
  if (!ONCE.test(once)) return c.redirect(`${path}&done=failed`, 303)
  await audit(request, 'settled-sellers', merchant)
  const done = await commerce.wallets.settle({ merchant, key: `panel-${once}` }).then(
    (result) => {
      if (result.state === 'failed') return wordFor(result.error.code)
      return result.state === 'done' ? 'settled' : 'unknown'
    },
    (error: unknown) => {
      host.logger.warn('The panel could not settle into wallets', logError(error))
      return 'failed'
    },
  )
  return c.redirect(`${path}&done=${done}`, 303)
}

const paymentOf = ({ c, host, user }: UserRequest): Promise<PanelPaymentDetail | undefined> =>
  host.payments(user).find(c.req.param('reference') ?? '')

const backTo = (request: UserRequest, { reference }: PanelPaymentDetail, done: string): Response =>
  request.c.redirect(`${sharesPath(request, reference)}?done=${done}`, 303)

/** Only words of our own are shown. */
const wordFor = (code: string): string => {
  const name = code === 'approved' ? 'approved_share' : code
  return Object.hasOwn(sellerWords.tr.done, name) ? name : 'failed'
}

const wordOf = (error: unknown): string => (CraftgateError.is(error) ? wordFor(error.code) : 'failed')
