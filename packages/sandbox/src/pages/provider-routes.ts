import { readForm } from '@craftgate-commerce/emulator-kit'
import { type Context, Hono } from 'hono'
import type { HostedPageService, ProviderAction } from '../hosted-page-service'
import { noticePage } from './notice-page'
import type { PageMemory } from './page-memory'
import { methodPath, providerPath, readPageOptions, withOptions } from './page-options'
import { providerPage } from './provider-page'
import { ownReturn, toMerchant } from './return-page'

const ACTIONS: readonly ProviderAction[] = [
  ...(['log-in', 'choose', 'code', 'approve', 'decline', 'cancel'] as const),
  ...(['wait', 'wait-late', 'wait-never', 'unclear'] as const),
]

/** The page of one visit to a wallet, a bank, a lender: show, answer. Every answer ends in a redirect to a page. */
export function createProviderPages(service: HostedPageService, memory: PageMemory): Hono {
  const app = new Hono()
  app.get('/:id', (c) => show(c, service))
  app.post('/:id', (c) => answer(c, service, memory))
  app.get('/:id/return', (c) => ownReturn(c, memory, providerPath(idOf(c))))
  return app
}

const idOf = (c: Context): string => c.req.param('id') ?? ''

function show(c: Context, service: HostedPageService) {
  const options = readPageOptions(c)
  const view = service.provider(idOf(c))
  if (view === undefined) return noticePage(c, 'unknown', { options })
  if (!view.answered) return providerPage(c, view, options)
  if (view.checkoutToken === undefined) return noticePage(c, 'done', { options })
  // Who took too long, or comes back by the browser's "back", has nothing to answer here any more.
  return c.redirect(withOptions(methodPath(view.checkoutToken, view.method), options), 303)
}

async function answer(c: Context, service: HostedPageService, memory: PageMemory): Promise<Response> {
  const id = idOf(c)
  const options = readPageOptions(c)
  const form = await readForm(c)
  const action = ACTIONS.find((known) => known === form.get('action'))
  const toPage = () => c.redirect(withOptions(providerPath(id), options), 303)
  if (action === undefined) return toPage()
  const step = service.answerProvider(id, { action, value: form.get('value') ?? '' })
  switch (step?.kind) {
    case undefined:
    case 'stay':
    case 'hosted':
      // The page itself leads on, to the tab, when nothing is left to answer.
      return toPage()
    case 'callback':
      return toMerchant(c, memory, { page: providerPath(id), post: step.callback })
  }
}
