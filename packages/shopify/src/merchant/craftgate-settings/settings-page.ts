import { html } from 'hono/html'
import { basePathOf, type Mode } from '../../tenant'
import { badge, type Html, moment } from '../page/marks'
import { answerPage } from '../page/shell'
import { facts } from '../page/tables'
import type { Answer, ShopVisit } from '../page/visit'
import { keysForm } from './keys-fields'
import { lastFour } from './saved-keys'
import type { Settings } from './settings'

/** The Craftgate account of one mode. */
export function settingsPage(visit: ShopVisit, settings: Settings): Answer {
  const { words, shop } = visit
  const { mode, problem } = settings
  return answerPage(visit, {
    title: words.keys.title[mode],
    status: problem === undefined ? 200 : (problem.status ?? 422),
    shop,
    section: 'overview',
    body: html`<div class="columns">
      <section class="card" aria-label="${words.keys.title[mode]}"><p class="soft">${words.keys.lead}</p>${keysForm(visit, settings)}</section>
      <div class="side">${savedCard(visit, settings)}${webhookCard(visit, mode)}</div>
    </div>`,
  })
}

function savedCard({ words, lang }: ShopVisit, { mode, saved, changedAt }: Settings): Html {
  const { connected, notConnected, unreadable, current, changedAt: changed, remove } = words.keys
  if (saved === undefined) return html`<section class="card"><p>${badge(notConnected, 'warn')}</p></section>`
  const state = saved === 'unreadable' ? html`<p>${badge(unreadable, 'bad')}</p>` : badge(connected, 'good')
  return html`<section class="card"><p>${state}</p>
    ${facts([
      [current, saved === 'unreadable' ? undefined : html`<code>${lastFour(saved.apiKey)}</code>`],
      [changed, changedAt && moment(changedAt, lang)],
    ])}
    <p><a class="button danger" href="/settings/craftgate/${mode}/remove">${remove}</a></p></section>`
}

/** A merchant copies it into Craftgate's panel. */
function webhookCard({ words, parts, shop }: ShopVisit, mode: Mode): Html {
  const { webhookTitle, webhookText, webhookUrl } = words.keys
  const url = `${parts.house.options.publicUrl}${basePathOf({ shop, mode })}/webhook`
  return html`<section class="card" aria-labelledby="webhook"><h2 id="webhook">${webhookTitle}</h2><p>${webhookText}</p>
    <div class="field"><label for="webhook-url">${webhookUrl}</label><input id="webhook-url" type="text" readonly value="${url}"></div></section>`
}
