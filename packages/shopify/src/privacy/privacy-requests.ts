import type { EntityManager } from 'typeorm'
import type { AppContext } from '../context/app-context'
import { privacyEntity } from '../database'
import type { Contact, Contacts } from '../sessions/contacts'
import { countSessionsOf, type HashedContact, redactShopper } from '../sessions/redact-contacts'
import type { ShopStore } from '../shops/shop-store'

export type PrivacyTopic = 'customers/data_request' | 'customers/redact' | 'shop/redact'

/** A privacy webhook of Shopify whose signature was checked. */
export interface PrivacyRequest {
  /** Shopify's id of the webhook, the same when it is delivered again. */
  readonly id: string
  readonly shop: string
  readonly topic: PrivacyTopic
  /** Whom it is about; nobody for shop/redact. */
  readonly customer: Contact
  /** When Shopify said so. */
  readonly triggeredAt: Date
}

export interface PrivacyRequestsDeps {
  readonly context: AppContext
  readonly contacts: Contacts
  readonly shops: ShopStore
}

/** What Shopify asks about personal data: e-mail and phone of sessions are all that there is of it here. */
export class PrivacyRequests {
  constructor(private readonly deps: PrivacyRequestsDeps) {}

  /** Does what is asked and writes it down, both or neither. False when it was done before. */
  async handle(request: PrivacyRequest): Promise<boolean> {
    const { database, logger } = this.deps.context
    const { id, shop, topic } = request
    const shopper = await this.deps.contacts.hashesOf(request.customer)
    const concerned = await database.transaction((manager) => this.once(manager, request, shopper))
    if (concerned === undefined) return false
    logger.info('Shopify asked about personal data', { webhook: id, shop, topic, concerned })
    return true
  }

  /** Undefined when this webhook was handled before. One that is delivered twice at once waits here for the other. */
  private async once(
    manager: EntityManager,
    request: PrivacyRequest,
    shopper: HashedContact,
  ): Promise<number | undefined> {
    const { id, shop, topic } = request
    const row = { id, shop, topic, ...keptOf(topic, shopper), concerned: 0 }
    const insert = manager.createQueryBuilder().insert().into(privacyEntity)
    const { raw } = await insert
      .values({ ...row, receivedAt: this.deps.context.clock() })
      .orIgnore()
      .returning('id')
      .execute()
    if (!Array.isArray(raw) || raw.length === 0) return undefined
    const concerned = await this.carryOut(manager, request, shopper)
    await manager.getRepository(privacyEntity).update({ id }, { concerned })
    return concerned
  }

  private carryOut(manager: EntityManager, request: PrivacyRequest, shopper: HashedContact): Promise<number> {
    const { shop, topic, triggeredAt } = request
    switch (topic) {
      case 'customers/data_request':
        return countSessionsOf(manager, shop, shopper)
      case 'customers/redact':
        return redactShopper(manager, shop, shopper)
      case 'shop/redact':
        return this.deps.shops.redactShop(shop, triggeredAt, manager)
    }
  }
}

/** Who asks to be forgotten is not remembered for it. */
const keptOf = (topic: PrivacyTopic, shopper: HashedContact): HashedContact =>
  topic === 'customers/data_request' ? shopper : { emailHash: null, phoneHash: null }
