import type { MoneyIntent } from '../platform'
import { absence } from './absence'
import { callFor } from './call/call-for'
import { recordAnswer, writeLegs } from './record-answer'
import type { Step } from './run'
import { sendLeg } from './send-leg'

/**
 * A leg that was sent and whose answer is not known is asked about. When it surely did not happen it is sent again,
 * with the same key; but what Craftgate answered with an error is not, it is refused.
 */
export async function settleSent(step: Step): Promise<MoneyIntent> {
  const { intent, leg, run } = step
  const answer = await callFor(step).ask()
  if (answer.is !== 'absent') return recordAnswer(step, answer)
  const now = run.clock()
  switch (absence(leg, now, run.moneyMs)) {
    case 'too-early':
    case 'missed-again-too-soon':
      return intent
    case 'first-miss':
      return writeLegs(step, [{ ...leg, missedAt: now.toISOString() }])
    case 'sure':
      return intent.error ? recordAnswer(step, { is: 'failed', error: intent.error }) : sendLeg(step)
  }
}
