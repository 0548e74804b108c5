/** The number of a payment at Craftgate that was searched; the last digits of a card may begin with a zero, and are none then. */
export const paymentNumberOf = (search: string): number | undefined =>
  /^[1-9]\d{0,14}$/.test(search) ? Number(search) : undefined
