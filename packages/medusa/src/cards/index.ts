// Stored cards of customers: Craftgate's key of them stands in Medusa's account holder of the customer.
// No token and no key ever leaves the server.

export { Customers, holderData, holdersOf, ownerOf, ownersOf } from './card-owners'
export { SaveCards } from './save-cards'
export { storedCardView } from './stored-card'
