// Cards that shoppers let Craftgate store. What is kept here is Craftgate's own words for them: no card number exists.
export { createVault, type Vault } from './create-vault'
export type { CardOwner, StoredCard } from './stored-card'
