import { z } from 'zod'
import { switchNames } from './console-data'

/** What a button of the console asks for. Form fields arrive as text. */
const consoleAction = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('resend'), id: z.string().min(1) }),
  z.strictObject({ action: z.literal('advance'), seconds: z.coerce.number().int().min(1).max(31_536_000) }),
  z.strictObject({ action: z.literal('switch'), name: z.enum(switchNames), on: z.enum(['true', 'false']) }),
  z.strictObject({ action: z.literal('next-payment'), value: z.enum(['REVIEW', 'BLOCK', 'none']) }),
  z.strictObject({ action: z.literal('next-refund'), value: z.enum(['WAITING', 'FAILURE', 'none']) }),
  z.strictObject({ action: z.literal('end-refunds'), value: z.enum(['SUCCESS', 'FAILURE']) }),
  z.strictObject({
    action: z.literal('fault'),
    value: z.enum(['drop-after', 'drop-before', 'error-500', 'error-503', 'delay']),
  }),
  z.strictObject({
    action: z.literal('payout'),
    step: z.enum(['upload', 'approve', 'bounce']),
    id: z.coerce.number().int(),
    apiKey: z.string().min(1),
  }),
  z.strictObject({
    action: z.literal('fraud-check'),
    id: z.coerce.number().int(),
    status: z.enum(['FRAUD', 'NOT_FRAUD']),
    apiKey: z.string().min(1),
  }),
  z.strictObject({ action: z.literal('honest') }),
])

export type ConsoleAction = z.infer<typeof consoleAction>

/**
 * Reads posted form fields; undefined when they are no action of the console. The form's field is called `do`: one
 * called `action` would hide the form's own action from scripts.
 */
export function readAction(fields: URLSearchParams): ConsoleAction | undefined {
  const { do: action, ...rest } = Object.fromEntries(fields)
  const result = consoleAction.safeParse({ ...rest, action })
  return result.success ? result.data : undefined
}
