import { Shopper, testCards } from '@craftgate-commerce/sandbox'
import type { Row, Scene } from '../scene'
import type { Customer, PlacedOrder } from '../store'
import { send } from './direct-ways'

// Cards of customers who have an account: stored by their own choice, then charged with one click.

export const LAST_FOUR = testCards.success.cardNumber.slice(-4)

/** The customer ticks "save my card" on the page that asks for it the first time. */
export async function saveCard(scene: Scene): Promise<Customer> {
  const customer = await scene.store.registerCustomer()
  const attempt = await scene.goToPay(await scene.place({ customer }))
  await attempt.shopper.pay({ card: testCards.success, storeCard: true })
  await scene.expectPaid(attempt.order)
  return customer
}

interface OneClick {
  readonly order: PlacedOrder
  readonly reference: string
  readonly url: string
  readonly choice: string
}

/** The customer stands on the page of the shop that lists the cards, and chose the first. */
async function chooseCard(scene: Scene, customer: Customer): Promise<OneClick> {
  const order = await scene.place({ customer })
  const { url: link, reference } = await scene.store.payLink(order)
  const url = `${link}&method=STORED_CARD`
  const { html } = await new Shopper().open(url)
  const [, choice] = new RegExp(`value="([^"]+)"[^>]*>[^<]*${LAST_FOUR}`).exec(html) ?? []
  if (choice === undefined) throw new Error('The page offers no stored card')
  return { order, reference, url, choice }
}

/** Where the HTML of the bank leads, which stands in the page of the shop. */
const bankPageIn = (html: string): string => /https?:\/\/[^"'<>\s]+\/3ds\/[^"'<>\s]+/.exec(html)?.[0] ?? ''

export const storedCards: readonly Row[] = [
  {
    title: 'stored card: a customer has none, lets the first purchase store it, and sees its last digits',
    needs: ['customers'],
    async play(scene) {
      const customer = await scene.store.registerCustomer()
      expect(await scene.store.storedCards(customer)).toEqual([])
      const { order, shopper } = await scene.goToPay(await scene.place({ customer }))
      await shopper.pay({ card: testCards.success, storeCard: true })
      await scene.expectPaid(order)
      expect(await scene.store.storedCards(customer)).toEqual([LAST_FOUR])
    },
  },
  {
    title: 'stored card: one click and 3D Secure pay the order',
    needs: ['customers'],
    async play(scene) {
      const { order, reference, url, choice } = await chooseCard(scene, await saveCard(scene))
      const { html } = await send(url, { 'stored-card': choice })
      const shopper = new Shopper()
      await shopper.open(bankPageIn(html))
      await shopper.answerBank('ok')
      expect(await scene.expectPaid(order)).toMatchObject({ payments: [{ lastFour: LAST_FOUR }] })
      expect(await scene.store.shopperSees(order, reference)).toMatchObject({ outcome: 'paid' })
      expect((await scene.craftgate.paymentsSinceMark()).at(-1)).toMatchObject({ threeDS: true })
    },
  },
  {
    title: 'stored card: who holds the link of a customer is offered no card of theirs',
    needs: ['customers'],
    async play(scene) {
      const customer = await saveCard(scene)
      const order = await scene.place({ customer })
      const { url } = await scene.store.payLink(order)
      const [link, ...proof] = url.split('&opener=')
      expect(proof).toHaveLength(1)
      const { html } = await new Shopper().open(`${link}&method=STORED_CARD`)
      expect(html).not.toContain(`•••• ${LAST_FOUR}`)
      await scene.expectUnpaid(order)
      expect(await scene.store.storedCards(customer)).toEqual([LAST_FOUR])
    },
  },
]
