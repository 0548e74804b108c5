// Why core does not make some of Craftgate's calls, for docs/coverage.md. A call that core makes has no reason, and every other
// has one: coverage-reasons.test.mjs holds this table against core's sources.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const sources = join(import.meta.dirname, '../shared-core/src')

const ON_THE_PAGE =
  'A wallet is filled on Craftgate’s page (`depositPayment`), by card with 3D Secure or by any other way of the account: the card never reaches the shop.'
const MEAL_CARD =
  'Keeps a meal card for later purchases; a shopper enters it at each, on Craftgate’s page or the provider’s.'
const WHILE_PAYING = 'Cards are stored while a shopper pays, so that no card number reaches the shop for it.'
const BY_NUMBER =
  'The payment is found by the number of its attempt (`conversationId`), also when the answer with ticket and token was lost.'
const TERMINAL =
  'Takes the bank’s terminal password and 3D key, which a shop is not to know: a POS is entered in Craftgate’s panel.'
const OTHER_TOKENS =
  'Stands for a card number of an integrator’s own; core pays with the keys of stored cards.'

/** @satisfies {Partial<Record<import('@craftgate-commerce/openapi/operations').OperationId, string>>} */
export const REASONS = {
  cloneCard:
    'Copies a stored card to another merchant of Craftgate’s; a shopper’s cards belong to the account that he stored them with.',
  complete3DSDepositPayment: ON_THE_PAGE,
  completeMealVoucherCardTokenization: MEAL_CARD,
  createDepositPayment: ON_THE_PAGE,
  createMerchant:
    'Opens an account at Craftgate for an integrator, and answers with its secret keys; a shop brings the keys that it has.',
  createMerchantPos: TERMINAL,
  createPaymentToken: OTHER_TOKENS,
  deleteMerchantPos: 'Cannot be taken back; the merchant’s panel closes a POS instead (`PASSIVE`).',
  deletePaymentToken: OTHER_TOKENS,
  depositToCard:
    'Pays out to a card that took no payment; what a shop gives back goes to the payment, a wallet or a bank account.',
  init3DSDepositPayment: ON_THE_PAGE,
  initApmDepositPayment: ON_THE_PAGE,
  initCheckoutCardVerify: WHILE_PAYING,
  initGarantiPayPayment: 'The first version of GarantiPay; core starts the second (`pos-apm-payments`).',
  initMealVoucherCardTokenization: MEAL_CARD,
  refundWaitingPayment:
    'Gives back a payment whose money is still on its way; core waits for its end, and refunds what no order takes then.',
  regenerateMealVoucherCardTokenization: MEAL_CARD,
  retrieveBinNumber: 'The search for instalments tells bank, family and kind of a card as well.',
  retrieveBkmExpressPayment: BY_NUMBER,
  retrieveBkmExpressPaymentByToken: BY_NUMBER,
  retrieveCardFromIvr: 'Cards that a caller types in a telephone call; a shop has no such line.',
  retrieveCheckoutCardVerify: WHILE_PAYING,
  retrieveMasterpassLoyalties:
    'Points are asked for of typed and of stored cards; a card of Masterpass pays without them.',
  retrievePaymentTransactionRefunds:
    'The refunds of all transactions of a payment are asked for at once (`refund-transactions`).',
  retrieveProviderCards: 'Finds cards that were moved from another provider, once, by whoever moves them.',
  searchPaymentRefunds: 'Refunds are asked for by their payment.',
  storeCard: WHILE_PAYING,
  updateMerchantPos: TERMINAL,
  verifyCard: WHILE_PAYING,
}

/** The calls that core's own sources name, tests left out. */
export function callsOfCore(operationIds) {
  const files = readdirSync(sources, { recursive: true }).filter(
    (name) => name.endsWith('.ts') && !/\.test\.ts$|(^|\/)testing\//.test(name),
  )
  const text = files.map((name) => readFileSync(join(sources, name), 'utf8')).join('\n')
  return operationIds.filter((id) => text.includes(`'${id}'`))
}
