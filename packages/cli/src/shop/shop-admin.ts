import type { ReconcilePart, ReconcileReport, RetentionReport } from '@craftgate-commerce/core'
import { z } from '@craftgate-commerce/core/adapter'
import { UsageError } from '../terminal'

/**
 * What the administration of a running shop does when it is asked, in parts of seconds that are never cut off, so that their sum
 * is right. Each throws with the shop's own words.
 */
export interface ShopAdmin {
  /** Asks Craftgate about a part of what is due: the first one, or the one after `next` of a report. */
  reconcile(part: ReconcilePart): Promise<ReconcileReport>
  /** Deletes a part of what is old, in seconds; nothing is left when it answers zeros. */
  applyRetention(): Promise<RetentionReport>
}

/** Where the administration answers, and who asks. */
export interface AdminLogin {
  readonly url: string
  readonly user: string
  readonly password: string
  /** Ends the log-in when nobody waits for it any more. */
  readonly signal: AbortSignal
}

export const reconcileReport = z.object({
  checkouts: z.number(),
  operations: z.number(),
  problems: z.array(z.string()),
  // GraphQL answers null for what is absent.
  next: z
    .string()
    .nullish()
    .transform((next) => next ?? undefined),
})
export const retentionReport = z.object({ paid: z.number(), unpaid: z.number(), webhooks: z.number() })

export const refusedLogin = ({ url, user }: AdminLogin): UsageError =>
  new UsageError(
    `${url} does not let ${user} in`,
    'Put an administrator of the shop in CRAFTGATE_ADMIN_USER and CRAFTGATE_ADMIN_PASSWORD',
  )

/** The JSON that was answered, with its status. Throws Error that names the address when nobody answers, or not in JSON. */
export async function askJson(
  url: string,
  init: RequestInit,
): Promise<{ readonly status: number; readonly headers: Headers; readonly json: unknown }> {
  const response = await fetch(url, init).catch((error: unknown) => {
    throw new Error(
      `${url} does not answer${error instanceof Error && error.name === 'AbortError' ? ': stopped' : ''}`,
    )
  })
  const text = await response.text()
  try {
    return { status: response.status, headers: response.headers, json: JSON.parse(text) }
  } catch {
    throw new Error(`${url} answers ${response.status}, and no JSON: is it the shop's administration?`)
  }
}
