import type { Context } from 'hono'
import { z } from 'zod'

/** The fields of a posted form, as browsers send them. */
export async function readForm(c: Context): Promise<URLSearchParams> {
  return new URLSearchParams(await c.req.text())
}

export type JsonBody<Body> =
  | { readonly ok: true; readonly body: Body }
  | { readonly ok: false; readonly error: string }

/**
 * An empty body is an empty object; anything else must be declared as JSON, which a plain form of a foreign web page
 * cannot do.
 */
export async function readJson<S extends z.ZodType>(c: Context, schema: S): Promise<JsonBody<z.output<S>>> {
  const text = await c.req.text()
  if (!isJson(c.req.header('content-type')) && (text !== '' || c.req.header('origin') !== undefined)) {
    return { ok: false, error: 'Send application/json' }
  }
  const parsed = schema.safeParse(jsonOf(text))
  return parsed.success
    ? { ok: true, body: parsed.data }
    : { ok: false, error: z.prettifyError(parsed.error) }
}

/** Whether a Content-Type is JSON: its media type alone counts, whatever parameters follow (RFC 9110, 8.3.1). */
function isJson(contentType: string | undefined): boolean {
  return contentType?.split(';')[0]?.trim().toLowerCase() === 'application/json'
}

function jsonOf(text: string): unknown {
  try {
    return text === '' ? {} : JSON.parse(text)
  } catch {
    return undefined
  }
}
