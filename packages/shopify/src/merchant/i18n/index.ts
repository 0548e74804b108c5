// Every word that a merchant reads, in two languages.
import { en } from './en'
import { type Messages, tr } from './tr'

export type { Messages }
export type Lang = 'tr' | 'en'

const messages: Readonly<Record<Lang, Messages>> = { tr, en }

export const messagesFor = (lang: Lang): Messages => messages[lang]

/** The word for a code, or the code itself when there is none. */
export const labelFor = (table: Readonly<Record<string, string>>, code: string): string =>
  Object.hasOwn(table, code) ? (table[code] ?? code) : code

const HTTP = /^http-(\d+)$/
/** What Shopify refused with, before its own words. */
const REFUSAL = /^([A-Z_]+): /

/** Why something is not reported to Shopify yet, or waits. Codes of our own become words; a sentence is one already. */
export function errorLabel(lastError: string, { reasons }: Messages): string {
  const status = HTTP.exec(lastError)?.[1]
  if (status !== undefined) return reasons.http(status)
  const { http: _, ...codes } = reasons
  const code = REFUSAL.exec(lastError)?.[1]
  return code !== undefined && Object.hasOwn(codes, code) ? labelFor(codes, code) : labelFor(codes, lastError)
}
