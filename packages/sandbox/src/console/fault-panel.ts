import { html } from 'hono/html'
import { actionButton, type Html, moment } from './components'
import type { ConsoleData, SwitchName } from './console-data'

const steps = [
  ['+ 30 s', 30],
  ['+ 10 min', 600],
  ['+ 1 hour', 3600],
  ['+ 1 day', 86_400],
] as const

const faultSettings: readonly (readonly [SwitchName, string])[] = [
  ['dropCallbacks', 'Lose callbacks'],
  ['duplicateCallbacks', 'Callbacks twice'],
  ['dropWebhooks', 'Lose webhooks'],
  ['duplicateWebhooks', 'Webhooks twice'],
  ['reorderWebhooks', 'Reorder webhooks'],
  ['pauseWebhooks', 'Pause webhooks'],
]

const faults = [
  ['Drop before', 'drop-before'],
  ['Drop after commit', 'drop-after'],
  ['Answer 500', 'error-500'],
  ['Answer 503', 'error-503'],
  ['Delay', 'delay'],
] as const

/** The clock and everything that breaks things on purpose. */
export function controls(data: ConsoleData): Html {
  return html`<section id="controls" class="card">
    <h2>Clock</h2>
    <p class="now">${moment(data.now)} <small>${speed(data.timeScale)}</small></p>
    <div class="row">${steps.map(([label, seconds]) => actionButton(label, { do: 'advance', seconds: String(seconds) }))}</div>
    <h2>Until turned off</h2>
    <div class="row">${faultSettings.map(([name, label]) => toggle(name, label, data.faultSettings[name]))}</div>
    <h2>Next payment</h2>
    <div class="row">${choices('next-payment', ['REVIEW', 'BLOCK'], data.faultSettings.nextPayment)}</div>
    <h2>Next refund</h2>
    <div class="row">${choices('next-refund', ['WAITING', 'FAILURE'], data.faultSettings.nextRefund)}</div>
    ${endOfRefunds(data)}
    <h2>Next API request</h2>
    <div class="row">${faults.map(([label, value]) => actionButton(label, { do: 'fault', value }))}</div>
    ${data.faultSettings.faults.length === 0 ? '' : html`<ul class="waiting">${data.faultSettings.faults.map((fault) => html`<li>${fault}</li>`)}</ul>`}
    <div class="row end">${actionButton('Be honest again', { do: 'honest' })}</div>
  </section>`
}

/** What the bank says of the refunds that it keeps waiting. */
function endOfRefunds({ refunds, walletRefunds }: ConsoleData): Html | string {
  const waiting = [...refunds, ...walletRefunds].filter(({ status }) => status === 'WAITING')
  if (waiting.length === 0) return ''
  return html`<h2>${waiting.length} waiting</h2>
    <div class="row">${actionButton('Bank gives back', { do: 'end-refunds', value: 'SUCCESS' })}${actionButton('Bank refuses', { do: 'end-refunds', value: 'FAILURE' })}</div>`
}

const toggle = (name: SwitchName, label: string, on: boolean): Html =>
  actionButton(label, { do: 'switch', name, on: String(!on) }, on)

const choices = (action: string, values: readonly string[], chosen: string | undefined): Html[] =>
  values.map((value) =>
    actionButton(value, { do: action, value: value === chosen ? 'none' : value }, value === chosen),
  )

function speed(timeScale: number): string {
  if (timeScale === 0) return 'stands still'
  return timeScale === 1 ? 'sandbox time, Istanbul' : `sandbox time, Istanbul, ${timeScale} times faster`
}
