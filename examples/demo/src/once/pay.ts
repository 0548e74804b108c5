import { Shopper, type TestCard } from '@craftgate-commerce/sandbox'

export interface Choice {
  readonly card: TestCard
  readonly installment?: number
}

/** Goes through the payment page and the bank's. Returns where the shop sent the browser afterwards. */
export async function pay(payLink: string, choice: Choice): Promise<string> {
  const shopper = new Shopper({ clientIp: '85.105.10.20' })
  await shopper.open(payLink)
  const { outcome, response, message } = await shopper.pay({ ...choice, threeDS: 'ok' })
  if (outcome !== 'returned' || !response?.location)
    throw new Error(`The visit ended ${outcome} ${message ?? ''}`)
  return response.location
}
