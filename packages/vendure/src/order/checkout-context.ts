import type { CheckoutRecord } from '@craftgate-commerce/core'
import { Injectable } from '@nestjs/common'
import { CurrencyCode, LanguageCode, type RequestContext, RequestContextService } from '@vendure/core'

/** What an attempt remembers of the request that began it: enough to act for its channel without one. */
export interface CheckoutFacts {
  readonly channel: string
  readonly language: string
  /** Code of the payment method. */
  readonly method: string
  /** Code of the order. */
  readonly code: string
}

export const toContext = (facts: CheckoutFacts): CheckoutRecord['context'] => ({ ...facts })

export function factsOf({ context }: Pick<CheckoutRecord, 'context'>): CheckoutFacts {
  const { channel = '', language = '', method = '', code = '' } = context
  return { channel, language, method, code }
}

const codes = <Code extends string>(all: Record<string, Code>): ReadonlyMap<string, Code> =>
  new Map(Object.values(all).map((code) => [code, code]))

const LANGUAGES = codes(LanguageCode)
const CURRENCIES = codes(CurrencyCode)

@Injectable()
export class CheckoutContexts {
  constructor(private readonly requests: RequestContextService) {}

  /**
   * A context with the channel, language and currency that the checkout began with.
   * Throws when the channel is gone: Vendure would silently answer with the default channel.
   */
  async of(record: Pick<CheckoutRecord, 'context' | 'expected'>): Promise<RequestContext> {
    const { channel, language } = factsOf(record)
    const ctx = await this.requests.create({
      apiType: 'admin',
      channelOrToken: channel,
      languageCode: LANGUAGES.get(language),
      currencyCode: CURRENCIES.get(record.expected.currency),
    })
    if (ctx.channel.token !== channel) throw new Error(`The channel '${channel}' of this checkout is gone`)
    return ctx
  }
}
