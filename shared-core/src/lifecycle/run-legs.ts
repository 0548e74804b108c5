import type { IntentLeg, MoneyIntent } from '../platform'
import { callFor } from './call/call-for'
import { recordAnswer } from './record-answer'
import type { Run, Step } from './run'
import { sendLeg } from './send-leg'
import { settleSent } from './settle-sent'

/**
 * Brings every leg as far as it gets now, one after the other. The first leg that is refused ends the call: what moved
 * stays moved, later legs are not sent. A leg whose answer is not known holds the later ones back.
 * Every step is written down before the next; whatever throws, the store tells where to go on.
 */
export async function runLegs(start: MoneyIntent, run: Run): Promise<MoneyIntent> {
  let intent = start
  for (let at = 0; at < intent.legs.length; at += 1) {
    const leg = intent.legs[at]
    if (leg === undefined || hasEnded(leg, intent)) continue
    intent = await advance({ intent, leg, run })
    if (isHeldUp(intent, leg.key)) return intent
  }
  return intent
}

function hasEnded(leg: IntentLeg, { legs }: MoneyIntent): boolean {
  if (leg.state === 'planned') return legs.some(({ state }) => state === 'failed')
  return leg.state === 'done' || leg.state === 'failed'
}

function isHeldUp({ legs }: MoneyIntent, key: string): boolean {
  return legs.some((leg) => leg.key === key && (leg.state === 'sent' || leg.state === 'planned'))
}

async function advance(step: Step): Promise<MoneyIntent> {
  if (step.leg.state === 'planned') return sendLeg(step)
  if (step.leg.state === 'sent') return settleSent(step)
  return recordAnswer(step, await callFor(step).follow())
}
