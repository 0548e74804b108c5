import { LanguageCode } from '@vendure/core'
import type { Bilingual } from '../zerdali'

/** The rows that Vendure keeps for a text in two languages. */
export function translations<T extends object>(rows: { readonly tr: T; readonly en: T }) {
  return [
    { languageCode: LanguageCode.tr, ...rows.tr },
    { languageCode: LanguageCode.en, ...rows.en },
  ]
}

/** Translations of something that has a name only. */
export function named(name: Bilingual) {
  return translations({ tr: { name: name.tr }, en: { name: name.en } })
}

/** Translations of something with a name and a description. */
export function described(name: Bilingual, description: Bilingual = { tr: '', en: '' }) {
  return translations({
    tr: { name: name.tr, description: description.tr },
    en: { name: name.en, description: description.en },
  })
}

export function configurable(code: string, args: Readonly<Record<string, string | number | boolean>> = {}) {
  return { code, arguments: Object.entries(args).map(([name, value]) => ({ name, value: String(value) })) }
}
