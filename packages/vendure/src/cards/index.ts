// Stored cards of customers: which key Craftgate gave for whom, who opens a pay link, who is forgotten.
// No key and no token ever leaves the server.
export { CardOwners } from './card-owners'
export { ForgetCards } from './forget-cards'
export { type ExpressRequest, Shoppers } from './shoppers'
