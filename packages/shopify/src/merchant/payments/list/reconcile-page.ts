import type { ReconcileReport } from '@craftgate-commerce/core'
import { type Html, notice } from '@craftgate-commerce/panel/ui'
import { html } from 'hono/html'
import type { Mode } from '../../../context/tenant'
import { isUnreadable } from '../../craftgate-settings/settings'
import { type AuthenticatedRequest, audit, wantsJson } from '../../http/merchant-request'
import { setNoStore } from '../../http/security'
import { answerPage } from '../../ui/shell'

interface Report extends ReconcileReport {
  readonly mode: Mode
}

/** POST /payments/reconcile: asks now, for this shop only, what the job asks every minute. */
export async function reconcilePage(request: AuthenticatedRequest): Promise<Response> {
  await audit(request, 'reconciled')
  const reports = await reconcileShop(request)
  const { c, messages, shop } = request
  if (wantsJson(c)) {
    setNoStore(c)
    return c.json({ problems: reports.flatMap(({ problems }) => problems) })
  }
  const { title, noKeys } = messages.reconcile
  return answerPage(request, {
    title,
    shop,
    section: 'overview',
    body: html`${reports.length === 0 ? notice(noKeys, 'warn') : ''}${reports.map((report) => reportCard(request, report))}
      <p><a href="/">← ${messages.pages.overview}</a></p>`,
  })
}

async function reconcileShop(request: AuthenticatedRequest): Promise<readonly Report[]> {
  const reports: Report[] = []
  for (const mode of await request.deps.keys.modesOf(request.shop))
    reports.push(await reconcileMode(request, mode))
  return reports
}

async function reconcileMode({ shop, deps, messages }: AuthenticatedRequest, mode: Mode): Promise<Report> {
  try {
    const commerce = await deps.tenants.commerceOf({ shop, mode })
    return { mode, ...((await commerce?.reconcile()) ?? NOTHING) }
  } catch (error) {
    if (isUnreadable(error)) return { mode, ...NOTHING, problems: [messages.keys.unreadable] }
    throw error
  }
}

/** The keys went away meanwhile. */
const NOTHING: ReconcileReport = { checkouts: 0, operations: 0, problems: [] }

function reportCard(
  { messages }: AuthenticatedRequest,
  { mode, checkouts, operations, problems }: Report,
): Html {
  const { counts, noProblems, issues: lead } = messages.reconcile
  return html`<section class="card"><h2>${messages.modes[mode]}</h2>
    <p>${counts(checkouts, operations)}</p>
    ${
      problems.length === 0
        ? html`<p>${noProblems}</p>`
        : html`<p>${lead}</p><ul class="plainlist">${problems.map((lastError) => html`<li>${lastError}</li>`)}</ul>`
    }
  </section>`
}
