import type { MethodLabel } from '../engine/methods/method'
import { en } from './method-texts-en'
import { es } from './method-texts-es'
import { type MethodTexts, tr } from './method-texts-tr'
import type { Lang } from './page-options'

export type { MethodTexts }

const texts: Record<Lang, MethodTexts> = { tr, en, es }

/** What the tabs and the providers' pages say. */
export const methodTextsOf = (lang: Lang): MethodTexts => texts[lang]

/** The name of a way to pay. */
export const labelOf = ({ label }: { readonly label: MethodLabel }, lang: Lang): string =>
  label[lang] ?? label.en

/** The engine's sentence is Turkish; the page says its own where it has one. */
export function methodError(field: string, description: string, lang: Lang): string {
  const { invalid } = texts[lang]
  return field in invalid ? invalid[field as keyof MethodTexts['invalid']] : description
}
