import type { Context } from 'hono'

/** The fields of a posted form. */
export async function readForm(c: Context): Promise<URLSearchParams> {
  return new URLSearchParams(await c.req.text())
}
