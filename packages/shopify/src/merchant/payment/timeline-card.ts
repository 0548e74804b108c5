import { html } from 'hono/html'
import type { NoteRow } from '../../database'
import { type Html, moment } from '../page/marks'
import type { ShopVisit } from '../page/visit'
import { wordFor } from '../words'
import { noteDetails } from './note-details'
import type { PaymentView } from './payment-view'

/** Everything that happened, oldest first. */
export function timelineCard(visit: ShopVisit, { notes, money }: PaymentView): Html {
  const { timeline } = visit.words
  const kindOf = new Map(money.map(({ id, kind }) => [id, visit.words.kinds[kind]]))
  const steps = notes.map((note) => step(visit, note, kindOf.get(note.sessionId)))
  return html`<section class="card" aria-labelledby="timeline"><h2 id="timeline">${timeline.title}</h2>
    ${notes.length === 0 ? html`<p class="empty">${timeline.none}</p>` : html`<ol class="timeline">${steps}</ol>`}</section>`
}

/** `kind` names the refund, capture or void that a note is of. */
function step({ words, lang }: ShopVisit, note: NoteRow, kind: string | undefined): Html {
  const what = wordFor(words.timeline.what, note.what)
  const details = noteDetails(note.facts, words, lang)
  return html`<li>${moment(note.at, lang)}<span><strong>${kind === undefined ? what : `${kind}: ${what}`}</strong></span>
    ${details.length === 0 ? '' : html`<span class="soft">${details.join(' · ')}</span>`}</li>`
}
