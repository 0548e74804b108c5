import { readForm } from '@craftgate-commerce/emulator-kit'
import { type Context, Hono } from 'hono'
import type { HostedPageService } from '../hosted-page-service'
import { noticePage } from './notice-page'
import type { PageMemory } from './page-memory'
import { checkoutPath, readPageOptions, threeDSPath, withOptions } from './page-options'
import { ownReturn, toMerchant } from './return-page'
import { threeDSPage } from './three-ds-page'

/** The bank's page of one 3D Secure attempt: show, answer. Every answer ends in a redirect to a page. */
export function createThreeDSPages(service: HostedPageService, memory: PageMemory): Hono {
  const app = new Hono()
  app.get('/:id', (c) => show(c, service))
  app.post('/:id', (c) => answer(c, service, memory))
  app.get('/:id/return', (c) => ownReturn(c, memory, threeDSPath(idOf(c))))
  return app
}

const idOf = (c: Context): string => c.req.param('id') ?? ''

function show(c: Context, service: HostedPageService) {
  const options = readPageOptions(c)
  const view = service.threeDS(idOf(c))
  if (view === undefined) return noticePage(c, 'unknown', { options })
  if (!view.answered) return threeDSPage(c, view, options)
  // Who comes back by the browser's "back" has nothing to type here any more.
  if (view.checkoutToken === undefined) return noticePage(c, 'done', { options })
  return c.redirect(withOptions(checkoutPath(view.checkoutToken), options), 303)
}

async function answer(c: Context, service: HostedPageService, memory: PageMemory): Promise<Response> {
  const id = idOf(c)
  const form = await readForm(c)
  const code = form.get('code')?.trim()
  const cancelled = form.has('cancel')
  const toCode = () => c.redirect(withOptions(threeDSPath(id), readPageOptions(c)), 303)
  // The API flow's own form may arrive by POST before the shopper typed anything.
  if (!cancelled && (code === undefined || code === '')) return toCode()
  const step = service.submitOtp(id, cancelled ? { cancel: true } : { code: code ?? '' })
  switch (step?.kind) {
    case undefined:
    case 'wrong-code':
      return toCode()
    case 'hosted':
      return c.redirect(withOptions(checkoutPath(step.token), readPageOptions(c)), 303)
    case 'callback':
      return toMerchant(c, memory, { page: threeDSPath(id), post: step.callback })
  }
}
