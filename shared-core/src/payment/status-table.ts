import type { PaymentFacts, PaymentOutcome } from './outcome'

export type PaymentStatus = 'SUCCESS' | 'FAILURE' | 'INIT_THREEDS' | 'CALLBACK_THREEDS' | 'WAITING'
type Phase = PaymentFacts['phase']
type FraudAction = 'BLOCK' | 'REVIEW'
export type PaymentKind = Extract<
  PaymentOutcome['kind'],
  'captured' | 'authorized' | 'review' | 'declined' | 'pending'
>

export interface StatusRow {
  readonly status: PaymentStatus
  readonly phase: Phase | 'any'
  readonly fraud: FraudAction | 'none' | 'any'
  readonly means: PaymentKind
}

/** The one table from Craftgate's words to ours; the first row that fits wins. What fits none is pending, never paid. */
export const STATUS_TABLE: readonly StatusRow[] = [
  { status: 'SUCCESS', phase: 'any', fraud: 'BLOCK', means: 'declined' },
  { status: 'SUCCESS', phase: 'any', fraud: 'REVIEW', means: 'review' },
  { status: 'SUCCESS', phase: 'AUTH', fraud: 'none', means: 'captured' },
  { status: 'SUCCESS', phase: 'POST_AUTH', fraud: 'none', means: 'captured' },
  { status: 'SUCCESS', phase: 'PRE_AUTH', fraud: 'none', means: 'authorized' },
  { status: 'FAILURE', phase: 'any', fraud: 'any', means: 'declined' },
  { status: 'INIT_THREEDS', phase: 'any', fraud: 'BLOCK', means: 'declined' },
  { status: 'CALLBACK_THREEDS', phase: 'any', fraud: 'BLOCK', means: 'declined' },
  { status: 'WAITING', phase: 'any', fraud: 'BLOCK', means: 'declined' },
  { status: 'INIT_THREEDS', phase: 'any', fraud: 'any', means: 'pending' },
  { status: 'CALLBACK_THREEDS', phase: 'any', fraud: 'any', means: 'pending' },
  { status: 'WAITING', phase: 'any', fraud: 'any', means: 'pending' },
]

/** Craftgate's own words, as they came; any of them may be missing or new. */
export interface StatusWords {
  readonly status?: string
  readonly phase?: string
  readonly fraudAction?: string
}

/** Undefined: Craftgate said something that this version does not know. */
export function kindOf(words: StatusWords): PaymentKind | undefined {
  const fits = (row: StatusRow): boolean =>
    row.status === words.status &&
    (row.phase === 'any' || row.phase === words.phase) &&
    (row.fraud === 'any' || row.fraud === (words.fraudAction ?? 'none'))
  return STATUS_TABLE.find(fits)?.means
}

export const phaseOf = (word: string | undefined): Phase | undefined =>
  word === 'AUTH' || word === 'PRE_AUTH' || word === 'POST_AUTH' ? word : undefined

export const fraudActionOf = (word: string | undefined): FraudAction | undefined =>
  word === 'BLOCK' || word === 'REVIEW' ? word : undefined
