import { sentenceIn } from '@craftgate-commerce/core/adapter'
import { describeErrorGroup } from '@craftgate-commerce/core/client'
import type { SessionEventRow, SessionRow } from '../../../database'
import { errorLabel, type Lang, labelFor, type Messages } from '../../i18n'

/** How Shopify was answered about a session, with the reason that was given; undefined without a resolution. */
export function resolutionLabel(
  { resolution }: Pick<SessionRow, 'resolution'>,
  messages: Messages,
): string | undefined {
  if (resolution === null) return undefined
  const why = rejectionReason(resolution)
  const answer = labelFor(messages.mutations, resolution.mutation)
  return why === undefined ? answer : `${answer}: ${why}`
}

function rejectionReason(resolution: NonNullable<SessionRow['resolution']>): string | undefined {
  if (!('reason' in resolution) || typeof resolution.reason === 'string') return undefined
  return `${resolution.reason.merchantMessage} (${resolution.reason.code})`
}

type InWords = (value: string, messages: Messages, lang: Lang) => string

const PHASES: Readonly<Record<string, keyof Messages['states']>> = {
  captured: 'paid',
  authorized: 'authorized',
  review: 'review',
}

/** How each fact of the timeline reads. One that is new is shown with its name. */
const FACTS: Readonly<Record<string, InWords>> = {
  mutation: (value, { mutations }) => labelFor(mutations, value),
  why: (value, messages) => errorLabel(value, messages),
  attempts: (value, { timeline }) => timeline.attempts(value),
  payment: (value, { timeline }) => timeline.payment(value),
  group: (value, _, lang) => `${sentenceIn(lang, describeErrorGroup(value).merchant)} (${value})`,
  kind: (value, messages) => kindLabel(value, messages),
}

export const eventDetails = (facts: SessionEventRow['facts'], messages: Messages, lang: Lang): string[] =>
  Object.entries(facts)
    .filter(([, value]) => value !== '')
    .map(([name, value]) =>
      Object.hasOwn(FACTS, name) ? (FACTS[name]?.(value, messages, lang) ?? value) : `${name}: ${value}`,
    )

/** Of an outcome, of a phase or of a transaction session. */
function kindLabel(value: string, { states, kinds, payment }: Messages): string {
  const state = Object.hasOwn(PHASES, value) ? PHASES[value] : undefined
  return state === undefined ? labelFor({ ...kinds, ...payment.phases }, value) : states[state]
}
