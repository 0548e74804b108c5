import type { ReconcileReport, RetentionReport } from '@craftgate-commerce/core'
import { z } from '@craftgate-commerce/core/adapter'
import { UsageError } from '../terminal'

/** What the administration of a running shop does when it is asked. Each throws with the shop's own words. */
export interface ShopAdmin {
  reconcile(): Promise<ReconcileReport>
  /** Deletes a part of what is old, in seconds; nothing is left when it answers zeros. Never cut off, so that the sum is right. */
  applyRetention(): Promise<RetentionReport>
}

/** Where the administration answers, and who asks. */
export interface AdminLogin {
  readonly url: string
  readonly user: string
  readonly password: string
  /** Ends `reconcile`, which may take minutes, when nobody waits for it any more. */
  readonly signal: AbortSignal
}

export const reconcileReport = z.object({
  checkouts: z.number(),
  operations: z.number(),
  problems: z.array(z.string()),
})
export const retentionReport = z.object({ paid: z.number(), unpaid: z.number(), webhooks: z.number() })

export const refusedLogin = ({ url, user }: AdminLogin): UsageError =>
  new UsageError(`${url} does not let ${user} in; see CRAFTGATE_ADMIN_USER and CRAFTGATE_ADMIN_PASSWORD`)

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
