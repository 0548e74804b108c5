import { mayBeOfInternet } from '../../http/internet-address'

export type AddressProblem = 'not-url' | 'not-https' | 'has-password' | 'not-internet'

const LONGEST = 500

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
