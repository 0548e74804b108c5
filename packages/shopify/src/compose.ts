import type { House } from './house'
import { ShopifyOAuth } from './install/shopify-oauth'
import { MoneySessions } from './money/money-sessions'
import { ApplyOutcome } from './payment/apply-outcome'
import { returnLink } from './payment/return-link'
import { PrivacyRequests } from './privacy/privacy-requests'
import { BeginMoney } from './sessions/begin-money'
import { BeginPayment } from './sessions/begin-payment'
import { Contacts } from './sessions/contact'
import { SessionStore } from './sessions/session-store'
import { PaymentsAppsApi } from './shopify-api'
import { CraftgateKeyStore } from './shops/craftgate-keys'
import { shopAddress } from './shops/shop-address'
import { ShopStore } from './shops/shop-store'
import { ShopTokens } from './shops/shop-tokens'
import { Advance } from './telling/advance'
import { Rounds } from './telling/rounds'
import { Teller } from './telling/teller'
import { type Jobs, Tries } from './telling/tries'
import { Tenants } from './tenants'

/** Puts the rooms of the app together; they know each other only through what is passed here. */
export function compose(house: House, jobs: Jobs) {
  const { options, database, logger, clock } = house
  const { publicUrl, retryScale: scale, shopify } = options
  const addressOf = shopAddress(options)
  const shops = new ShopStore(house)
  const oauth = new ShopifyOAuth(house, addressOf)
  const tokens = new ShopTokens({ house, shops, oauth })
  const keys = new CraftgateKeyStore(house)
  const contacts = new Contacts(options.encryptionKeys, options.appSecret)
  const sessions = new SessionStore(database, clock)
  const tries = new Tries(sessions, jobs, scale)
  const api = new PaymentsAppsApi({ addressOf, tokens, deadlineMs: shopify.deadlineMs })
  const teller = new Teller({ api, sessions, tries, logger, scale })
  const isInstalled = (shop: string) => shops.isInstalled(shop)
  const outcomes = new ApplyOutcome(sessions, teller, isInstalled)
  const commerceOf: Tenants['commerceOf'] = (tenant) => tenants.commerceOf(tenant)
  const money = new MoneySessions({ sessions, tries, teller, commerceOf })
  const tenants: Tenants = new Tenants({ house, keys, sessions, contacts, outcomes, money, isInstalled })
  const advance = new Advance({ sessions, tries, teller, outcomes, money, tenants, logger })
  const payments = new BeginPayment({
    sessions,
    contacts,
    teller,
    commerceOf,
    returnLinkOf: (tenant, reference) =>
      returnLink({ publicUrl, tenant, secret: tenants.secretOf(tenant) }, reference),
    clock,
  })
  return {
    house,
    addressOf,
    shops,
    isInstalled,
    oauth,
    tokens,
    keys,
    sessions,
    api,
    teller,
    outcomes,
    tenants,
    advance,
    payments,
    privacy: new PrivacyRequests({ house, shops, contacts }),
    begunMoney: new BeginMoney({ sessions, tries, clock }),
    rounds: new Rounds({ database, sessions, tries, outcomes, advance, tenants, logger, clock }),
  }
}

export type Rooms = ReturnType<typeof compose>
