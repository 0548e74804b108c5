import { mayBeOfInternet } from '../../http/internet-address'

export type AddressProblem = 'not-url' | 'not-https' | 'has-password' | 'not-internet'

const LONGEST = 500

/** One address, without a name: nothing of a header of a mail can stand in it. */
export const isMailAddress = (text: string): boolean =>
  text.length <= 254 && /^[^\s@<>(),;:"\\[\]]+@[^\s@<>(),;:"\\[\]]+\.[a-z0-9-]{2,}$/i.test(text)

/**
 * What is wrong with an address that a merchant typed for alerts; undefined when nothing is. A name that leads to a private network is
 * found when it is called. `isDevelopment`: a listener on this machine is one, too.
 */
export function addressProblem(
  text: string,
  { isDevelopment }: { readonly isDevelopment: boolean },
): AddressProblem | undefined {
  if (text.length > LONGEST || !URL.canParse(text)) return 'not-url'
  const url = new URL(text)
  const isLocal = !mayBeOfInternet(url)
  if (url.username !== '' || url.password !== '') return 'has-password'
  if (isDevelopment && isLocal && url.protocol === 'http:') return undefined
  if (url.protocol !== 'https:') return 'not-https'
  return isLocal && !isDevelopment ? 'not-internet' : undefined
}
