import { readFileSync } from 'node:fs'
import { alertFields, platformEvents } from './platform-events.mjs'
import { cell, code, table } from './table.mjs'

/** What the shop does when it hears of an event, by the function that does it. */
const LEADS_TO = {
  settleToken: 'Asks Craftgate for the payment page with this token, and the order follows.',
  settlePayment: 'Asks Craftgate for this payment, and the order follows.',
  settleTicket: 'Asks for the payment of this ticket; when the shopper approved it, the money is taken.',
  noteTransfer: 'Asks for the transfer and keeps it for a person to match with orders.',
  resumeRefund: 'Asks which payment the refund belongs to, and carries on what is open of it.',
  resumeWallet: 'Asks about open operations of this wallet.',
  askAboutPayouts: 'Asks about open withdrawals, and about payouts that bounced.',
  tellOfPos: 'Asks whether Autopilot has the POS open, and logs it.',
}

export function eventsPage(description) {
  const types = description.components.schemas.WebhookEventType.enum
  const source = readFileSync('shared-core/src/http/webhook-events.ts', 'utf8')
  const [, acts = ''] = /const ACTS[^{]*\{([^}]*)\}/.exec(source) ?? []
  const done = new Map([...acts.matchAll(/(\w+): (\w+),/g)].map(([, type, work]) => [type, work]))
  const rows = types.map((type) => {
    const work = done.get(type)
    if (work !== undefined && LEADS_TO[work] === undefined)
      throw new Error(`${work} of ${type} has no sentence here`)
    return [code(type), cell(LEADS_TO[work] ?? 'Acknowledged and logged; nothing follows.')]
  })
  const { description: about } = description.webhooks.notification.post
  return `# Events

## From Craftgate: webhooks

${about}

None is believed: an event only says what to ask Craftgate about. The webhook address answers 200 after it has acted; 400 for
what cannot be read, 401 for a wrong signature, and 5xx when it could not act, so that Craftgate delivers again. A type that is
not listed is acknowledged.

${table(['event', 'what the shop does'], rows)}

## To the shop: events of the platform

Those of alerts are published where the option \`alerts\` is given, at least once for each \`id\`. The merchant’s
[webhook of alerts](../guides/operations#alerts) is sent the same by every shop.

${table(
  ['shop', 'event', 'meaning'],
  platformEvents().map(({ shop, event, doc }) => [shop, code(event), cell(doc)]),
)}

### An alert

${table(['field', 'meaning'], alertFields())}
`
}
