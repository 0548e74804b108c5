import { type Context, Hono } from 'hono'
import type { HostedPageService } from '../hosted-page-service'
import { noticePage } from './notice-page'
import { checkoutPath, readPageOptions, withOptions } from './page-options'
import { readForm } from './read-form'
import { returnPage } from './return-page'
import { threeDSPage } from './three-ds-page'

/** The bank's page of one 3D Secure attempt: show, answer. */
export function createThreeDSPages(service: HostedPageService): Hono {
  const app = new Hono()
  app.get('/:id', (c) => show(c, service))
  app.post('/:id', (c) => answer(c, service))
  return app
}

const idOf = (c: Context): string => c.req.param('id') ?? ''

function show(c: Context, service: HostedPageService) {
  const options = readPageOptions(c)
  const view = service.threeDS(idOf(c))
  return view === undefined ? noticePage(c, 'unknown', { options }) : threeDSPage(c, view, options)
}

async function answer(c: Context, service: HostedPageService): Promise<Response> {
  const form = await readForm(c)
  const options = readPageOptions(c)
  const code = form.get('code')?.trim()
  const cancelled = form.has('cancel')
  // The API flow's own form may arrive by POST before the shopper typed anything.
  if (!cancelled && (code === undefined || code === '')) return show(c, service)
  const step = service.submitOtp(idOf(c), cancelled ? { cancel: true } : { code: code ?? '' })
  switch (step?.kind) {
    case undefined:
      return noticePage(c, 'unknown', { options })
    case 'wrong-code':
      return show(c, service)
    case 'hosted':
      return c.redirect(withOptions(checkoutPath(step.token), options), 303)
    case 'callback':
      return returnPage(c, step.callback, options)
  }
}
