import type { CheckoutRecord } from '@craftgate-commerce/core'
import { Inject, Injectable } from '@nestjs/common'
import {
  type Channel,
  ChannelService,
  CurrencyCode,
  I18nService,
  internal_setRequestContext,
  LanguageCode,
  RequestContext,
} from '@vendure/core'
import type { VendureOptions } from '../plugin-options'
import { CRAFTGATE_OPTIONS } from '../tokens'

/** What an attempt remembers of the request that began it: enough to act for its channel without one. */
export interface CheckoutFacts {
  /** Id of the channel; its token may be edited while money is under way. */
  readonly channel: string
  readonly language: string
  /** Code of the payment method. */
  readonly method: string
  /** Code of the order. */
  readonly code: string
  /** Id of the session that began the attempt, empty when there was none: a guest is known by nothing else. */
  readonly session: string
}

export const toContext = (facts: CheckoutFacts): CheckoutRecord['context'] => ({ ...facts })

export function factsOf({ context }: Pick<CheckoutRecord, 'context'>): CheckoutFacts {
  const { channel = '', language = '', method = '', code = '', session = '' } = context
  return { channel, language, method, code, session }
}

/** True for an attempt that began in the channel of this request. */
export const isOfChannel = (record: Pick<CheckoutRecord, 'context'>, ctx: RequestContext): boolean =>
  factsOf(record).channel === String(ctx.channelId)

const codes = <Code extends string>(all: Record<string, Code>): ReadonlyMap<string, Code> =>
  new Map(Object.values(all).map((code) => [code, code]))

const LANGUAGES = codes(LanguageCode)
const CURRENCIES = codes(CurrencyCode)

type ContextParts = ConstructorParameters<typeof RequestContext>[0]
type ExpressRequest = NonNullable<ContextParts['req']>
type Translate = NonNullable<ContextParts['translationFn']>

@Injectable()
export class CheckoutContexts {
  private translate?: Translate

  constructor(
    @Inject(CRAFTGATE_OPTIONS) private readonly options: VendureOptions,
    private readonly channels: ChannelService,
    private readonly i18n: I18nService,
  ) {}

  /**
   * A context with the channel, language and currency that the checkout began with. All that Vendure and its plugins do
   * after an order was placed reads it as that of a storefront's call: mails with pictures, custom handlers, events.
   * Throws when the channel is gone: Vendure would silently answer with the default channel. `session`: of an administrator
   * who acts, with his own permissions; nobody's without.
   */
  async of(
    record: Pick<CheckoutRecord, 'context' | 'expected'>,
    session?: RequestContext['session'],
  ): Promise<RequestContext> {
    const { channel: id, language } = factsOf(record)
    const channel = await this.channelOf(record)
    if (!channel) throw new Error(`The channel ${id} of this checkout is gone`)
    const req = requestTo(this.options.publicUrl)
    const ctx = new RequestContext({
      req,
      apiType: 'admin',
      channel,
      session,
      languageCode: LANGUAGES.get(language),
      currencyCode: CURRENCIES.get(record.expected.currency),
      isAuthorized: true,
      authorizedAsOwnerOnly: false,
      translationFn: this.translationsIn(language),
    })
    internal_setRequestContext(req, ctx)
    return ctx
  }

  /** The channel as it is now; undefined when it was deleted. */
  async channelOf(record: Pick<CheckoutRecord, 'context'>): Promise<Channel | undefined> {
    return this.channels.findOne(RequestContext.empty(), factsOf(record).channel)
  }

  private translationsIn(language: string): Translate {
    this.translate ??= translatorOf(this.i18n)
    const { translate } = this
    return ((key: string, variables?: object) => translate(key, { ...variables, lng: language })) as Translate
  }
}

/**
 * What is read of a request where none is: Vendure's asset URLs and mails ask for its host and its context. Never the real
 * one, of a callback: jobs store a request's address, headers and body.
 */
function requestTo(publicUrl: string): ExpressRequest {
  const { protocol, host } = new URL(publicUrl)
  const get = (name: string) => (name.toLowerCase() === 'host' ? host : undefined)
  const request = { protocol: protocol.replace(':', ''), headers: { host }, query: {}, get, header: get }
  return request as unknown as ExpressRequest
}

/** Vendure hands its translations to requests of its two APIs only, so one is played to it. */
function translatorOf(i18n: I18nService): Translate {
  const request = { lng: LanguageCode.en, headers: {}, query: {}, url: '/', t: (key: string) => key }
  const response = { getHeader: () => LanguageCode.en, setHeader: () => undefined }
  const handle = i18n.handle() as unknown as (req: object, res: object, next: () => void) => void
  handle(request, response, () => undefined)
  return request.t as Translate
}
