const KEY = 'zerdali.medusa.payments'
/** More than anybody looks back at. */
const MOST = 20

type Kept = readonly (readonly [reference: string, cartId: string])[]

const all = (): Kept => JSON.parse(localStorage.getItem(KEY) ?? '[]') as Kept

/** Which cart each payment of this browser was for: who knows both is told the order. */
export const savedPayments = {
  cartOf: (reference: string): string | undefined => new Map(all()).get(reference),
  keep(reference: string, cartId: string): void {
    const others = all().filter(([each]) => each !== reference)
    localStorage.setItem(KEY, JSON.stringify([...others, [reference, cartId]].slice(-MOST)))
  },
}
