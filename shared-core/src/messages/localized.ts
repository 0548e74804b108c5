/** A sentence in the two languages of the merchant and the shopper. */
export interface Localized {
  readonly tr: string
  readonly en: string
}

/** An IETF language tag; a job of the shop may have none. */
type LanguageTag = string | undefined

/** The sentence in this language: Turkish for `tr…`, English for every other. */
export function sentenceIn(languageCode: LanguageTag, sentence: Localized): string
export function sentenceIn(languageCode: LanguageTag, sentence: Localized | undefined): string | undefined
export function sentenceIn(languageCode: LanguageTag, sentence: Localized | undefined): string | undefined {
  return languageCode?.toLowerCase().startsWith('tr') ? sentence?.tr : sentence?.en
}
