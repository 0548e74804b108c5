const KEY = 'zerdali.medusa.cart'

/** Which cart is this browser's. A cart that became an order is forgotten: nobody may go on changing it. */
export const savedCart = {
  id: (): string | undefined => localStorage.getItem(KEY) ?? undefined,
  keep: (id: string): void => localStorage.setItem(KEY, id),
  forget: (): void => localStorage.removeItem(KEY),
}
