import type { PaymentCard } from '../cards/card'
import { allTestCards, type TestCard } from '../cards/test-card'

/** The documented card that an app charges: one of the family at home, a foreign one in a foreign currency. */
export function cardBehind(brand: string, currency: string): TestCard {
  const found = [...allTestCards().values()].find(({ bin, fails }) => {
    const suits = currency === 'TRY' ? bin.brand === brand && !bin.commercial : bin.foreign
    return suits && bin.type === 'CREDIT_CARD' && Object.keys(fails).length === 0
  })
  if (!found) throw new Error(`No documented card of the family ${brand} can pay`)
  return found
}

export const factsOfCard = ({ bin, lastFour }: TestCard): PaymentCard => ({
  bin: bin.bin,
  lastFour,
  holder: 'Haluk Demir',
  stored: false,
  storeAfterSuccess: false,
  expireYear: '2044',
  expireMonth: '07',
})
