import { readForm } from '@craftgate-commerce/emulator-kit'
import { type Context, Hono } from 'hono'
import type { CheckoutView, HostedPageService, PayStep } from '../hosted-page-service'
import { cardVerifyPage } from './card-verify-page'
import { hostedPage } from './hosted-page'
import { installmentList } from './installment-list'
import { askLoyalties } from './loyalty-step'
import { chosenMethod } from './method-tabs'
import { methodError } from './method-texts'
import { noticePage } from './notice-page'
import type { PageMemory } from './page-memory'
import { checkoutPath, methodPath, readPageOptions, withOptions } from './page-options'
import { fieldErrors, type HostedState, readPayForm, type TypedAgain } from './read-pay-form'
import { returnPage, returnPath, toReturn } from './return-page'
import { defaultCard } from './stored-cards'
import { textsOf } from './texts'

export interface CheckoutPages {
  readonly service: HostedPageService
  readonly memory: PageMemory
  readonly clientIp: (c: Context) => string | undefined
}

/** The hosted page and its steps: show, instalments of a card, pay, leave. Every step ends in a redirect to a page. */
export function createCheckoutPages(pages: CheckoutPages): Hono {
  const { service, memory } = pages
  const app = new Hono()
  app.get('/:token', (c) => withOpen(c, service, (view) => show(c, pages, view)))
  app.get('/:token/methods/:method', (c) => withOpen(c, service, (view) => show(c, pages, view)))
  app.post('/:token/methods/:method', (c) => ifOpen(c, service, (view) => startMethod(c, pages, view)))
  app.get('/:token/bin/:digits', (c) => binFragment(c, service))
  app.post('/:token/installments', (c) => ifOpen(c, service, (view) => installments(c, memory, view)))
  app.post('/:token/loyalties', (c) =>
    ifOpen(c, service, (view) => askLoyalties(c, { service, memory, view, toPage })),
  )
  app.post('/:token/delete-card', (c) => ifOpen(c, service, (view) => deleteCard(c, pages, view)))
  app.post('/:token/pay', (c) => ifOpen(c, service, (view) => pay(c, pages, view)))
  app.post('/:token/wallet', (c) => ifOpen(c, service, (view) => payFromWallet(c, pages, view)))
  app.post('/:token/leave', (c) => leave(c, pages))
  app.get('/:token/return', (c) => {
    const post = memory.takeReturn(returnPath(tokenOf(c)))
    return post === undefined ? toPage(c) : returnPage(c, post, readPageOptions(c))
  })
  app.get('/:token/:step{pay|wallet|installments|loyalties|delete-card|leave}', toPage)
  return app
}

type Answer = Response | Promise<Response>
const tokenOf = (c: Context): string => c.req.param('token') ?? ''

const toPage = (c: Context) => c.redirect(withOptions(checkoutPath(tokenOf(c)), readPageOptions(c)), 303)

/** Only an open checkout has a form; a paid, expired or unknown one says so. */
function withOpen(c: Context, service: HostedPageService, then: (view: CheckoutView) => Answer): Answer {
  const token = tokenOf(c)
  const options = readPageOptions(c)
  const view = service.checkout(token)
  if (view === undefined) return noticePage(c, 'unknown', { options })
  if (view.state !== 'open') {
    const notice = view.state === 'paid' && view.cardVerification ? 'saved' : view.state
    return noticePage(c, notice, { options, token, pending: view.pending })
  }
  return then(view)
}

/** A step of a checkout that is not open leads to the page that says so; the script looks again and finds out. */
function ifOpen(c: Context, service: HostedPageService, then: (view: CheckoutView) => Answer): Answer {
  const view = service.checkout(tokenOf(c))
  if (view?.state === 'open') return then(view)
  return c.req.query('fragment') === 'true' ? c.body(null, 204) : toPage(c)
}

/** A saved card is ticked at first, so its instalments are there at first. */
function show(c: Context, { service, memory }: CheckoutPages, view: CheckoutView): Answer {
  const { typed = { cardToken: defaultCard(view) }, lastError, ...kept } = memory.show(view.token)
  const shown = lastError === undefined ? view : { ...view, lastError }
  const method = chosenMethod(view, c.req.param('method'))
  const state = { view: shown, options: readPageOptions(c), typed, method, ...kept }
  return view.cardVerification ? cardVerifyPage(c, state) : hostedPage(c, withBin(service, state))
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

async function installments(c: Context, memory: PageMemory, view: CheckoutView): Promise<Response> {
  const form = await readForm(c)
  const cardToken = form.get('cardToken') ?? ''
  const stored = view.storedCards.some((card) => card.cardToken === cardToken)
  const bin = (form.get('bin') ?? '').replace(/\D/g, '').slice(0, 8)
  const { typed } = memory.show(view.token)
  memory.keep(view.token, { typed: { ...typed, cardToken, bin: stored ? undefined : bin } })
  return toPage(c)
}

async function deleteCard(
  c: Context,
  { service, memory }: CheckoutPages,
  view: CheckoutView,
): Promise<Response> {
  const form = await readForm(c)
  service.deleteCard(view.token, form.get('deleteCard') ?? '')
  memory.keep(view.token, {})
  return toPage(c)
}

async function pay(
  c: Context,
  { service, memory, clientIp }: CheckoutPages,
  view: CheckoutView,
): Promise<Response> {
  const { token } = view
  const options = readPageOptions(c)
  const read = readPayForm(await readForm(c), view, textsOf(options.lang))
  const { typed } = read
  if (!read.ok) {
    memory.keep(token, { typed, errors: read.errors })
    return toPage(c)
  }
  const ip = clientIp(c)
  const step = service.pay(token, ip === undefined ? read.entry : { ...read.entry, clientIp: ip })
  return afterPay(c, { service, memory }, { token, typed, step })
}

function payFromWallet(c: Context, pages: CheckoutPages, { token }: CheckoutView): Response {
  const step = pages.service.payFromWallet(token, pages.clientIp(c))
  return afterPay(c, pages, { token, typed: pages.memory.show(token).typed, step })
}

interface Paid {
  readonly token: string
  readonly typed: TypedAgain | undefined
  readonly step: PayStep
}

/** Declines after which the same card pays with 3D Secure: the box is ticked for the next try. */
const ONLY_3DS = new Set(['REQUIRES_3DS', 'DEBIT_CARDS_REQUIRES_3DS'])

function afterPay(
  c: Context,
  { service, memory }: Pick<CheckoutPages, 'service' | 'memory'>,
  { token, typed, step }: Paid,
): Response {
  const options = readPageOptions(c)
  switch (step.kind) {
    case 'invalid':
      memory.keep(token, { typed, errors: fieldErrors(step, options.lang) })
      return toPage(c)
    case 'declined': {
      const isKept = service.checkout(token)?.lastError?.code === step.code
      const again = ONLY_3DS.has(step.group ?? '') ? { ...typed, threeDS: true } : typed
      memory.keep(token, { typed: again, lastError: isKept ? undefined : step })
      return toPage(c)
    }
    case 'closed':
      return toPage(c)
    case 'threeDS':
      memory.keep(token, { typed })
      return c.redirect(withOptions(pathOf(step.threeDSUrl), options), 303)
    case 'provider':
      return c.redirect(withOptions(pathOf(step.providerUrl), options), 303)
    case 'paid':
      return toReturn(c, memory, { path: returnPath(token), post: step.callback })
  }
}

/** The bank page is served here too; a path keeps the shopper on the host name that the browser already uses. */
const pathOf = (url: string): string => new URL(url, 'http://sandbox').pathname

async function startMethod(
  c: Context,
  { service, memory, clientIp }: CheckoutPages,
  { token }: CheckoutView,
): Promise<Response> {
  const options = readPageOptions(c)
  const form = await readForm(c)
  const method = c.req.param('method') ?? ''
  const text = (name: string) => form.get(name)?.trim()
  const [phone, bankCode] = [text('phone'), text('bankCode')]
  const entry = { method, phone, bankCode, cardNumber: text('cardNumber'), code: text('code') }
  const step = service.startMethod(token, { ...entry, clientIp: clientIp(c) })
  switch (step.kind) {
    case 'provider':
      return c.redirect(withOptions(pathOf(step.providerUrl), options), 303)
    case 'threeDS':
      return c.redirect(withOptions(pathOf(step.threeDSUrl), options), 303)
    case 'paid':
      return toReturn(c, memory, { path: returnPath(token), post: step.callback })
    case 'closed':
      return toPage(c)
    case 'invalid': {
      const error = { field: step.field, text: methodError(step.field, step.description, options.lang) }
      memory.keep(token, { ...memory.show(token), input: { phone, bankCode, error } })
      return toTab(c, token, method)
    }
    case 'declined': {
      const isKept = service.checkout(token)?.lastError?.code === step.code
      memory.keep(token, { ...memory.show(token), lastError: isKept ? undefined : step })
      return toTab(c, token, method)
    }
  }
}

const toTab = (c: Context, token: string, method: string) =>
  c.redirect(withOptions(methodPath(token, method), readPageOptions(c)), 303)

function leave(c: Context, { service, memory }: CheckoutPages): Answer {
  const token = tokenOf(c)
  const post = service.leave(token)
  return post === undefined ? toPage(c) : toReturn(c, memory, { path: returnPath(token), post })
}

function withBin(service: HostedPageService, state: HostedState): HostedState {
  const { view, typed } = state
  const stored = view.storedCards.find((card) => card.cardToken === typed?.cardToken)
  const digits = stored?.bin ?? typed?.bin ?? ''
  const bin = digits.length < 6 ? undefined : service.bin(view.token, digits)
  return bin === undefined ? state : { ...state, bin }
}
