// A card that the shopper stored before, chosen on a page of ours and charged by API, always with 3D Secure:
// developer.craftgate.io/api/payment/create-3d-secure-payment. No card number passes here (PCI SAQ A).
import { randomUUID } from 'node:crypto'
import type { CraftgateClient, RequestBody } from '../../client/craftgate-client'
import { CraftgateError } from '../../errors'
import { type InstallmentOption, installmentsOfCard } from '../../installments'
import { CHECKOUT_ERRORS } from '../../messages/checkout'
import { installmentName } from '../../messages/installment-name'
import type { Localized } from '../../messages/localized'
import { toWireNumber } from '../../money'
import { cardId, createStoredCards, type StoredCard } from '../../stored-cards'
import { type Choice, type DirectFamily, directSale, type Sale, type Starting } from './family'
import { started } from './started'

export const storedCard: DirectFamily = { start, choices }

async function start(client: CraftgateClient, starting: Starting) {
  const { card, option } = await chosen(client, starting)
  const { price, ...sale } = directSale(starting)
  const { page, record, cardUserKey = '' } = starting
  const body: RequestBody<'init3DSPayment'> = {
    ...sale,
    price,
    paidPrice: toWireNumber(option.total),
    walletPrice: 0,
    installment: option.count,
    paymentPhase: record.phase,
    bankOrderId: page.orderId,
    clientIp: starting.clientIp,
    card: { cardUserKey, cardToken: card.cardToken },
  }
  const answer: unknown = await client.call('init3DSPayment', { body }, { idempotencyKey: randomUUID() })
  return started({ ...(answer as object), additionalAction: 'SHOW_HTML_CONTENT' })
}

async function chosen(client: CraftgateClient, { answers, cardUserKey, basket, page }: Starting) {
  const [id, count] = (answers.storedCard ?? '').split('-')
  const card = (await cardsOf(client, cardUserKey)).find((each) => cardId(each) === id)
  if (card === undefined) throw notOffered()
  const options = await installmentsOfCard(
    client,
    { price: basket.price, bin: card.bin },
    page.enabledInstallments,
  )
  const option = options.find((each) => String(each.count) === count)
  if (option === undefined) throw notOffered()
  return { card, option }
}

/** Each of the buyer's cards with what it may pay in, as one list. */
async function choices(client: CraftgateClient, sale: Sale): Promise<readonly Choice[]> {
  const cards = await cardsOf(client, sale.cardUserKey)
  const lists = await Promise.all(cards.map((card) => choicesOf(client, sale, card)))
  return lists.flat()
}

async function choicesOf(client: CraftgateClient, { basket, page }: Sale, card: StoredCard) {
  const options = await installmentsOfCard(
    client,
    { price: basket.price, bin: card.bin },
    page.enabledInstallments,
  )
  return options.map((option) => ({
    code: `${cardId(card)}-${option.count}`,
    name: nameOf(card, option),
  }))
}

function nameOf({ alias, family, lastFour = '' }: StoredCard, option: InstallmentOption): Localized {
  const card = `${alias ?? family ?? ''} •••• ${lastFour}`.trim()
  const { tr, en } = installmentName(option)
  return { tr: `${card}, ${tr}`, en: `${card}, ${en}` }
}

/** None for whoever does not open his own link. */
async function cardsOf(
  client: CraftgateClient,
  cardUserKey: string | undefined,
): Promise<readonly StoredCard[]> {
  if (cardUserKey === undefined) return []
  const cards = await createStoredCards({ clientFor: () => client }).cards({ merchant: '', cardUserKey })
  return cards.filter(({ expired }) => !expired)
}

const notOffered = (): CraftgateError =>
  new CraftgateError({
    kind: 'invalid-request',
    code: 'no-stored-card',
    message: CHECKOUT_ERRORS['no-stored-card'].en,
    retry: 'no',
    merchantMessage: CHECKOUT_ERRORS['no-stored-card'],
  })

/** Charges the card that the bank verified, once however often this is asked. Throws CraftgateError. */
export async function completeThreeDS(client: CraftgateClient, paymentId: number): Promise<void> {
  await client.call('complete3DSPayment', { body: { paymentId } }, { idempotencyKey: randomUUID() })
}
