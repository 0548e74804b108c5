import { readForm } from '@craftgate-commerce/emulator-kit'
import { type Context, Hono } from 'hono'
import type { MultiPaymentService } from '../multi-payment-service'
import { multiPage } from './multi-page'
import { noticePage } from './notice-page'
import { checkoutPath, multiPath, readPageOptions, withOptions } from './page-options'
import { returnPage } from './return-page'

/** The page of a sum in parts. Each part is paid on a hosted page of its own, which leads back here. */
export function createMultiPages(service: MultiPaymentService): Hono {
  const app = new Hono()
  app.get('/:token', (c) => show(c, service))
  app.post('/:token/parts', (c) => startPart(c, service))
  app.post('/:token/leave', (c) => {
    const post = service.leave(tokenOf(c))
    return post === undefined ? toPage(c) : returnPage(c, post, readPageOptions(c))
  })
  app.get('/:token/:step{parts|leave}', toPage)
  return app
}

const tokenOf = (c: Context): string => c.req.param('token') ?? ''
const toPage = (c: Context) => c.redirect(withOptions(multiPath(tokenOf(c)), readPageOptions(c)), 303)

function show(c: Context, service: MultiPaymentService) {
  const options = readPageOptions(c)
  const token = tokenOf(c)
  const view = service.view(token)
  if (view === undefined) return noticePage(c, 'unknown', { options })
  if (view.state !== 'completed')
    return multiPage(c, { view, options, invalid: c.req.query('invalid') === 'true' })
  const post = service.takeReturn(token)
  return post === undefined ? noticePage(c, 'paid', { options }) : returnPage(c, post, options)
}

async function startPart(c: Context, service: MultiPaymentService): Promise<Response> {
  const options = readPageOptions(c)
  const token = tokenOf(c)
  const amount = ((await readForm(c)).get('amount') ?? '').trim().replace(',', '.')
  const back = withOptions(multiPath(token), options)
  const part = service.startPart(token, amount, back)
  return c.redirect(
    part === undefined ? `${back}&invalid=true` : withOptions(checkoutPath(part), options),
    303,
  )
}
