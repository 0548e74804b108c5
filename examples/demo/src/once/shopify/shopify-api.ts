/** A checkout as Shopify tells it; amounts in kuruş. */
export interface Checkout {
  readonly id: string
  readonly total: number
  readonly lines: readonly { readonly quantity: number; readonly price: number }[]
  readonly subtotal: number
  readonly discount: number
  readonly order: Order | null
}

export interface Order {
  readonly number: string
  readonly sessionId: string
  readonly amount: number
  readonly financialStatus: string
  readonly authorized: number
  readonly captured: number
  readonly refunded: number
  readonly transactions: readonly Transaction[]
}

export interface Transaction {
  readonly id: string
  readonly amount: number
  readonly state: 'pending' | 'resolved' | 'rejected' | 'undelivered'
  readonly message?: string
}

/** What the emulator of Shopify tells and does, as JSON. @throws Error with its own words. */
export async function askShopify<T>(url: string, body?: object): Promise<T> {
  const response = await fetch(url, {
    method: body ? 'POST' : 'GET',
    headers: { 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  })
  const answer = (await response.json()) as T & { readonly error?: string }
  if (!response.ok) throw new ShopifyRefusal(answer.error ?? `${url} answered ${response.status}`)
  return answer
}

/** Shopify itself said no. */
export class ShopifyRefusal extends Error {
  override readonly name = 'ShopifyRefusal'
}
