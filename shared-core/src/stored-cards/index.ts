// Cards that shoppers let Craftgate store. What is kept here is Craftgate's own words for them: no card number exists.

export type { CardOwner, StoredCard } from './stored-cards'
export { createStoredCards, type StoredCards } from './stored-cards'
