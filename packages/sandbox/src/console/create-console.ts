import { type OwnHosts, refuseForeignPages } from '@craftgate-commerce/emulator-kit'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type ConsoleAction, readAction } from './console-action'
import { answerConsole } from './console-page'
import type { ConsoleSources } from './create-console-data'
import { answerExchange } from './exchange-page'
import { filtered } from './filter'
import { consoleSections } from './tables'
import { answerWebhook } from './webhook-page'

/**
 * The console as a Hono app: `GET /` the page, `GET /_console/data` its data as JSON, `GET /_console/view` the part
 * that refreshes itself, each with `?q=` for lines that say this only; `GET /_console/requests/:id` one call of the API,
 * `GET /_console/webhooks/:id` one event, `POST /_console/act` the buttons. It shows keys, so web pages from elsewhere are refused.
 */
export function createConsole(sources: ConsoleSources, own: OwnHosts = {}): Hono {
  const app = new Hono()
  for (const path of ['/', '/_console/*']) app.use(path, refuseForeignPages(own))
  const data = (c: Context) => filtered(sources.data(), c.req.query('q') ?? '')
  app.get('/', (c) => answerConsole(c, data(c), c.req.query('q') ?? ''))
  app.get('/_console/data', (c) => c.json(data(c), 200, notCached))
  app.get('/_console/view', (c) => c.html(consoleSections(data(c)), 200, notCached))
  app.get('/_console/requests/:id{\\d+}', (c) => {
    const found = sources.exchange(Number(c.req.param('id')))
    if (!found) return c.text('This call is not kept.\n', 404)
    return answerExchange(c, found.exchange, found.secretKey)
  })
  app.get('/_console/webhooks/:id', (c) => {
    const found = sources.webhook(c.req.param('id'))
    return found ? answerWebhook(c, found) : c.text('There is no such webhook.\n', 404)
  })
  app.post('/_console/act', bodyLimit({ maxSize: 4096 }), async (c) => {
    const action = readAction(new URLSearchParams(await c.req.text()))
    return action === undefined ? c.text('No such action.\n', 400) : act(c, sources, action)
  })
  return app
}

const notCached = { 'Cache-Control': 'no-store' }

async function act(c: Context, sources: ConsoleSources, action: ConsoleAction): Promise<Response> {
  try {
    await sources.act(action)
    return c.redirect('/', 303)
  } catch (error) {
    return c.text(`${error instanceof Error ? error.message : 'It did not work.'}\n`, 409)
  }
}
