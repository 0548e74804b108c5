/**
 * What tells one client of the internet from another: an IPv4 address, or the first half of an IPv6 address, because one
 * client has all of the second. Undefined for what is no address of the internet: loopback and private addresses are those
 * of a proxy of the shop, behind which are all of its shoppers.
 */
export function publicClientOf(address: string): string | undefined {
  const bare = address.replace(/%.*$/, '')
  const plain = bare.replace(/^::ffff:(?=[\d.]+$)/i, '')
  const numbers = /^\d{1,3}(?:\.\d{1,3}){3}$/.test(plain) ? plain.split('.').map(Number) : undefined
  if (numbers !== undefined) return isInternal(numbers) ? undefined : plain
  return networkOf(bare)
}

/** Loopback, private, link-local, and what carriers and clouds share among themselves (RFC 6598). */
function isInternal([first = 0, second = 0]: readonly number[]): boolean {
  switch (first) {
    case 10:
    case 127:
      return true
    case 100:
      return second >= 64 && second < 128
    case 169:
      return second === 254
    case 172:
      return second >= 16 && second < 32
    case 192:
      return second === 168
    default:
      return false
  }
}

/** The /64 of an IPv6 address; undefined for loopback, unique local and link-local ones, and for what is no address. */
function networkOf(address: string): string | undefined {
  if (!URL.canParse(`http://[${address}]`)) return undefined
  const written = new URL(`http://[${address}]`).hostname.slice(1, -1)
  const [head = [], tail = []] = written.split('::').map((half) => half.split(':').filter(Boolean))
  const zeros = Array.from({ length: 8 - head.length - tail.length }, () => '0')
  const groups = [...head, ...zeros, ...tail]
  const isLocal = written === '::1' || /^f(?:[cd]|e[89ab])/.test(groups[0]?.padStart(4, '0') ?? '')
  return isLocal ? undefined : groups.slice(0, 4).join(':')
}
