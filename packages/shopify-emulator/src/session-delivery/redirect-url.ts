import { z } from 'zod'

const LONGEST = 8192

const answer = z.object({ redirect_url: z.string() })

/** The address in the app's answer; undefined unless it is an absolute http(s) URL of fewer than 8192 bytes. */
export function redirectUrlIn(text: string): string | undefined {
  const parsed = answer.safeParse(jsonOf(text))
  if (!parsed.success) return undefined
  const url = parsed.data.redirect_url
  if (Buffer.byteLength(url) >= LONGEST || !URL.canParse(url)) return undefined
  return /^https?:$/.test(new URL(url).protocol) ? url : undefined
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
