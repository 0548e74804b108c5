// Every word that a merchant reads, in two languages.
import { en } from './en'
import { tr, type Words } from './tr'

export type { Words }
export type Lang = 'tr' | 'en'

const words: Readonly<Record<Lang, Words>> = { tr, en }

export const wordsOf = (lang: Lang): Words => words[lang]

/** The word for a code, or the code itself when there is none. */
export const wordFor = (table: Readonly<Record<string, string>>, code: string): string =>
  Object.hasOwn(table, code) ? (table[code] ?? code) : code
