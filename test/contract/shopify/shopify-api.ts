/** What Shopify tells of a checkout; amounts in minor units. */
export interface Checkout {
  readonly id: string
  readonly currency: string
  readonly total: number
  readonly lines: readonly { readonly id: string; readonly quantity: number; readonly price: number }[]
  readonly sessions: readonly Session[]
  readonly order: Order | null
}

export interface Session {
  readonly id: string
  readonly gid: string
  readonly amount: number
  readonly state: 'open' | 'pending' | 'resolved' | 'rejected'
  readonly reason?: string
  readonly merchantMessage?: string
}

export interface Order {
  readonly number: string
  readonly sessionId: string
  readonly amount: number
  readonly financialStatus: string
  readonly authorized: number
  readonly captured: number
  readonly refunded: number
  readonly refundPending: number
  readonly pendingAmount: number
  readonly transactions: readonly Transaction[]
}

export interface Transaction {
  readonly id: string
  readonly kind: 'refund' | 'capture' | 'void'
  readonly amount: number
  readonly state: 'pending' | 'resolved' | 'rejected' | 'undelivered'
  readonly message?: string
}

/** Shopify said no by itself; the app was not asked. */
export class ShopifyRefusal extends Error {
  override readonly name = 'ShopifyRefusal'
}

/** One shop at Shopify, through what the emulator shows of it as JSON. */
export class ShopifyApi {
  constructor(private readonly shopUrl: () => string) {}

  async get<T>(path: string): Promise<T> {
    return this.ask<T>(path)
  }

  async post<T>(path: string, body: object = {}): Promise<T> {
    return this.ask<T>(path, body)
  }

  private async ask<T>(path: string, body?: object): Promise<T> {
    const response = await fetch(`${this.shopUrl()}/api${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    })
    const answer = (await response.json()) as T & { readonly error?: string }
    if (response.ok) return answer
    throw new ShopifyRefusal(answer.error ?? `${path} answered ${response.status}`)
  }
}
