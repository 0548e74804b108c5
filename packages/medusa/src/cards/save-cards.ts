import type { CardOwner, CheckoutRecord, PaymentFacts } from '@craftgate-commerce/core'
import { walletOf } from '@craftgate-commerce/core/adapter'
import type { MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys, Modules } from '@medusajs/framework/utils'
import { asError } from '../as-error'
import type { Craftgate } from '../craftgate'
import { Sessions } from '../order'
import { Customers, type CustomerView, holdersOf, ownerOf } from './card-owners'

/** Saves Craftgate's key of the cards that the customer who opened the payment page let it store, for the next payment. */
export class SaveCards {
  private readonly sessions: Sessions
  private readonly customers: Customers

  constructor(
    private readonly craftgate: Craftgate,
    private readonly container: MedusaContainer,
  ) {
    this.sessions = new Sessions(container)
    this.customers = new Customers(container)
  }

  /** The payment stands whatever comes of this. */
  async of(record: CheckoutRecord, { cardUserKey }: PaymentFacts): Promise<void> {
    if (cardUserKey === undefined) return
    try {
      await this.save(record, cardUserKey)
    } catch (error) {
      const { message: reason } = asError(error)
      this.craftgate.logger.warn('The stored card of a customer was not saved', {
        checkout: record.id,
        reason,
      })
    }
  }

  private async save(record: CheckoutRecord, cardUserKey: string): Promise<void> {
    const merchant = this.craftgate.options.merchantOf(record.account)
    const opener = walletOf(record)
    if (opener === undefined) return
    const session = await this.sessions.read(record.order)
    const customer = await this.customers.read(opener)
    const providerId = session?.payment?.provider_id
    if (!customer?.has_account || providerId === undefined || merchant === undefined) return
    const owner = { merchant, cardUserKey }
    if (this.isKnown(customer, owner)) return
    await this.craftgate.cardOwners.during(customer.id, owner, () => this.hold(customer, providerId))
  }

  /** Medusa asks our provider, which answers with the owner that is handed over. */
  private async hold({ id, email }: CustomerView, provider_id: string): Promise<void> {
    const context = { customer: { id, email } }
    const holder = await this.container.resolve(Modules.PAYMENT).createAccountHolder({ provider_id, context })
    await this.container.resolve(ContainerRegistrationKeys.LINK).create({
      [Modules.CUSTOMER]: { customer_id: id },
      [Modules.PAYMENT]: { account_holder_id: holder.id },
    })
  }

  private isKnown(customer: CustomerView, { merchant, cardUserKey }: CardOwner): boolean {
    return holdersOf(customer)
      .map((holder) => ownerOf(holder, this.craftgate.options))
      .some((owner) => owner?.merchant === merchant && owner.cardUserKey === cardUserKey)
  }
}
