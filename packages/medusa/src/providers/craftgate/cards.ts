import type { CardOwner } from '@craftgate-commerce/core'
import { cardId, deleteCardsOf, deleteOwnCard } from '@craftgate-commerce/core/adapter'
import type * as types from '@medusajs/framework/types'
import { MedusaError } from '@medusajs/framework/utils'
import { appContainer, craftgateIn } from '../../app-container'
import { holderData, ownerOf, storedCardView } from '../../cards'
import { notAllowed } from '../../refusals'

/** Account holders and stored cards, as Medusa's payment module asks a provider about them. */
export class ProviderCards {
  /** Nothing is stored for a customer of whom Craftgate has no card: the empty answer says so to Medusa. */
  async createHolder({ context }: types.CreateAccountHolderInput): Promise<types.CreateAccountHolderOutput> {
    const owner = this.craftgate.cardOwners.of(context.customer.id)
    if (owner === undefined) return NOBODY
    return { id: owner.cardUserKey, data: holderData(owner, this.craftgate.options) }
  }

  /** A customer who is forgotten leaves no card behind. */
  async deleteHolder({ context }: types.DeleteAccountHolderInput): Promise<types.DeleteAccountHolderOutput> {
    const owner = ownerOf(context.account_holder, this.craftgate.options)
    if (owner === undefined) return {}
    await deleteCardsOf(this.craftgate.commerce, owner)
    return {}
  }

  async list({ context }: types.ListPaymentMethodsInput): Promise<types.ListPaymentMethodsOutput> {
    const owner = ownerOf(context?.account_holder, this.craftgate.options)
    if (owner === undefined) return []
    return (await this.cards(owner)).map((card) => ({ id: cardId(card), data: { ...storedCardView(card) } }))
  }

  async delete({ data, context }: types.DeletePaymentMethodInput): Promise<types.DeletePaymentMethodOutput> {
    const owner = ownerOf(context?.account_holder, this.craftgate.options)
    const isForgotten = owner && (await deleteOwnCard(this.craftgate.commerce, [owner], data.id))
    if (!isForgotten) throw new MedusaError(MedusaError.Types.NOT_FOUND, 'There is no such card')
    return { data: {} }
  }

  refuseToSave(): never {
    throw notAllowed(this.craftgate.options.language, 'no-card-here')
  }

  private cards(owner: CardOwner) {
    return this.craftgate.commerce.storedCards(owner)
  }

  private get craftgate() {
    return craftgateIn(appContainer)
  }
}

/** Medusa takes an answer without id for "nobody", which its types do not say. */
const NOBODY = {} as types.CreateAccountHolderOutput
