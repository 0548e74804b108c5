/** A sentence in the two languages of the merchant and the shopper. */
export interface Localized {
  readonly tr: string
  readonly en: string
}

/** The sentence in the language of an IETF tag: Turkish for `tr…`, English for every other. */
export function sentenceIn(languageCode: string, sentence: Localized): string
export function sentenceIn(languageCode: string, sentence: Localized | undefined): string | undefined
export function sentenceIn(languageCode: string, sentence: Localized | undefined): string | undefined {
  return languageCode.toLowerCase().startsWith('tr') ? sentence?.tr : sentence?.en
}
