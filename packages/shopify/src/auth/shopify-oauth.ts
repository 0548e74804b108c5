import { z } from '@craftgate-commerce/core/adapter'
import type { AppContext } from '../context/app-context'
import type { GrantedTokens, TokenAnswer } from '../shops/sealed-tokens'

/** What a payments app needs; Shopify grants both with the payments extension. */
const SCOPE = 'write_payment_gateways,write_payment_sessions'

/** A token that does not end comes alone; half a pair would strand the shop when its access token ends. */
const granted = z
  .object({
    access_token: z.string().min(1),
    scope: z.string().default(''),
    expires_in: z.number().int().positive().nullish(),
    refresh_token: z.string().min(1).nullish(),
    refresh_token_expires_in: z.number().int().positive().nullish(),
  })
  .refine(({ expires_in, refresh_token, refresh_token_expires_in }) => {
    const missing = [expires_in, refresh_token, refresh_token_expires_in].filter((part) => part == null)
    return missing.length === 0 || missing.length === 3
  })

const refusal = z.object({ error: z.string().regex(/^[a-z_]{1,40}$/) })

/**
 * Shopify's OAuth for one app. The library's `auth` answers 410 to whatever looks like a bot and knows no address but
 * https://{shop}, so these three calls are made here. None of them throws.
 */
export class ShopifyOAuth {
  constructor(
    private readonly context: Pick<AppContext, 'options'>,
    private readonly addressOf: (shop: string) => string,
  ) {}

  /** Where the merchant of this shop, a checked shop domain, is asked for consent. */
  authorizeUrl(shop: string, state: string): string {
    const { publicUrl, shopify } = this.context.options
    const query = new URLSearchParams({
      client_id: shopify.apiKey,
      scope: SCOPE,
      redirect_uri: `${publicUrl}/auth/callback`,
      state,
    })
    return `${this.addressOf(shop)}/admin/oauth/authorize?${query}`
  }

  exchange(shop: string, code: string): Promise<TokenAnswer> {
    return this.ask(shop, { code, expiring: 1 })
  }

  refresh(shop: string, refreshToken: string): Promise<TokenAnswer> {
    return this.ask(shop, { refresh_token: refreshToken, grant_type: 'refresh_token' })
  }

  /** Where Shopify does not know the newest secret, because it was made but not saved or was revoked, the older ones are tried. */
  private async ask(shop: string, question: Readonly<Record<string, unknown>>): Promise<TokenAnswer> {
    const [newest, ...older] = this.context.options.shopify.apiSecretKey
    let answer = await this.askWith(newest, shop, question)
    for (const secret of older) {
      if (answer.kind !== 'refused' || answer.code !== 'invalid_client') break
      answer = await this.askWith(secret, shop, question)
    }
    return answer
  }

  private async askWith(
    secret: string,
    shop: string,
    question: Readonly<Record<string, unknown>>,
  ): Promise<TokenAnswer> {
    const { apiKey, deadlineMs } = this.context.options.shopify
    const signal = AbortSignal.timeout(deadlineMs)
    try {
      const response = await fetch(`${this.addressOf(shop)}/admin/oauth/access_token`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ client_id: apiKey, client_secret: secret, ...question }),
        redirect: 'error',
        signal,
      })
      return readTokenAnswer(response.status, await response.text())
    } catch {
      return { kind: 'unavailable', reason: signal.aborted ? 'timeout' : 'network' }
    }
  }
}

/** What an HTTP answer of the token endpoint means. Nothing of its body gets into a reason but Shopify's own codes. */
export function readTokenAnswer(status: number, body: string): TokenAnswer {
  const json = parseJson(body)
  if (status >= 200 && status <= 299) {
    const { data } = granted.safeParse(json)
    return data ? { kind: 'granted', tokens: tokensOf(data) } : { kind: 'unavailable', reason: 'malformed' }
  }
  const passes = status < 400 || status > 499 || status === 408 || status === 429
  if (passes) return { kind: 'unavailable', reason: `http-${status}` }
  return { kind: 'refused', code: refusal.safeParse(json).data?.error ?? `http-${status}` }
}

const tokensOf = (answer: z.output<typeof granted>): GrantedTokens => ({
  accessToken: answer.access_token,
  scope: answer.scope,
  expiresIn: answer.expires_in ?? undefined,
  refreshToken: answer.refresh_token ?? undefined,
  refreshTokenExpiresIn: answer.refresh_token_expires_in ?? undefined,
})

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
