import type { Told } from '../telling/decision'
import { type Answer, readAnswer } from './answer'
import { API_VERSION } from './api-version'
import { CONFIGURE, documentOf } from './documents'

export interface Tokens {
  /** The shop's access token, renewed when it is about to end; undefined when the shop has none any more. */
  access(shop: string): Promise<string | undefined>
  /** Another token than this one, which Shopify refused. */
  renew(shop: string, refused: string): Promise<string | undefined>
}

export interface PaymentsAppsApiParts {
  /** https://zerdali.myshopify.com, or where an emulator plays it. */
  readonly addressOf: (shop: string) => string
  readonly tokens: Tokens
  readonly deadlineMs: number
}

export interface SessionAddress {
  readonly shop: string
  readonly apiVersion: string
  readonly gid: string
}

interface Request {
  readonly shop: string
  readonly apiVersion: string
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

/**
 * Shopify's Payments Apps API for one app. Never throws: whatever goes wrong on the way is an answer to try again with,
 * because every mutation is idempotent for its session (shopify.dev/docs/api/payments-apps).
 */
export class PaymentsAppsApi {
  constructor(private readonly parts: PaymentsAppsApiParts) {}

  tell({ shop, apiVersion, gid }: SessionAddress, told: Told): Promise<Answer> {
    const { operation, ...variables } = told
    return this.ask({ shop, apiVersion, query: documentOf(operation), variables: { id: gid, ...variables } })
  }

  /** Tells whether the shop may take payments; `externalHandle` is the account that its admin shows. */
  configure(shop: string, ready: boolean, externalHandle: string): Promise<Answer> {
    return this.ask({
      shop,
      apiVersion: API_VERSION,
      query: CONFIGURE,
      variables: { ready, externalHandle },
    })
  }

  /** A token that Shopify does not take is renewed once. */
  private async ask(request: Request): Promise<Answer> {
    const { tokens } = this.parts
    const token = await tokens.access(request.shop)
    if (token === undefined) return NO_TOKEN
    const answer = await this.send(request, token)
    if (answer.kind !== 'again' || answer.reason !== 'unauthorized') return answer
    const other = await tokens.renew(request.shop, token)
    return other === undefined ? answer : this.send(request, other)
  }

  private async send({ shop, apiVersion, query, variables }: Request, token: string): Promise<Answer> {
    const signal = AbortSignal.timeout(this.parts.deadlineMs)
    const url = `${this.parts.addressOf(shop)}/payments_apps/api/${apiVersion}/graphql.json`
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-shopify-access-token': token },
        body: JSON.stringify({ query, variables }),
        redirect: 'error',
        signal,
      })
      return readAnswer(response.status, await response.text())
    } catch {
      return { kind: 'again', reason: signal.aborted ? 'timeout' : 'network' }
    }
  }
}

/** It may come back: a merchant who installs the app again gives it a new one. */
const NO_TOKEN: Answer = { kind: 'again', reason: 'unauthorized' }
