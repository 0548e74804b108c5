import { Injectable } from '@nestjs/common'
import {
  ConfigService,
  CustomerService,
  extractSessionToken,
  type ID,
  RequestContext,
  SessionService,
} from '@vendure/core'
import { reasonOf, vendureLogger } from '../vendure-logger'

export type ExpressRequest = Parameters<typeof extractSessionToken>[0]

/** Which customer is logged in. */
@Injectable()
export class Shoppers {
  constructor(
    private readonly config: ConfigService,
    private readonly sessions: SessionService,
    private readonly customers: CustomerService,
  ) {}

  /** In the session that this request's cookie or bearer token names, as the Shop API would find it. Never throws. */
  async of(request: ExpressRequest): Promise<string | undefined> {
    try {
      const { tokenMethod = 'cookie', apiKeyHeaderKey } = this.config.authOptions
      const token = extractSessionToken(request, tokenMethod, apiKeyHeaderKey)
      if (token === undefined || token.method === 'api-key') return undefined
      const session = await this.sessions.getSessionFromToken(token.token)
      return session?.user && (await this.customerOf(session.user.id))
    } catch (error) {
      vendureLogger.warn('Who opens a pay link is not known', { reason: reasonOf(error) })
      return undefined
    }
  }

  /** Undefined for an administrator, who is no customer. */
  async customerOf(userId: ID | undefined): Promise<string | undefined> {
    if (userId === undefined) return undefined
    const customer = await this.customers.findOneByUserId(RequestContext.empty(), userId, false)
    return customer && String(customer.id)
  }
}
