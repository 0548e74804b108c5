import type { Localized } from '../messages/localized'
import { SETUP_MESSAGES, type SetupCode, type SetupStatus } from '../messages/setup'

/** In the order that people read them. */
export const SETUP_CHECKS = [
  'keys',
  'addresses',
  'webhook-key',
  'poses',
  'installments',
  'methods',
  'clock',
  'go-live',
  'versions',
] as const

export type SetupCheckName = (typeof SETUP_CHECKS)[number]

/** What a check found; `about`: what stands for `{about}` in its message. Never a secret. */
export interface Found {
  readonly code: SetupCode
  readonly about?: string | Localized
}

/** What a check found, in words. */
export interface SetupFinding {
  readonly check: SetupCheckName
  readonly code: SetupCode
  readonly status: SetupStatus
  readonly text: Localized
  /** What to do. */
  readonly remedy?: Localized
}

export function findingOf(check: SetupCheckName, { code, about = '' }: Found): SetupFinding {
  const message: { readonly text: Localized; readonly remedy?: Localized } = SETUP_MESSAGES[code]
  const told = typeof about === 'string' ? { tr: about, en: about } : about
  const fill = ({ tr, en }: Localized): Localized => ({
    tr: tr.replaceAll('{about}', () => told.tr),
    en: en.replaceAll('{about}', () => told.en),
  })
  const { status } = SETUP_MESSAGES[code]
  return {
    ...{ check, code, status },
    text: fill(message.text),
    ...(message.remedy && { remedy: fill(message.remedy) }),
  }
}
