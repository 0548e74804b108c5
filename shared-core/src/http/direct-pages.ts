// The pages of a way to pay that is started by API.
import type { DirectStep, PageScript } from '../commerce'
import { CHARGING_PAGE } from '../messages/card-entry'
import {
  DIRECT_BUTTONS,
  DIRECT_PROBLEMS,
  DIRECT_TEXTS,
  DIRECT_TITLES,
  FIELD_LABELS,
  UNKNOWN_METHOD,
} from '../messages/direct-pages'
import type { Localized } from '../messages/localized'
import { type ChoiceField, isChoice, paymentMethod } from '../methods'
import { bankPage, cardPage, pointsPage } from './card-pages'
import { qrCode } from './qr-code'
import { scriptPage } from './script-page'
import { form, problemOf } from './shopper-form'
import { escapeHtml, languageOf, type PageRequest, QUIET, seeOther, shopperPage } from './shopper-page'

type Language = keyof Localized
type Step<Kind extends DirectStep['kind']> = Extract<DirectStep, { readonly kind: Kind }>

/** Craftgate hears of it within seconds; a browser that asks more often would be refused. */
const RELOAD_SECONDS = 5

const labelOf = (method: string | undefined): Localized => paymentMethod(method)?.label ?? UNKNOWN_METHOD

/** Digits are asked for with their keyboard; everything else by its own kind of input. */
const INPUTS: Readonly<Partial<Record<keyof typeof FIELD_LABELS, string>>> = {
  code: 'inputmode="text" autocomplete="one-time-code"',
  'app-code': 'inputmode="numeric" autocomplete="one-time-code"',
  'full-name': 'autocomplete="off"',
  email: 'type="email" autocomplete="off"',
  'birth-date': 'type="date" autocomplete="off"',
}

function inputOf(name: keyof typeof FIELD_LABELS, language: Language): string {
  const kind = INPUTS[name] ?? 'inputmode="numeric" autocomplete="off"'
  return `<label>${FIELD_LABELS[name][language]}<input name="${name}" required maxlength="80" ${kind}></label>`
}

function choicesOf(field: ChoiceField, choices: Step<'ask'>['choices'], language: Language): string {
  const options = choices.map(
    ({ code, name }) => `<option value="${escapeHtml(code)}">${escapeHtml(name[language])}</option>`,
  )
  return `<label>${FIELD_LABELS[field][language]}<select name="${field}" required>${options.join('')}</select></label>`
}

function askText(fields: Step<'ask'>['fields']): Localized {
  if (fields.includes('bank')) return DIRECT_TEXTS.bank
  return fields.includes('stored-card') ? DIRECT_TEXTS['stored-card'] : DIRECT_TEXTS.ask
}

function askPage(incoming: PageRequest, step: Step<'ask'>): Response {
  const { method, fields, choices, problem, reason, script } = step
  const language = languageOf(incoming.request)
  if (script) return scriptAskPage(incoming, step, script)
  const inputs = fields.map((field) =>
    isChoice(field) ? choicesOf(field, choices, language) : inputOf(field, language),
  )
  // Where no verification follows, it is this button that charges the card.
  const button = fields.includes('stored-card') ? DIRECT_BUTTONS.pay : DIRECT_BUTTONS.go
  const told = problemOf(reason ?? (problem && DIRECT_PROBLEMS[problem]), language)
  return shopperPage(incoming, {
    title: DIRECT_TITLES.ask(labelOf(method)),
    text: askText(fields),
    body: told + form(inputs.join(''), button[language]),
    status: problem ? 422 : 200,
    hasForm: true,
  })
}

/** The provider's script answers in place of a person who types. */
function scriptAskPage(
  incoming: PageRequest,
  { method, problem, reason }: Step<'ask'>,
  script: PageScript,
): Response {
  const told = problemOf(reason ?? (problem && DIRECT_PROBLEMS[problem]), languageOf(incoming.request))
  return shopperPage(incoming, {
    title: DIRECT_TITLES.ask(labelOf(method)),
    text: script.provider === 'masterpass-cards' ? DIRECT_TEXTS.cards : DIRECT_TEXTS.button,
    status: problem ? 422 : 200,
    ...scriptPage(incoming, script, told),
  })
}

/** The provider's script goes on with a payment; nothing of it is paid yet, so that another card may be chosen. */
function scriptStepPage(
  incoming: PageRequest,
  { method, attempt, script, problem }: Step<'script'>,
): Response {
  const language = languageOf(incoming.request)
  const { body = '', ...page } = scriptPage(
    incoming,
    script,
    problemOf(problem && DIRECT_PROBLEMS[problem], language),
  )
  const field = `<input type="hidden" name="leave" value="${attempt}">`
  const isApp = script.provider === 'bkm-express'
  return shopperPage(incoming, {
    title: DIRECT_TITLES.ask(labelOf(method)),
    text: DIRECT_TEXTS[isApp ? 'app' : 'purchase'],
    body: body + form(field, DIRECT_BUTTONS[isApp ? 'again' : 'other-card'][language]),
    status: problem ? 422 : 200,
    ...page,
  })
}

function codePage(incoming: PageRequest, { method, problem }: Step<'code'>): Response {
  const language = languageOf(incoming.request)
  const told = problem && DIRECT_PROBLEMS[problem === 'wrong-code' ? 'same-code' : problem]
  return shopperPage(incoming, {
    title: DIRECT_TITLES.code(labelOf(method)),
    text: DIRECT_TEXTS.code,
    body: problemOf(told, language) + form(inputOf('code', language), DIRECT_BUTTONS.pay[language]),
    status: problem ? 422 : 200,
    hasForm: true,
  })
}

const waitPage = (incoming: PageRequest, { method, charging }: Step<'wait'>): Response =>
  shopperPage(incoming, {
    title: charging ? CHARGING_PAGE.title : DIRECT_TITLES.wait(labelOf(method)),
    text: charging ? CHARGING_PAGE.text : DIRECT_TEXTS.wait,
    status: 200,
    reloadSeconds: RELOAD_SECONDS,
  })

function qrPage(incoming: PageRequest, { method, text }: Step<'qr'>): Response {
  const language = languageOf(incoming.request)
  const isAddress = /^https?:\/\//.test(text)
  const open = `<p><a href="${escapeHtml(text)}" class="button">${DIRECT_BUTTONS.open[language]}</a></p>`
  return shopperPage(incoming, {
    title: DIRECT_TITLES.qr(labelOf(method)),
    text: DIRECT_TEXTS.qr,
    body: qrCode(text) + (isAddress ? open : ''),
    status: 200,
    reloadSeconds: RELOAD_SECONDS,
  })
}

/** Whoever chose otherwise reads it before anything of the other way is opened; the button says which attempt he leaves. */
function leavePage(incoming: PageRequest, { method, attempt }: Step<'leave'>): Response {
  const language = languageOf(incoming.request)
  const field = `<input type="hidden" name="leave" value="${attempt}">`
  return shopperPage(incoming, {
    title: DIRECT_TITLES.leave(labelOf(method)),
    text: DIRECT_TEXTS.leave,
    body: form(field, DIRECT_BUTTONS.leave[language]),
    status: 200,
    hasForm: true,
  })
}

/** The link that leads on is this address without its choice. */
function notOfferedPage(incoming: PageRequest, { method }: Step<'not-offered'>): Response {
  const language = languageOf(incoming.request)
  const { pathname, searchParams } = new URL(incoming.request.url)
  searchParams.delete('method')
  const others = escapeHtml(`${pathname.replace(/^.*\//, '')}?${searchParams}`)
  const link = `<p><a href="${others}">${DIRECT_BUTTONS.others[language]}</a></p>`
  return shopperPage(incoming, {
    title: DIRECT_TITLES['not-offered'](labelOf(method)),
    text: DIRECT_TEXTS['not-offered'],
    body: method === undefined ? '' : link,
    status: 422,
  })
}

/**
 * Craftgate's HTML as a document of its own: sandboxed without `allow-same-origin` it has an origin that nothing else has,
 * so it reads no cookie and no storage of the shop and can ask nothing in its name.
 */
const foreignPage = (incoming: PageRequest, { html }: Step<'html'>): Response =>
  new Response(html, {
    status: 200,
    headers: {
      ...QUIET,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "sandbox allow-forms allow-scripts allow-popups allow-popups-to-escape-sandbox allow-top-navigation; frame-ancestors 'none'",
      'x-request-id': incoming.requestId,
    },
  })

/** For the script of a page of ours. */
const dataAnswer = (incoming: PageRequest, { value }: Step<'data'>): Response =>
  Response.json(value, { headers: { ...QUIET, 'x-request-id': incoming.requestId } })

export function directPage(incoming: PageRequest, step: DirectStep): Response {
  switch (step.kind) {
    case 'redirect':
      return seeOther(step.url)
    case 'html':
      return foreignPage(incoming, step)
    case 'qr':
      return qrPage(incoming, step)
    case 'wait':
      return waitPage(incoming, step)
    case 'code':
      return codePage(incoming, step)
    case 'ask':
      return askPage(incoming, step)
    case 'script':
      return scriptStepPage(incoming, step)
    case 'data':
      return dataAnswer(incoming, step)
    case 'card':
      return cardPage(incoming, step)
    case 'points':
      return pointsPage(incoming, step)
    case 'bank':
      return bankPage(incoming, step)
    case 'leave':
      return leavePage(incoming, step)
    case 'not-offered':
      return notOfferedPage(incoming, step)
  }
}
