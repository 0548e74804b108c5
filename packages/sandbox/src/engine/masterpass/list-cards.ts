import { cardByNumber } from '../cards/test-card'

interface AccountCard {
  readonly Name: string
  /** The first digits, and the last four. */
  readonly Value1: string
}

/** The documented cards of every account, by names as their owner gave them. */
const ACCOUNT: readonly AccountCard[] = [
  { name: 'Bonus kartım', number: '5209220000000002' },
  { name: 'Puanlı kartım', number: '4043080000000003' },
  { name: 'Boş kartım', number: '5101520000006662' },
].map(({ name, number }) => {
  if (!cardByNumber(number)) throw new Error(`No documented card ends with ${number.slice(-4)}`)
  return { Name: name, Value1: `${number.slice(0, 6)}******${number.slice(-4)}` }
})

/** `MFS.listCards` of Masterpass's script. A number that ends with 0404 has no account, as for check-user. */
export function listCards(msisdn: string, token: string) {
  const isKnown = /^90\d{10}$/.test(msisdn) && token !== '' && !msisdn.endsWith('0404')
  return isKnown ? { responseCode: '0000', cards: ACCOUNT } : { responseCode: '1056' }
}

/** A card of the account is told by the name that its owner gave it. */
export const isCardOf = (name: string, bin: string): boolean =>
  ACCOUNT.some((card) => card.Name === name && bin.startsWith(card.Value1.slice(0, 6)))
