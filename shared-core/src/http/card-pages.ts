// Core's own card page, and the pages around a card that is charged by API. None of them holds what was typed.
import type { DirectStep } from '../commerce'
import { amountIn } from '../messages/amounts'
import {
  allPoints,
  BANK_PAGE,
  CARD_BUTTONS,
  CARD_LABELS,
  CARD_PAGE,
  CARD_PROBLEMS,
  type CardField,
  POINTS_PAGE,
  usablePoints,
} from '../messages/card-entry'
import { DIRECT_BUTTONS } from '../messages/direct-pages'
import type { Localized } from '../messages/localized'
import { form, problemOf } from './shopper-form'
import { escapeHtml, languageOf, type PageRequest, shopperPage } from './shopper-page'

type Language = keyof Localized
type Step<Kind extends DirectStep['kind']> = Extract<DirectStep, { readonly kind: Kind }>
type CardStep = Step<'card'>

/** The order in which they stand on the page. */
const FIELDS = ['holder', 'number', 'expiry', 'cvc'] as const

/** The names by which browsers fill in a card (HTML, autofill field names). */
const KINDS: Readonly<Record<Exclude<CardField, 'installment'>, string>> = {
  holder: 'autocomplete="cc-name" maxlength="80"',
  number: 'inputmode="numeric" autocomplete="cc-number" maxlength="30"',
  expiry: 'inputmode="numeric" autocomplete="cc-exp" maxlength="9"',
  cvc: 'inputmode="numeric" autocomplete="cc-csc" maxlength="4"',
  bin: 'inputmode="numeric" autocomplete="off" maxlength="9"',
}

interface Seen {
  readonly step: CardStep
  readonly language: Language
}

export function cardPage(incoming: PageRequest, step: CardStep): Response {
  const language = languageOf(incoming.request)
  const seen = { step, language }
  const amount = `<p>${CARD_PAGE.amount[language]}: <strong>${amountIn(step.price)[language]}</strong></p>`
  const card = FIELDS.map((field) => inputOf(seen, field)).join('')
  const pay = cardForm(card + choicesOf(seen) + savingOf(seen), CARD_BUTTONS.pay[language])
  return shopperPage(incoming, {
    title: CARD_PAGE.title,
    text: CARD_PAGE.text,
    body: amount + toldIn(seen) + pay + installmentsForm(seen),
    status: Object.keys(step.problems).length > 0 ? 422 : 200,
    hasForm: true,
  })
}

const cardForm = (fields: string, button: string): string =>
  `<form method="post">${fields}<button>${button}</button></form>`

/** Each problem leads to its field, where it stands once more. */
function toldIn({ step: { problems, reason }, language }: Seen): string {
  const wrong = Object.entries(problems) as [CardField, keyof typeof CARD_PROBLEMS][]
  if (wrong.length === 0) return problemOf(reason, language)
  const items = wrong.map(
    ([field, problem]) => `<li><a href="#${field}">${CARD_PROBLEMS[problem][language]}</a></li>`,
  )
  return `<div class="problem" role="alert"><p>${CARD_PAGE.problems[language]}</p><ul>${items.join('')}</ul></div>`
}

function inputOf({ step: { problems }, language }: Seen, field: Exclude<CardField, 'installment'>): string {
  const problem = problems[field]
  const wrong = problem ? ` aria-invalid="true" aria-describedby="${field}-problem"` : ''
  const told = problem
    ? `<span class="wrong" id="${field}-problem">${CARD_PROBLEMS[problem][language]}</span>`
    : ''
  const label = `<label for="${field}">${CARD_LABELS[field][language]}</label>`
  return `${label}<input id="${field}" name="${field}" required ${KINDS[field]}${wrong}>${told}`
}

function choicesOf({ step: { choices, bin }, language }: Seen): string {
  const listed = bin === undefined ? '' : `<input type="hidden" name="bin" value="${escapeHtml(bin)}">`
  const radios = choices.map(({ code, name }, index) =>
    radio('installment', code, name[language], index === 0),
  )
  const legend = `<legend>${CARD_LABELS.installment[language]}</legend>`
  return `<fieldset>${legend}${radios.join('')}</fieldset>${listed}`
}

const radio = (name: string, value: string, text: string, isFirst: boolean): string =>
  `<label class="choice"><input type="radio"${isFirst ? ` id="${name}"` : ''} name="${name}" value="${escapeHtml(value)}"${isFirst ? ' checked' : ''} required> ${escapeHtml(text)}</label>`

function savingOf({ step: { storing }, language }: Seen): string {
  switch (storing) {
    case 'never':
      return ''
    case 'always':
      return `<p>${CARD_PAGE.saves[language]}</p>`
    case 'asked':
      return `<label class="choice"><input type="checkbox" name="save" value="yes"> ${CARD_LABELS.save[language]}</label>`
  }
}

/** A form of its own, so that the eight digits go alone and the number is not sent for a question. */
function installmentsForm(seen: Seen): string {
  const { step, language } = seen
  const text = `<p>${CARD_PAGE.installmentsText[language]}</p>`
  const ask = cardForm(text + inputOf(seen, 'bin'), CARD_BUTTONS.installments[language])
  const open = step.problems.bin ? ' open' : ''
  return `<details${open}><summary>${CARD_PAGE.installments[language]}</summary>${ask}</details>`
}

export function pointsPage(incoming: PageRequest, { card, name, usable, problem }: Step<'points'>): Response {
  const language = languageOf(incoming.request)
  const worth = amountIn(usable)
  const choices = [
    radio('points', 'none', POINTS_PAGE.none[language], true),
    radio('points', 'all', allPoints(worth)[language], false),
    radio('points', 'part', POINTS_PAGE.part[language], false),
  ]
  const amount = `<label>${POINTS_PAGE.amount[language]}<input name="points-amount" inputmode="decimal" autocomplete="off" maxlength="12"></label>`
  const fields = `<fieldset><legend>${POINTS_PAGE.legend[language]}</legend>${choices.join('')}${amount}</fieldset>`
  const chosen = `<input type="hidden" name="stored-card" value="${escapeHtml(card)}">`
  return shopperPage(incoming, {
    title: POINTS_PAGE.title,
    text: usablePoints(worth),
    body: `<p>${escapeHtml(name[language])}</p>${problemOf(problem && POINTS_PAGE.invalid, language)}${form(chosen + fields, DIRECT_BUTTONS.pay[language])}`,
    status: problem ? 422 : 200,
    hasForm: true,
  })
}

export function bankPage(incoming: PageRequest, { attempt }: Step<'bank'>): Response {
  const language = languageOf(incoming.request)
  const go = form('<input type="hidden" name="go" value="bank">', BANK_PAGE.go[language])
  const other = form(`<input type="hidden" name="leave" value="${attempt}">`, BANK_PAGE.other[language])
  return shopperPage(incoming, { ...BANK_PAGE, body: go + other, status: 200, hasForm: true })
}
