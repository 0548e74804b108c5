import type { Context } from 'hono'

/** The fields of a posted form, as browsers send them; of anything else none. */
export async function readForm({ req }: Context): Promise<URLSearchParams> {
  const isForm = (req.header('content-type') ?? '').startsWith('application/x-www-form-urlencoded')
  return new URLSearchParams(isForm ? await req.text() : '')
}
