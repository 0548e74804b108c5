import { setTimeout as sleep } from 'node:timers/promises'
import type { AppOptions } from '../options/options'
import type { SessionAnswer, SessionKind, SessionPoster } from './post-session'
import { redirectUrlIn } from './redirect-url'

/** Shopify says "several times" and no more than that. */
const RETRY_AFTER_MS = [200, 1000, 3000]
const TIMEOUT_MS = 5000

export interface DeliveryDependencies {
  readonly poster: SessionPoster
  readonly app: AppOptions
  readonly faultSettings: SessionFaultSettings
  /** Aborted when the emulator closes: no more attempts. */
  readonly closing: AbortSignal
  readonly timing?: { readonly timeoutMs?: number; readonly retryAfterMs?: readonly number[] }
}

export interface Delivery {
  readonly kind: SessionKind
  readonly shop: string
  readonly body: { readonly id: string }
}

/** `answers`: every good one, those of repeated requests too. */
type DeliveryResult =
  | { readonly ok: true; readonly answers: readonly SessionAnswer[] }
  | { readonly ok: false; readonly reason: string }

/** Posts a session to the app until it answers well or the attempts are used up. The id stays the same throughout. */
export async function deliverSession(
  dependencies: DeliveryDependencies,
  delivery: Delivery,
): Promise<DeliveryResult> {
  const good: SessionAnswer[] = []
  let reason = 'no answer'
  for (const wait of [0, ...(dependencies.timing?.retryAfterMs ?? RETRY_AFTER_MS)]) {
    if (!(await waited(wait, dependencies.closing))) break
    const answers = await tryOnce(dependencies, delivery)
    const taken = answers.filter((answer) => isGood(delivery.kind, answer))
    good.push(...taken)
    reason = reasonIn(answers)
    if (taken.length > 0 && !isIgnored(dependencies.faultSettings)) return { ok: true, answers: good }
  }
  return { ok: false, reason }
}

function tryOnce(
  { poster, app, faultSettings, timing }: DeliveryDependencies,
  { kind, shop, body }: Delivery,
) {
  const post = {
    ...{ url: app.sessionUrls[kind], shop, body },
    apiVersion: app.apiVersion ?? '2026-10',
    timeoutMs: timing?.timeoutMs ?? TIMEOUT_MS,
  }
  return Promise.all(Array.from({ length: faultSettings.copies }, () => poster.post(post)))
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

function isIgnored(faultSettings: SessionFaultSettings): boolean {
  if (faultSettings.ignoredAnswers === 0) return false
  faultSettings.ignoredAnswers -= 1
  return true
}

function reasonIn(answers: readonly SessionAnswer[]): string {
  const [first] = answers
  if (!first) return 'no answer'
  return first.status === 0 ? first.text : `HTTP ${first.status}`
}

/** What goes wrong on purpose with the next session requests. */
export interface SessionFaultSettings {
  /** Every try is made this often, in parallel; 1 is what Shopify does. */
  copies: number
  /** So many answers are thrown away as if they had come too late. */
  ignoredAnswers: number
}

export const defaultSessionFaults = (): SessionFaultSettings => ({ copies: 1, ignoredAnswers: 0 })

/** `proposed_at` as Shopify writes it, without milliseconds: "2026-11-24T00:00:00Z". */
export const proposedAt = (moment: number): string => `${new Date(moment).toISOString().slice(0, 19)}Z`
