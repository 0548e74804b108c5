// The words of the storefront, in Turkish and English.
import type { Language } from '../backend'
import { en } from './en'
import { type Dictionary, tr } from './tr'

export type Word = keyof Dictionary

/** Says a word in a language, with `{name}` placeholders filled. */
export type Say = (word: Word, values?: Readonly<Record<string, string | number>>) => string

const dictionaries: Readonly<Record<Language, Dictionary>> = { tr, en }

export function sayIn(language: Language): Say {
  return (word, values = {}) =>
    dictionaries[language][word].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}
