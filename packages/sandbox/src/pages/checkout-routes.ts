import { type Context, Hono } from 'hono'
import type { CheckoutView, HostedPageService, PayStep } from '../hosted-page-service'
import { hostedPage } from './hosted-page'
import { installmentList } from './installment-list'
import { noticePage } from './notice-page'
import { checkoutPath, readPageOptions, withOptions } from './page-options'
import { readForm } from './read-form'
import { fieldErrors, type HostedState, readPayForm, type TypedAgain } from './read-pay-form'
import { returnPage } from './return-page'
import { defaultCard } from './stored-cards'
import { textsOf } from './texts'

type ClientIp = (c: Context) => string | undefined

/** The hosted page and its steps: show, instalments of a card, pay, leave. */
export function createCheckoutPages(service: HostedPageService, clientIp: ClientIp): Hono {
  const app = new Hono()
  app.get('/:token', (c) => withOpen(c, service, (view) => show(c, service, view)))
  app.get('/:token/bin/:digits', (c) => binFragment(c, service))
  app.post('/:token/installments', (c) => withOpen(c, service, (view) => installments(c, service, view)))
  app.post('/:token/pay', (c) => withOpen(c, service, (view) => pay(c, { service, view, clientIp })))
  app.post('/:token/leave', (c) => leave(c, service))
  // A reload of a step that was posted comes as a GET: back to the page itself.
  app.get('/:token/:step{pay|installments|leave}', (c) =>
    c.redirect(withOptions(checkoutPath(tokenOf(c)), readPageOptions(c)), 303),
  )
  return app
}

type Answer = Response | Promise<Response>
const tokenOf = (c: Context): string => c.req.param('token') ?? ''

/** Only an open checkout has a form; a paid, expired or unknown one says so. */
function withOpen(c: Context, service: HostedPageService, then: (view: CheckoutView) => Answer): Answer {
  const token = tokenOf(c)
  const options = readPageOptions(c)
  const view = service.checkout(token)
  if (view === undefined) return noticePage(c, 'unknown', { options })
  if (view.state !== 'open') return noticePage(c, view.state, { options, token })
  return then(view)
}

/** A saved card is ticked at first, so its instalments are there at first. */
function show(c: Context, service: HostedPageService, view: CheckoutView): Answer {
  const typed: TypedAgain = { cardToken: defaultCard(view) }
  return hostedPage(c, withBin(service, { view, options: readPageOptions(c), typed }))
}

/** Nothing for a tab whose checkout ended elsewhere: it looks again and finds out. */
function binFragment(c: Context, service: HostedPageService): Answer {
  const view = service.checkout(tokenOf(c))
  if (view?.state !== 'open') return c.body(null, 204)
  const digits = c.req.param('digits') ?? ''
  const bin = /^\d{6,8}$/.test(digits) ? service.bin(view.token, digits) : undefined
  const selected = Number.parseInt(c.req.query('selected') ?? '1', 10)
  c.header('Cache-Control', 'no-store')
  return c.html(installmentList({ ...view, bin, selected, options: readPageOptions(c) }))
}

async function installments(c: Context, service: HostedPageService, view: CheckoutView): Promise<Response> {
  const form = await readForm(c)
  const cardToken = form.get('cardToken') ?? ''
  const bin = (form.get('bin') ?? '').replace(/\D/g, '').slice(0, 8)
  const stored = view.storedCards.find((card) => card.cardToken === cardToken)
  const typed: TypedAgain = { cardToken, ...(stored === undefined ? { bin } : {}) }
  return hostedPage(c, withBin(service, { view, options: readPageOptions(c), typed }))
}

interface Paying {
  readonly service: HostedPageService
  readonly view: CheckoutView
  readonly clientIp: ClientIp
}

async function pay(c: Context, { service, view, clientIp }: Paying): Promise<Response> {
  const options = readPageOptions(c)
  const read = readPayForm(await readForm(c), view, textsOf(options.lang))
  const again = (errors: HostedState['errors']) =>
    hostedPage(c, withBin(service, { view, options, typed: read.typed, errors }))
  if (!read.ok) return again(read.errors)
  const ip = clientIp(c)
  const step = service.pay(view.token, ip === undefined ? read.entry : { ...read.entry, clientIp: ip })
  if (step.kind === 'invalid') return again(fieldErrors(step, options.lang))
  if (step.kind === 'declined' && service.checkout(view.token)?.lastError?.code !== step.code) {
    return hostedPage(c, withBin(service, { view: { ...view, lastError: step }, options, typed: read.typed }))
  }
  return answerStep(c, view.token, step)
}

function answerStep(c: Context, token: string, step: Exclude<PayStep, { kind: 'invalid' }>): Answer {
  const options = readPageOptions(c)
  switch (step.kind) {
    case 'paid':
      return returnPage(c, step.callback, options)
    case 'threeDS':
      return c.redirect(withOptions(pathOf(step.threeDSUrl), options), 303)
    case 'declined':
      return c.redirect(withOptions(checkoutPath(token), options), 303)
    case 'closed':
      return noticePage(c, step.state, { options, token })
  }
}

/** The bank page is served here too; a path keeps the shopper on the host name that the browser already uses. */
const pathOf = (url: string): string => new URL(url, 'http://sandbox').pathname

function leave(c: Context, service: HostedPageService): Answer {
  const options = readPageOptions(c)
  const callback = service.leave(tokenOf(c))
  return callback === undefined ? noticePage(c, 'unknown', { options }) : returnPage(c, callback, options)
}

function withBin(service: HostedPageService, state: HostedState): HostedState {
  const { view, typed } = state
  const stored = view.storedCards.find((card) => card.cardToken === typed?.cardToken)
  const digits = stored?.bin ?? typed?.bin ?? ''
  const bin = digits.length < 6 ? undefined : service.bin(view.token, digits)
  return bin === undefined ? state : { ...state, bin }
}
