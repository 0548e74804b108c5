import type { EntityManager } from 'typeorm'
import { privacyEntity, sessionEntity } from '../database'

/** A shopper, as privacy requests know one: by hashes of e-mail and phone. */
export interface HashedContact {
  readonly emailHash: string | null
  readonly phoneHash: string | null
}

/** A shopper without e-mail matches nobody by e-mail: in SQL nothing equals null. */
const IS_SHOPPER = 'shop = :shop AND (email_hash = :emailHash OR phone_hash = :phoneHash)'
const HOLDS_SOMETHING = 'COALESCE(contact, email_hash, phone_hash, cancel_url, redirect_url) IS NOT NULL'

/** The addresses too: who opens one sees the order. */
const NOBODY = { contact: null, emailHash: null, phoneHash: null, cancelUrl: null, redirectUrl: null }
const NO_HASHES = { emailHash: null, phoneHash: null }

/** How many sessions of this shop hold a contact of the shopper. */
export function countSessionsOf(
  manager: EntityManager,
  shop: string,
  shopper: HashedContact,
): Promise<number> {
  return manager
    .createQueryBuilder(sessionEntity, 'session')
    .where('session.shop = :shop AND (session.emailHash = :emailHash OR session.phoneHash = :phoneHash)', {
      shop,
      ...shopper,
    })
    .getCount()
}

/** Forgets a shopper of this shop, also in earlier privacy requests. Returns how many sessions it concerned. */
export async function redactShopper(
  manager: EntityManager,
  shop: string,
  shopper: HashedContact,
): Promise<number> {
  const who = { shop, ...shopper }
  await manager.createQueryBuilder().update(privacyEntity).set(NO_HASHES).where(IS_SHOPPER, who).execute()
  const sessions = manager.createQueryBuilder().update(sessionEntity).set(NOBODY)
  return (await sessions.where(IS_SHOPPER, who).execute()).affected ?? 0
}

/** Forgets every shopper that this shop had until a moment. Returns how many sessions it concerned. */
export async function redactContactsOfShop(
  manager: EntityManager,
  shop: string,
  until: Date,
): Promise<number> {
  const requests = manager.createQueryBuilder().update(privacyEntity).set(NO_HASHES)
  await requests.where('shop = :shop AND received_at <= :until', { shop, until }).execute()
  const sessions = manager.createQueryBuilder().update(sessionEntity).set(NOBODY)
  sessions.where(`shop = :shop AND created_at <= :until AND ${HOLDS_SOMETHING}`, { shop, until })
  return (await sessions.execute()).affected ?? 0
}
