import proxyAddr from 'proxy-addr'

/** An address or a subnet, or one of proxy-addr's names for some (`loopback`, `uniquelocal`), as it reads them later. */
export function isProxyAddress(text: string): boolean {
  try {
    proxyAddr.compile(text)
    return true
  } catch {
    return false
  }
}
