// Every word that a merchant reads, in two languages.
import { en } from './en'
import { tr, type Words } from './tr'

export type { Words }
export type Lang = 'tr' | 'en'

const WORDS: Readonly<Record<Lang, Words>> = { tr, en }

export const wordsIn = (lang: Lang): Words => WORDS[lang]

/** The words of one capability, which stand in its folder. Turkish says what words there are. */
export const inBothLanguages = <W extends object>(tr: W, en: NoInfer<W>): Readonly<Record<Lang, W>> => ({
  tr,
  en,
})
