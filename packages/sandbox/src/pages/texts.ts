import type { Lang } from './page-options'
import { en } from './texts-en'
import { es } from './texts-es'
import { type Texts, tr } from './texts-tr'

export type { Texts }

const texts: Record<Lang, Texts> = { tr, en, es }

/** Every word that a page says, in the shopper's language. */
export const textsOf = (lang: Lang): Texts => texts[lang]
