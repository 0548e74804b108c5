// Stored cards of customers: Craftgate's key of them is kept in Medusa's account holder of the customer.
// No token and no key ever leaves the server.

export { holderData, ownerOf } from './card-owner'
export { Customers, holdersOf } from './customers'
export { forgetCard } from './forget-card'
export { KeepCards } from './keep-cards'
export { memberContext, memberOf } from './member'
export { ownersOf } from './owners-of'
export { cardId, shownCard } from './shown-card'
