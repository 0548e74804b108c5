import type { PanelEvent } from '@craftgate-commerce/panel'
import type { SessionEventRow, SessionRow } from '../../../database'
import { type Lang, labelFor, messagesFor } from '../../i18n'
import { eventDetails } from './labels'

interface Happened {
  readonly events: readonly SessionEventRow[]
  /** Refunds, captures and voids of the payment. */
  readonly transactions: readonly SessionRow[]
}

/** What happened to a payment at Shopify, and to the refunds, captures and voids that it asked for, oldest first. */
export function shopifyEvents({ events, transactions }: Happened): readonly PanelEvent[] {
  const kindOf = new Map(transactions.map(({ id, kind }) => [id, kind]))
  return events.map((event) => {
    const text = (lang: Lang) => textIn(lang, event, kindOf.get(event.sessionId))
    return { at: event.at, text: { tr: text('tr'), en: text('en') } }
  })
}

/** `kind` names the refund, capture or void that it happened to. */
function textIn(lang: Lang, event: SessionEventRow, kind: SessionRow['kind'] | undefined): string {
  const messages = messagesFor(lang)
  const what = labelFor(messages.timeline.what, event.what)
  const named = kind === undefined ? what : `${messages.kinds[kind]}: ${what}`
  return [named, ...eventDetails(event.facts, messages, lang)].join(' · ')
}
