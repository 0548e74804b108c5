import { type MutationResult, readMutationResult } from './mutation-result'
import { CONFIGURE, documentOf, type SessionResolution } from './mutations'

/** The version that the extension is deployed with and that we call. The schemas since 2026-04 are the same. */
export const API_VERSION = '2026-10'

/** Versions whose session requests and mutations are known to be as this app writes and reads them. */
const KNOWN: readonly string[] = ['2026-04', '2026-07', API_VERSION]

export const isKnownVersion = (version: string): boolean => KNOWN.includes(version)

/**
 * The version in which a session is answered: the one that it was begun with, so that a new deployment leaves none
 * unanswered. Also one that is unknown here: on the day that Shopify retires a version it says a later one by itself.
 */
export const answeredVersion = (version: string): string =>
  /^\d{4}-\d{2}$/.test(version) ? version : API_VERSION

export interface Tokens {
  /** The shop's access token, renewed when it is about to end; undefined when the shop has none any more. */
  access(shop: string): Promise<string | undefined>
  /** Another token than this one, which Shopify refused. */
  renew(shop: string, refused: string): Promise<string | undefined>
}

export interface PaymentsAppsApiDeps {
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
  constructor(private readonly deps: PaymentsAppsApiDeps) {}

  resolveSession(
    { shop, apiVersion, gid }: SessionAddress,
    resolution: SessionResolution,
  ): Promise<MutationResult> {
    const { mutation, ...variables } = resolution
    return this.ask({ shop, apiVersion, query: documentOf(mutation), variables: { id: gid, ...variables } })
  }

  /** Says whether the shop may take payments; `externalHandle` is the account that its admin shows. */
  configure(shop: string, ready: boolean, externalHandle: string): Promise<MutationResult> {
    return this.ask({
      shop,
      apiVersion: API_VERSION,
      query: CONFIGURE,
      variables: { ready, externalHandle },
    })
  }

  /** A token that Shopify does not take is renewed once. */
  private async ask(request: Request): Promise<MutationResult> {
    const { tokens } = this.deps
    const token = await tokens.access(request.shop)
    if (token === undefined) return NO_TOKEN
    const answer = await this.send(request, token)
    if (answer.kind !== 'retry' || answer.reason !== 'unauthorized') return answer
    const other = await tokens.renew(request.shop, token)
    return other === undefined ? answer : this.send(request, other)
  }

  private async send(
    { shop, apiVersion, query, variables }: Request,
    token: string,
  ): Promise<MutationResult> {
    const signal = AbortSignal.timeout(this.deps.deadlineMs)
    const url = `${this.deps.addressOf(shop)}/payments_apps/api/${apiVersion}/graphql.json`
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-shopify-access-token': token },
        body: JSON.stringify({ query, variables }),
        redirect: 'error',
        signal,
      })
      return readMutationResult(response.status, await response.text())
    } catch {
      return { kind: 'retry', reason: signal.aborted ? 'timeout' : 'network' }
    }
  }
}

/** It may come back: a merchant who installs the app again gives it a new one. */
const NO_TOKEN: MutationResult = { kind: 'retry', reason: 'unauthorized' }
