// Masterpass by API, on pages of ours with Masterpass's own script: the buyer chooses a card of his account and its
// instalments, approves by a code or at his bank, and Craftgate takes the money:
// developer.craftgate.io/api/payment/payment-with-masterpass. No card number passes here.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { CraftgateClient, RequestBody } from '../../client/craftgate-client'
import { type CraftgateError, invalidRequest } from '../../errors'
import type { InstallmentOption } from '../../installments/installments'
import { amountIn } from '../../messages/amounts'
import { CHECKOUT_ERRORS } from '../../messages/checkout'
import { type Money, money, toWireNumber } from '../../money'
import { idShape } from '../../payment'
import { masterpassNumber } from '../init-request'
import { mustVerifyCard } from '../three-d-secure'
import { cardTerms, choicesIn, codeOf } from './card-terms'
import { termsOf } from './charge-card'
import type { Answers, Asking, DirectFamily, Proceeding, Sale, Started, Starting } from './family'
import { directSale } from './family'
import { startedBy, unreadableStart } from './started'

export const masterpass: DirectFamily = {
  ...{ start, script, assist, onward, proceed },
  charges: (answers) => tokenIn(answers) !== undefined,
}

/** By whom Masterpass is asked; undefined for a buyer whom it cannot know. */
function buyerOf({ page, order: { buyer } }: Pick<Sale, 'page' | 'order'>) {
  const msisdn = masterpassNumber(page, buyer)
  const userId = page.masterpassUserId ?? buyer.id
  return msisdn === undefined || userId === undefined ? undefined : { msisdn, userId }
}

/** The page that lists his cards. Who has to create, link or unlock his account first does that on the hosted page. */
async function script(client: CraftgateClient, sale: Sale) {
  const { masterpass: options } = sale.merchant
  const buyer = buyerOf(sale)
  if (options === undefined || buyer === undefined || !(await isReady(client, buyer.msisdn))) return undefined
  const { clientId, serviceUrl: address, scripts } = options
  const { msisdn } = buyer
  const settings = { clientId, address, msisdn, token: await options.listToken(buyer) }
  return { provider: 'masterpass-cards' as const, scripts, services: [address], settings }
}

const userShape = z.object({
  isEligibleToUseMasterpass: z.literal(true),
  isMasterpassAccountLinkedWithMerchant: z.literal(true),
  isMasterpassAccountLocked: z.literal(false),
})

async function isReady(client: CraftgateClient, masterpassGsmNumber: string): Promise<boolean> {
  const limits = { idempotencyKey: randomUUID() }
  const user: unknown = await client.call('checkMasterpassUser', { body: { masterpassGsmNumber } }, limits)
  return userShape.safeParse(user).success
}

/** The instalments of the card that the buyer points at. */
async function assist(client: CraftgateClient, { sale, answers }: Asking): Promise<unknown> {
  const { bin } = answers
  if (bin === undefined || !/^\d{6,8}$/.test(bin)) return undefined
  return choicesIn(await cardTerms(client, sale, bin))
}

const tokenShape = z.object({
  referenceId: z.string().min(1),
  token: z.string().min(1),
  orderNo: z.string().min(1),
})

/** Makes the token of the purchase. Nothing is paid before the buyer approved it. */
async function start(client: CraftgateClient, starting: Starting): Promise<Started> {
  const { cardName = '', binNumber = '', installment } = starting.answers
  const buyer = buyerOf(starting)
  const { options, type, forceThreeDS } = await cardTerms(client, starting, binNumber)
  const option = options.find((each) => codeOf(each) === installment)
  if (buyer === undefined || option === undefined) throw notOffered()
  const body: RequestBody<'generateMasterpassPaymentToken'> = {
    ...buyer,
    binNumber,
    forceThreeDS: forceThreeDS || mustVerifyCard(starting.page, starting, type),
    createPayment: paymentOf(starting, option),
    masterpassIntegrationVersion: 1,
  }
  const limits = { idempotencyKey: randomUUID() }
  const answer = tokenShape.safeParse(await client.call('generateMasterpassPaymentToken', { body }, limits))
  if (!answer.success) throw unreadableStart()
  const { total, count } = option
  const kept: Kept = { ...answer.data, cardName, amount: minorOf(total), installment: String(count) }
  const terms = termsOf({ option })
  return { terms, wayOn: { kind: 'script', content: JSON.stringify(kept) } }
}

function paymentOf(starting: Starting, { total, count }: InstallmentOption) {
  const { callbackUrl: _callbackUrl, ...sale } = directSale(starting)
  return {
    ...sale,
    paidPrice: toWireNumber(total),
    installment: count,
    paymentPhase: starting.record.phase,
    bankOrderId: starting.page.orderId,
    clientIp: starting.clientIp,
  }
}

/** Masterpass reads amounts in minor units. */
const minorOf = ({ minor }: Money): string => String(minor)

const keptShape = z.object({
  ...tokenShape.shape,
  cardName: z.string(),
  amount: z.string(),
  installment: z.string(),
})

/** What the page of the purchase needs again when it is opened again. */
type Kept = z.output<typeof keptShape>

/** The page on which he approves the purchase. */
function onward(sale: Sale, content: string) {
  const { clientId, serviceUrl: address = '', scripts = [], purchaseFields } = sale.merchant.masterpass ?? {}
  const { token, orderNo, cardName, amount, installment } = keptShape.parse(JSON.parse(content))
  const purchase = {
    ...purchaseFields,
    ...{ ...buyerOf(sale), token, orderNo, amount, listAccountName: cardName },
    ...{ installmentCount: installment, referenceNo: '00000000' },
    sendSmsLanguage: sale.order.locale === 'tr' ? 'tur' : 'eng',
  }
  const total = amountIn(money(Number(amount), sale.order.currency))
  const settings = { clientId, address, purchase, total }
  return { provider: 'masterpass-purchase' as const, scripts, services: [address], settings }
}

/** He approved it by a code, and Craftgate takes the money; or he goes to his bank, with the address that Masterpass named. */
async function proceed(client: CraftgateClient, proceeding: Proceeding): Promise<Started | undefined> {
  const { answers, content } = proceeding
  const { referenceId } = keptShape.parse(JSON.parse(content))
  const { 'bank-address': bank } = answers
  const token = tokenIn(answers)
  if (token !== undefined) {
    const limits = { idempotencyKey: randomUUID() }
    const body = { referenceId, token }
    return startedBy(await client.call('completeMasterpassPayment', { body }, limits))
  }
  return bank !== undefined && isOfMasterpass(bank, proceeding)
    ? toBank(client, referenceId, proceeding)
    : undefined
}

function tokenIn({ 'masterpass-token': token = '' }: Answers): string | undefined {
  return /^[\x21-\x7e]{1,512}$/.test(token) ? token : undefined
}

const bankShape = z.object({ paymentId: idShape, returnUrl: z.url({ protocol: /^https?$/ }) })

/** The portal's own sample joins the two addresses so. */
async function toBank(
  client: CraftgateClient,
  referenceId: string,
  { answers, callbackUrl }: Proceeding,
): Promise<Started> {
  const limits = { idempotencyKey: randomUUID() }
  const body = { referenceId, callbackUrl }
  const answer = bankShape.safeParse(await client.call('init3DSMasterpassPayment', { body }, limits))
  if (!answer.success) throw unreadableStart()
  const { paymentId, returnUrl } = answer.data
  return { paymentId, wayOn: { kind: 'redirect', url: `${answers['bank-address']}&returnUrl=${returnUrl}` } }
}

/** It came from the browser, so the shopper is sent to no host but Masterpass's. */
function isOfMasterpass(address: string, { merchant: { masterpass: options } }: Proceeding): boolean {
  if (options === undefined || !URL.canParse(address)) return false
  const [{ host, protocol, hostname }, own] = [new URL(address), new URL(options.serviceUrl)]
  const isTheirs = protocol === 'https:' && hostname.endsWith('.masterpassturkiye.com')
  return isTheirs || (host === own.host && protocol === own.protocol)
}

/** Charges the card that the bank verified, once however often this is asked. Throws CraftgateError. */
export async function completeMasterpassThreeDS(client: CraftgateClient, paymentId: number): Promise<void> {
  const limits = { idempotencyKey: randomUUID() }
  await client.call('complete3DSMasterpassPayment', { body: { paymentId } }, limits)
}

const notOffered = (): CraftgateError =>
  invalidRequest('no-masterpass-card', CHECKOUT_ERRORS['no-masterpass-card'])
