import { CraftgateError } from '@craftgate-commerce/core'
import { logError } from '@craftgate-commerce/core/adapter'
import { audit } from '../http/audit'
import type { UserRequest } from '../http/panel-request'
import { sentenceOf } from './sentence-of'
import { namedUnexpected, unexpectedPage, unexpectedPath } from './unexpected-page'

/**
 * POST /unexpected/:reference/:attempt. The form's key makes one try, however often it is pressed; it is written down that
 * somebody asks for it before it is done.
 */
export async function refundUnexpected(request: UserRequest): Promise<Response> {
  const named = await namedUnexpected(request)
  if (named instanceof Response) return named
  const { c, host, user, lang } = request
  const { payment, attempt } = named
  const form = new URLSearchParams(await c.req.text())
  const isOutside = form.get('how') === 'outside'
  const audited = isOutside ? 'marked-refunded' : 'refunded'
  await audit(request, audited, payment.reference)
  const lead = (done: string) => c.redirect(`${unexpectedPath(request, attempt)}?done=${done}`, 303)
  try {
    const key = form.get('key') ?? ''
    const press = { key, ...(isOutside && { destination: 'outside' as const }) }
    const result = await host.payments(user).refundUnexpected(payment.reference, attempt.attempt, press)
    if (result.state !== 'refused') return lead(result.state === 'done' ? audited : 'pending')
    return unexpectedPage(request, sentenceOf(lang, result.message))
  } catch (error) {
    host.logger.error('The panel does not know what became of money that no order took', logError(error))
    if (CraftgateError.is(error)) return unexpectedPage(request, error.merchantMessage[lang])
    return lead('unclear')
  }
}
