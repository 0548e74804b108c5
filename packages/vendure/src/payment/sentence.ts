import type { Localized } from '@craftgate-commerce/core'

export function sentenceIn(languageCode: string, sentence: Localized): string
export function sentenceIn(languageCode: string, sentence: Localized | undefined): string | undefined
export function sentenceIn(languageCode: string, sentence: Localized | undefined): string | undefined {
  return languageCode.toLowerCase().startsWith('tr') ? sentence?.tr : sentence?.en
}
