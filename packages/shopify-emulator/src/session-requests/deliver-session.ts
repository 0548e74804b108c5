import { setTimeout as sleep } from 'node:timers/promises'
import type { AppOptions } from '../options/options'
import type { SessionAnswer, SessionKind, SessionPoster } from './post-session'
import { redirectUrlIn } from './redirect-url'
import type { SessionSwitches } from './session-switches'

/** Shopify says "several times" and no more than that. */
const RETRY_AFTER_MS = [200, 1000, 3000]
const TIMEOUT_MS = 5000

export interface DeliveryParts {
  readonly poster: SessionPoster
  readonly app: AppOptions
  readonly switches: SessionSwitches
  /** Aborted when the emulator closes: no more tries. */
  readonly closing: AbortSignal
  readonly timing?: { readonly timeoutMs?: number; readonly retryAfterMs?: readonly number[] }
}

export interface Delivery {
  readonly kind: SessionKind
  readonly shop: string
  readonly body: { readonly id: string }
}

/** `answers`: every good one, those of repeated requests too. */
export type Delivered =
  | { readonly ok: true; readonly answers: readonly SessionAnswer[] }
  | { readonly ok: false; readonly reason: string }

/** Tells the app of a session until it answers well or the tries are used up. The id stays the same throughout. */
export async function deliverSession(parts: DeliveryParts, delivery: Delivery): Promise<Delivered> {
  const good: SessionAnswer[] = []
  let reason = 'no answer'
  for (const wait of [0, ...(parts.timing?.retryAfterMs ?? RETRY_AFTER_MS)]) {
    if (!(await waited(wait, parts.closing))) break
    const answers = await tryOnce(parts, delivery)
    const taken = answers.filter((answer) => isGood(delivery.kind, answer))
    good.push(...taken)
    reason = reasonIn(answers)
    if (taken.length > 0 && !isIgnored(parts.switches)) return { ok: true, answers: good }
  }
  return { ok: false, reason }
}

function tryOnce({ poster, app, switches, timing }: DeliveryParts, { kind, shop, body }: Delivery) {
  const post = {
    ...{ url: app.sessionUrls[kind], shop, body },
    apiVersion: app.apiVersion ?? '2026-10',
    timeoutMs: timing?.timeoutMs ?? TIMEOUT_MS,
  }
  return Promise.all(Array.from({ length: switches.copies }, () => poster.post(post)))
}

/** False when the emulator closed meanwhile. */
async function waited(wait: number, signal: AbortSignal): Promise<boolean> {
  if (wait > 0) await sleep(wait, undefined, { signal }).catch(() => undefined)
  return !signal.aborted
}

function isGood(kind: SessionKind, { status, text }: SessionAnswer): boolean {
  if (status < 200 || status > 299) return false
  return kind !== 'payment' || redirectUrlIn(text) !== undefined
}

function isIgnored(switches: SessionSwitches): boolean {
  if (switches.ignoredAnswers === 0) return false
  switches.ignoredAnswers -= 1
  return true
}

function reasonIn(answers: readonly SessionAnswer[]): string {
  const [first] = answers
  if (!first) return 'no answer'
  return first.status === 0 ? first.text : `HTTP ${first.status}`
}
