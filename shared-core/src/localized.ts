/** A sentence in the two languages of the merchant and the shopper. */
export interface Localized {
  readonly tr: string
  readonly en: string
}
