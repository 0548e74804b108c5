import {
  type MethodChoice,
  type PayMethod,
  Shopper,
  type ShopperResult,
  type TestCard,
} from '@craftgate-commerce/sandbox'

export interface Choice {
  readonly card: TestCard
  readonly installment?: number
}

/** Goes through the payment page and the bank's. Returns where the shop sent the browser afterwards. */
export async function pay(payLink: string, choice: Choice): Promise<string> {
  return back(await (await arrive(payLink)).pay({ ...choice, threeDS: 'ok' }))
}

/** The same by another way than a card, through the page of its provider. */
export async function payBy(payLink: string, method: PayMethod, choice: MethodChoice = {}): Promise<string> {
  return back(await (await arrive(payLink)).payBy(method, choice))
}

/** The page that a browser ends at: one that tells what the card is charged leads on by itself. */
export async function landing(location: string): Promise<Response> {
  const page = await fetch(location)
  const [, next] = /url=(.+)$/.exec(page.headers.get('refresh') ?? '') ?? []
  return next === undefined ? page : fetch(next)
}

async function arrive(payLink: string): Promise<Shopper> {
  const shopper = new Shopper({ clientIp: '85.105.10.20' })
  await shopper.open(payLink)
  return shopper
}

function back({ outcome, response, message }: ShopperResult): string {
  if (outcome !== 'returned' || !response?.location)
    throw new Error(`The payment page ended ${outcome} ${message ?? ''}`)
  return response.location
}
