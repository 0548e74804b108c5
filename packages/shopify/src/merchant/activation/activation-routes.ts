import type { Answer as ApiAnswer } from '../../shopify-api'
import { confirmationPage, noticePage } from '../page/notice-page'
import { readForm } from '../page/read-form'
import type { Answer, ShopVisit } from '../page/visit'
import { troubleWords } from '../payments/trouble-words'

/** What Shopify's admin shows as the account: the shop's own name, which says nothing of Craftgate's keys. */
const handleOf = (shop: string): string => shop.replace(/\.myshopify\.com$/, '')

/** POST /activate: tells Shopify that the shop may take payments, and goes on to where the merchant switches it on. */
export async function activate(visit: ShopVisit): Promise<Response> {
  const { context, parts, shop } = visit
  if ((await parts.keys.modesOf(shop)).length === 0) return withoutKeys(visit)
  const answer = await parts.api.configure(shop, true, handleOf(shop))
  if (answer.kind !== 'accepted') return notAccepted(visit, answer)
  await parts.shops.setReady(shop, true)
  const { apiKey } = parts.house.options.shopify
  const gateway = `/services/payments_partners/gateways/${encodeURIComponent(apiKey)}/settings`
  return context.redirect(`${parts.addressOf(shop)}${gateway}`, 303)
}

/** POST /deactivate; asks first when it was not asked yet. */
export async function deactivate(visit: ShopVisit): Promise<Response> {
  const { context, parts, shop } = visit
  if ((await readForm(context)).get('confirm') !== 'yes') return askDeactivation(visit)
  const answer = await parts.api.configure(shop, false, handleOf(shop))
  if (answer.kind !== 'accepted') return notAccepted(visit, answer)
  await parts.shops.setReady(shop, false)
  return context.redirect('/?done=stopped', 303)
}

function askDeactivation(visit: ShopVisit): Answer {
  const { stopTitle, stopText, stopConfirm } = visit.words.activation
  return confirmationPage(visit, {
    title: stopTitle,
    text: stopText,
    confirm: stopConfirm,
    action: '/deactivate',
    back: '/',
  })
}

const backOf = ({ words }: ShopVisit) => ({ href: '/', text: words.activation.back })

function withoutKeys(visit: ShopVisit): Answer {
  const { noKeysTitle, noKeys } = visit.words.activation
  return noticePage(visit, { title: noKeysTitle, status: 409, text: noKeys, back: backOf(visit) })
}

function notAccepted(visit: ShopVisit, answer: Exclude<ApiAnswer, { kind: 'accepted' }>): Answer {
  const { failedTitle, failed } = visit.words.activation
  const detail =
    answer.kind === 'again' ? troubleWords(answer.reason, visit.words) : `${answer.code}: ${answer.message}`
  const status = answer.kind === 'again' ? 503 : 502
  return noticePage(visit, { title: failedTitle, status, text: failed, detail, back: backOf(visit) })
}
