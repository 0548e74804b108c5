import type { ReconcileReport } from '@craftgate-commerce/core'
import { html } from 'hono/html'
import type { Mode } from '../../tenant'
import { isUnreadable } from '../craftgate-settings/saved-keys'
import { type Html, notice } from '../page/marks'
import { neverKept } from '../page/security-headers'
import { answerPage } from '../page/shell'
import { type ShopVisit, wantsJson } from '../page/visit'

interface Report extends ReconcileReport {
  readonly mode: Mode
}

/** POST /payments/reconcile: asks now, for this shop only, what the job asks every minute. */
export async function reconcilePage(visit: ShopVisit): Promise<Response> {
  const reports = await reconcileShop(visit)
  const { context, words, shop } = visit
  if (wantsJson(context)) {
    neverKept(context)
    return context.json({ troubles: reports.flatMap(({ troubles }) => troubles) })
  }
  const { title, noKeys } = words.reconcile
  return answerPage(visit, {
    title,
    shop,
    section: 'payments',
    body: html`${reports.length === 0 ? notice(noKeys, 'warn') : ''}${reports.map((report) => reportCard(visit, report))}
      <p><a href="/payments">${words.missing.back}</a></p>`,
  })
}

async function reconcileShop(visit: ShopVisit): Promise<readonly Report[]> {
  const reports: Report[] = []
  for (const mode of await visit.parts.keys.modesOf(visit.shop))
    reports.push(await reconcileMode(visit, mode))
  return reports
}

async function reconcileMode({ shop, parts, words }: ShopVisit, mode: Mode): Promise<Report> {
  try {
    const commerce = await parts.tenants.commerceOf({ shop, mode })
    return { mode, ...((await commerce?.reconcile()) ?? NOTHING) }
  } catch (error) {
    if (isUnreadable(error)) return { mode, ...NOTHING, troubles: [words.keys.unreadable] }
    throw error
  }
}

/** The keys went away meanwhile. */
const NOTHING: ReconcileReport = { checkouts: 0, operations: 0, troubles: [] }

function reportCard({ words }: ShopVisit, { mode, checkouts, operations, troubles }: Report): Html {
  const { counts, noTroubles, troubles: lead } = words.reconcile
  return html`<section class="card"><h2>${words.modes[mode]}</h2>
    <p>${counts(checkouts, operations)}</p>
    ${
      troubles.length === 0
        ? html`<p>${noTroubles}</p>`
        : html`<p>${lead}</p><ul class="plainlist">${troubles.map((trouble) => html`<li>${trouble}</li>`)}</ul>`
    }
  </section>`
}
