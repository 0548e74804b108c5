import type { Localized } from '@craftgate-commerce/core'
import type { Lang } from '../words'

/** What a platform said of a money call, in its own words or in both languages. */
export const sentenceOf = (lang: Lang, message: Localized | string | undefined): string =>
  typeof message === 'object' ? message[lang] : (message ?? '')
