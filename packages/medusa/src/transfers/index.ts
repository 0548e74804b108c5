export { MedusaTransfers } from './medusa-transfers'
