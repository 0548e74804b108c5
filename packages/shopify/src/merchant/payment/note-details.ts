import { describeErrorGroup, sentenceIn } from '@craftgate-commerce/core'
import type { NoteRow } from '../../database'
import { troubleWords } from '../payments/trouble-words'
import { type Lang, type Words, wordFor } from '../words'

type InWords = (value: string, words: Words, lang: Lang) => string

const PHASES: Readonly<Record<string, keyof Words['states']>> = {
  captured: 'paid',
  authorized: 'authorized',
  review: 'review',
}

/** How each fact of the timeline reads. One that is new is shown with its name. */
const FACTS: Readonly<Record<string, InWords>> = {
  operation: (value, { operations }) => wordFor(operations, value),
  why: (value, words) => troubleWords(value, words),
  tries: (value, { timeline }) => timeline.tries(value),
  payment: (value, { timeline }) => timeline.payment(value),
  group: (value, _, lang) => `${sentenceIn(lang, describeErrorGroup(value).merchant)} (${value})`,
  kind: (value, words) => kindWords(value, words),
}

export const noteDetails = (facts: NoteRow['facts'], words: Words, lang: Lang): string[] =>
  Object.entries(facts)
    .filter(([, value]) => value !== '')
    .map(([name, value]) =>
      Object.hasOwn(FACTS, name) ? (FACTS[name]?.(value, words, lang) ?? value) : `${name}: ${value}`,
    )

/** Of an outcome, of a phase or of a money session. */
function kindWords(value: string, { states, kinds, payment }: Words): string {
  const state = Object.hasOwn(PHASES, value) ? PHASES[value] : undefined
  return state === undefined ? wordFor({ ...kinds, ...payment.phases }, value) : states[state]
}
