import { randomUUID } from 'node:crypto'
import type { CheckoutRecord, FraudValueType, NewFraudValue } from '@craftgate-commerce/core'
import { FRAUD_VALUE_TYPES } from '@craftgate-commerce/core/adapter'
import { html } from 'hono/html'
import type { UserRequest } from '../http/panel-request'
import { accountName } from '../ui/account-name'
import { notice } from '../ui/components'
import type { Html } from '../ui/html'
import { fraudPath } from './fraud-path'
import { type FraudWords, fraudWords } from './words'

export type ValueField = keyof FraudWords['add']['wrong']

export interface FailedValue {
  readonly form: URLSearchParams
  readonly wrong?: ValueField
  /** Why Craftgate refused it. */
  readonly refusal?: string
}

export interface TypedValue {
  readonly merchant: string
  readonly value: NewFraudValue
}

const MOST_HOURS = 87_600
const HOUR_SECONDS = 3_600

/** What was typed, or the field that is wrong; that a value suits its type is core's to say. */
export function readValueForm(
  form: URLSearchParams,
  merchants: readonly string[],
): { readonly typed: TypedValue } | { readonly wrong: ValueField } {
  const given = (name: string) => (form.get(name) ?? '').trim()
  const merchant = given('merchant') || (merchants[0] ?? '')
  if (!merchants.includes(merchant)) return { wrong: 'merchant' }
  const type = FRAUD_VALUE_TYPES.find((each) => each === given('type'))
  if (type === undefined) return { wrong: 'type' }
  const [paymentId, hours] = [given('paymentId'), given('hours')]
  if (paymentId !== '' && !/^[1-9]\d{0,14}$/.test(paymentId)) return { wrong: 'paymentId' }
  if (hours !== '' && !(/^[1-9]\d{0,5}$/.test(hours) && Number(hours) <= MOST_HOURS))
    return { wrong: 'hours' }
  const value: NewFraudValue = {
    listName: given('listName').replace(/^@/, ''),
    type,
    ...(given('value') && { value: given('value') }),
    ...(paymentId && { paymentId: Number(paymentId) }),
    ...(given('label') && { label: given('label') }),
    ...(hours && { durationInSeconds: Number(hours) * HOUR_SECONDS }),
    idempotencyKey: given('once').slice(0, 100) || randomUUID(),
  }
  return { typed: { merchant, value } }
}

/** Where the card of a payment is put on a list: the form, filled so far. */
export function listCardPath(request: UserRequest, { account }: CheckoutRecord, paymentId: number): string {
  const merchant = request.user.merchants.find((name) => account === name || account.startsWith(`${name}:`))
  const filled = {
    type: 'CARD',
    listName: CARD_LIST,
    paymentId: `${paymentId}`,
    ...(merchant && { merchant }),
  }
  return `${fraudPath(request)}?${new URLSearchParams(filled)}#add-value`
}

/** The name that the portal gives it. */
const CARD_LIST = 'blockedCardNumbers'

export function valueForm(request: UserRequest, failed: FailedValue | undefined): Html {
  const { c, lang, user } = request
  const words = fraudWords[lang].add
  const typed = (name: string, otherwise = '') => failed?.form.get(name) ?? c.req.query(name) ?? otherwise
  const option = (value: string, text: string, chosen: boolean) =>
    html`<option value="${value}" ${chosen ? html`selected` : ''}>${text}</option>`
  const type = (each: FraudValueType) => option(each, words.types[each], typed('type', 'IP') === each)
  const text = (name: TextField, help = '', mode = 'text') =>
    field({ name, label: words[name], help, mode, value: typed(name), error: errorOf(words, name, failed) })
  return html`<section class="card" aria-labelledby="add-value"><h2 id="add-value">${words.title}</h2>
    ${failed?.refusal === undefined ? '' : notice(failed.refusal, 'bad')}
    <form class="stack" method="post" action="${fraudPath(request, 'lists')}" autocomplete="off">
      <input type="hidden" name="once" value="${typed('once', randomUUID())}">
      ${user.merchants.length > 1 ? html`<div class="field"><label for="merchant">${words.merchant}</label><select id="merchant" name="merchant">${user.merchants.map((name) => option(name, accountName(request, name), typed('merchant') === name))}</select></div>` : ''}
      ${text('listName', words.listNameHelp)}
      <div class="field"><label for="type">${words.type}</label><select id="type" name="type">${FRAUD_VALUE_TYPES.map(type)}</select></div>
      ${text('value', words.valueHelp)}${text('paymentId', words.paymentIdHelp, 'numeric')}${text('label')}${text('hours', words.hoursHelp, 'numeric')}
      <div class="row"><button class="primary" type="submit">${words.button}</button></div>
    </form></section>`
}

type TextField = 'listName' | 'value' | 'paymentId' | 'label' | 'hours'

const errorOf = ({ wrong }: FraudWords['add'], name: TextField, failed: FailedValue | undefined): string =>
  failed?.wrong === name ? wrong[name] : ''

interface Field {
  readonly name: TextField
  readonly label: string
  readonly help: string
  readonly mode: string
  readonly value: string
  readonly error: string
}

const field = ({ name, label, help, mode, value, error }: Field): Html =>
  html`<div class="field"><label for="${name}">${label}</label>
    <input id="${name}" name="${name}" type="text" inputmode="${mode}" value="${value}" maxlength="255" aria-describedby="${name}-help ${name}-error" ${error ? html`aria-invalid="true"` : ''}>
    <p class="help" id="${name}-help">${help}</p><p class="error" id="${name}-error">${error}</p></div>`
