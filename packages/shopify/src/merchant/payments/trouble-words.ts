import type { Words } from '../words'
import { wordFor } from '../words'

const HTTP = /^http-(\d+)$/

/** Why something is not told, or waits. Codes of our own become words; a sentence is one already. */
export function troubleWords(trouble: string, { reasons }: Words): string {
  const status = HTTP.exec(trouble)?.[1]
  if (status !== undefined) return reasons.http(status)
  const { http: _, ...codes } = reasons
  return wordFor(codes, trouble)
}
