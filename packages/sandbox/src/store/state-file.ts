import { loadState } from '@craftgate-commerce/emulator-kit'
import { z } from 'zod'
import { emptyState, type State } from '../engine/state'

const list = z.array(z.looseObject({}))
const schema = z.object({
  lastIds: z.record(z.string(), z.number().int()),
  webhookKeys: z.record(z.string(), z.string()).default({}),
  savedAt: z.number().optional(),
  payments: list,
  checkouts: list,
  refunds: list,
  transactionRefunds: list,
  threeDSessions: list,
  storedCards: list,
  fraudChecks: list,
  webhooks: list,
  idempotentResults: list.default([]),
})

/** What an earlier run left, or the empty state. Throws one line when the file is broken. */
export const loadSandboxState = (path: string | undefined): State =>
  loadState(path, { schema, empty: emptyState })
