import type { TransferMatch } from '@craftgate-commerce/core'
import type { Lang } from '../words'
import { transferWords } from './words'

/** Why an order is suggested, in words. */
export function reasonsText({ reasons }: TransferMatch, lang: Lang): string {
  const words = transferWords[lang]
  return reasons.length === 0 ? words.sought : reasons.map((reason) => words.reasons[reason]).join(', ')
}
