import type { MutationResult } from '../../shopify-api'
import { type Answer, type AuthenticatedRequest, audit } from '../http/merchant-request'
import { readForm } from '../http/security'
import { errorLabel } from '../i18n'
import { confirmationPage, noticePage } from '../ui/notice-page'

/** What Shopify's admin shows as the account: the shop's own name, which says nothing of Craftgate's keys. */
const handleOf = (shop: string): string => shop.replace(/\.myshopify\.com$/, '')

/** POST /activate: tells Shopify that the shop may take payments, and goes on to where the merchant switches it on. */
export async function activate(request: AuthenticatedRequest): Promise<Response> {
  const { c, deps, shop } = request
  if ((await deps.keys.modesOf(shop)).length === 0) return withoutKeys(request)
  await audit(request, 'activated')
  const answer = await deps.api.configure(shop, true, handleOf(shop))
  if (answer.kind !== 'accepted') return notAccepted(request, answer)
  await deps.shops.setReady(shop, true)
  const { apiKey } = deps.context.options.shopify
  const gateway = `/services/payments_partners/gateways/${encodeURIComponent(apiKey)}/settings`
  return c.redirect(`${deps.addressOf(shop)}${gateway}`, 303)
}

/** POST /deactivate; asks first when it was not asked yet. */
export async function deactivate(request: AuthenticatedRequest): Promise<Response> {
  const { c, deps, shop } = request
  if ((await readForm(c)).get('confirm') !== 'yes') return askDeactivation(request)
  await audit(request, 'stopped')
  const answer = await deps.api.configure(shop, false, handleOf(shop))
  if (answer.kind !== 'accepted') return notAccepted(request, answer)
  await deps.shops.setReady(shop, false)
  return c.redirect('/?done=stopped', 303)
}

function askDeactivation(request: AuthenticatedRequest): Answer {
  const { stopTitle, stopText, stopConfirm } = request.messages.activation
  return confirmationPage(request, {
    title: stopTitle,
    text: stopText,
    confirm: stopConfirm,
    action: '/deactivate',
    back: '/',
  })
}

const backOf = ({ messages }: AuthenticatedRequest) => ({ href: '/', text: messages.activation.back })

function withoutKeys(request: AuthenticatedRequest): Answer {
  const { noKeysTitle, noKeys } = request.messages.activation
  return noticePage(request, { title: noKeysTitle, status: 409, text: noKeys, back: backOf(request) })
}

function notAccepted(
  request: AuthenticatedRequest,
  answer: Exclude<MutationResult, { kind: 'accepted' }>,
): Answer {
  const { failedTitle, failed } = request.messages.activation
  const detail =
    answer.kind === 'retry'
      ? errorLabel(answer.reason, request.messages)
      : errorLabel(`${answer.code}: ${answer.message}`, request.messages)
  const status = answer.kind === 'retry' ? 503 : 502
  return noticePage(request, { title: failedTitle, status, text: failed, detail, back: backOf(request) })
}
