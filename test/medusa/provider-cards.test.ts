import { testCards } from '@craftgate-commerce/sandbox'
import { AUTH } from './payment-module/payment-shop'
import { runPaymentShop } from './payment-module/run-payment-shop'

// Account holders and stored cards, asked through Medusa's real payment module.

const CUSTOMER = { id: 'cus_1', email: 'ayse@example.com' }

runPaymentShop((shop) => {
  /** A customer whose card Craftgate stored, as Medusa writes them down. */
  async function holder() {
    const { craftgate, payments } = shop()
    await shop().pay(await shop().begin())
    const [paid] = craftgate.platform.applied
    const cardUserKey = paid?.outcome.kind === 'captured' ? paid.outcome.facts.cardUserKey : undefined
    if (cardUserKey === undefined) throw new Error('Craftgate stored no card')
    const create = () => payments.createAccountHolder({ provider_id: AUTH, context: { customer: CUSTOMER } })
    return craftgate.cardOwners.during(CUSTOMER.id, { merchant: 'main', cardUserKey }, create)
  }

  test('a customer of whom Craftgate has no card gets no account holder, and has no cards', async () => {
    const { payments } = shop()
    const nobody = await payments.createAccountHolder({ provider_id: AUTH, context: { customer: CUSTOMER } })
    expect(nobody).toBeUndefined()
    expect(await payments.listPaymentMethods({ provider_id: AUTH, context: {} })).toEqual([])
  })

  test('stored cards are listed by what their owner may see', async () => {
    const account_holder = await holder()
    const cards = await shop().payments.listPaymentMethods({ provider_id: AUTH, context: { account_holder } })
    expect(cards).toMatchObject([{ provider_id: AUTH, data: { last_four: '0002', card_family: 'Bonus' } }])
    expect(JSON.stringify(cards)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/)
  })

  test('a card is deleted by the id of the list, and no other id does anything', async () => {
    const context = { account_holder: await holder() }
    const { payments } = shop()
    const [card] = await payments.listPaymentMethods({ provider_id: AUTH, context })
    const forget = (id: string) => payments.deletePaymentMethods({ provider_id: AUTH, id, context })
    await expect(forget('another')).rejects.toThrow('There is no such card')
    await forget(card?.id ?? '')
    expect(await payments.listPaymentMethods({ provider_id: AUTH, context })).toEqual([])
  })

  test('a customer who is forgotten leaves no card behind', async () => {
    const account_holder = await holder()
    const { payments } = shop()
    await payments.deleteAccountHolder(account_holder.id)
    expect(await payments.listPaymentMethods({ provider_id: AUTH, context: { account_holder } })).toEqual([])
  })

  test('no card number passes this server', async () => {
    const card = { provider_id: AUTH, data: { ...testCards.success }, context: {} }
    await expect(shop().payments.createPaymentMethods(card)).rejects.toThrow(
      /No card number passes this server/,
    )
  })
})
