const MINUTE_MS = 60_000
const MOST_ADDRESSES = 10_000

/**
 * So many times a minute for each address; answers whether this time is one of them. Who sends no address shares one with
 * everybody else who sends none.
 */
export function limitPerMinute(most: number, clock: () => Date): (address: string | undefined) => boolean {
  const counted = new Map<string, { readonly until: number; times: number }>()
  return (address = '') => {
    const now = clock().getTime()
    const known = counted.get(address)
    if (known !== undefined && now < known.until) {
      known.times += 1
      return known.times <= most
    }
    counted.delete(address)
    counted.set(address, { until: now + MINUTE_MS, times: 1 })
    const [oldest] = counted.keys()
    if (counted.size > MOST_ADDRESSES && oldest !== undefined) counted.delete(oldest)
    return true
  }
}
