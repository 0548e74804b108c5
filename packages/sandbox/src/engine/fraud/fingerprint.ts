import { createHash } from 'node:crypto'
import type { PaymentCard } from '../cards/card'

/** What a list keeps of a card; made of what is known of one, as no number is kept. */
export const fingerprintOf = ({ bin, lastFour }: Pick<PaymentCard, 'bin' | 'lastFour'>): string =>
  createHash('sha256').update(`${bin}|${lastFour}`, 'utf8').digest('hex')
