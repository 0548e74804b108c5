// A card that the shopper types on core's own page, over the real wire against the emulator.
import { inspect } from 'node:util'
import { type TestCard, testCards } from '@craftgate-commerce/sandbox'
import type { CraftgateOptions } from '../../options/options'
import { answerBank, DirectShop, locationOf } from '../../testing/direct-shop'
import { orderOf } from '../../testing/shop-harness'

let shop: DirectShop
let link: string

const RETURN = 'https://shop.example.com/return?order=o1&outcome='
const CUSTOMER = { id: 'c7', hasAccount: true }

beforeAll(async () => {
  shop = await DirectShop.start()
})
afterAll(() => shop.close())

async function sell(checkout: Exclude<CraftgateOptions['checkout'], (...args: never) => unknown> = {}) {
  await shop.reset({ cardEntry: 'server', ...checkout })
  shop.platform.order('o1').snapshot = orderOf(124_990, { buyer: CUSTOMER })
  link = await shop.linkBy('CARD')
}
beforeEach(() => sell())

/** What was logged and stored, whatever a test did, holds no card. */
afterEach(() => {
  const { checkouts, operations, applied } = shop.platform
  const deep = { depth: 50, showHidden: true, maxStringLength: null, maxArrayLength: null }
  const kept = inspect([shop.logged, checkouts, operations, applied], deep)
  for (const { cardNumber, cardHolderName } of Object.values(testCards)) {
    expect(kept).not.toContain(cardNumber)
    expect(kept).not.toContain(cardHolderName)
  }
  expect(kept).not.toContain('11/44')
})

const SINGLE = '1-124990'

const fieldsOf = ({ cardHolderName, cardNumber, expireMonth, expireYear, cvc }: TestCard) => ({
  holder: cardHolderName,
  number: cardNumber.replace(/(\d{4})(?=\d)/g, '$1 '),
  expiry: `${expireMonth}/${expireYear.slice(2)}`,
  cvc,
})

const type = (card: TestCard, more: Record<string, string> = {}, shopper?: string) =>
  shop.send(link, { ...fieldsOf(card), installment: SINGLE, ...more }, { shopper })

const paid = () => shop.platform.order('o1').payment

/** The ways to pay that a page offers, by their values. */
async function choicesOn(response: Response): Promise<Readonly<Record<string, string>>> {
  const html = await response.text()
  const found = html.matchAll(/name="installment" value="([^"]+)"[^>]*> ([^<]+)/g)
  return Object.fromEntries([...found].map(([, code = '', name = '']) => [code, name]))
}

describe('the page', () => {
  test('asks for the card, loads nothing, runs nothing, and may stand in no frame', async () => {
    const opened = await shop.open(link)
    expect(opened.status).toBe(200)
    expect(opened.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/)
    expect(opened.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(opened.headers.get('cache-control')).toBe('no-store')
    const html = await opened.text()
    expect(html).not.toMatch(/<script|src=|http/)
    for (const name of ['cc-name', 'cc-number', 'cc-exp', 'cc-csc'])
      expect(html).toContain(`autocomplete="${name}"`)
    expect(html).toContain('1.249,90 TL')
    expect(shop.calls('/3ds-init')).toHaveLength(0)
  })

  test('speaks English to whoever reads it', async () => {
    const english = await shop.commerce.handle(new Request(link, { headers: { 'accept-language': 'en' } }))
    expect(await english.text()).toContain('Security code (CVC)')
  })

  test('without the option the card is typed at Craftgate', async () => {
    await shop.reset({})
    expect(locationOf(await shop.open(await shop.linkBy('CARD')))).toContain(shop.sandbox.url)
  })

  test('says what is wrong beside the field, and repeats nothing that was typed', async () => {
    const wrong = { holder: '5', number: '5209 2200 0000 0003', expiry: '13/44', cvc: '12' }
    const answer = await shop.send(link, { ...wrong, installment: SINGLE })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    for (const field of Object.keys(wrong)) {
      expect(html).toContain(`href="#${field}"`)
      expect(html).toMatch(
        new RegExp(`id="${field}"[^>]* aria-invalid="true" aria-describedby="${field}-problem"`),
      )
      expect(html).toContain(`id="${field}-problem"`)
    }
    for (const typed of ['0000 0003', '52092200', '13/44', 'value="12"']) expect(html).not.toContain(typed)
    expect((await shop.attempt()).state).toBe('created')
  })

  test('a page of another site cannot send it a card', async () => {
    const body = new URLSearchParams({ ...fieldsOf(testCards.success), installment: SINGLE })
    const headers = { 'sec-fetch-site': 'cross-site' }
    const answer = await shop.commerce.handle(new Request(link, { method: 'POST', body, headers }))
    expect(answer.status).toBe(403)
    expect(shop.calls('/3ds-init')).toHaveLength(0)
  })
})

describe('with 3D Secure, which is the rule of a shop that has none', () => {
  test('pays when the bank verified the shopper', async () => {
    const back = await shop.deliver(await answerBank(await type(testCards.success)))
    expect(locationOf(back)).toBe(`${RETURN}captured`)
    expect(paid()).toMatchObject({
      facts: { threeDS: true, method: 'CARD', card: { lastFour: '0002', storedCard: false } },
    })
    expect(shop.calls('/3ds-complete')).toHaveLength(1)
  })

  test('nobody comes back from the bank: the scheduled check charges what was verified', async () => {
    await answerBank(await type(testCards.success))
    await shop.sandbox.control.clock.advance({ minutes: 3 })
    await shop.commerce.reconcile()
    expect(paid()).toMatchObject({ state: 'captured' })
  })

  test.each(['notSufficientFunds', 'threeDSMdStatus0'] as const)(
    '%s: the page says what to do and takes another card as a new attempt',
    async (name) => {
      const back = await shop.deliver(await answerBank(await type(testCards[name])))
      expect(locationOf(back)).toContain('method=CARD')
      const page = await (await shop.open(locationOf(back))).text()
      expect(page).toMatch(
        name === 'notSufficientFunds' ? /limiti|bakiye/ : /Ödeme alınamadı. Yeniden deneyin/,
      )
      expect(paid()).toBeUndefined()
      await shop.deliver(await answerBank(await type(testCards.success)))
      expect(paid()).toMatchObject({ state: 'captured' })
      expect((await shop.attempt()).attempt).toBe(2)
      expect(shop.sandbox.control.sums().TRY?.captured).toBe('1249.90')
    },
  )

  test('3D Secure cannot be started: the page says so at once, and the shop hears of the decline', async () => {
    const answer = await type(testCards.threeDSInitError)
    expect(await answer.text()).toContain('3D Secure doğrulaması başlatılamadı')
    expect(shop.platform.applied.map(({ outcome }) => outcome.kind)).toEqual(['declined'])
  })

  test('the link again leads back to the bank, or to another card; the earlier one is charged no more', async () => {
    const first = await type(testCards.success)
    const waiting = await (await shop.open(link)).text()
    expect(waiting).toContain('Kart ödemeniz doğrulama bekliyor')
    expect(await (await shop.send(link, { go: 'bank' })).text()).toContain('/3ds/')
    const anew = await shop.send(link, { leave: '1' })
    expect(await anew.text()).toContain('cc-number')
    await shop.deliver(await answerBank(first))
    expect(shop.calls('/3ds-complete')).toHaveLength(0)
    await shop.deliver(await answerBank(await type(testCards.world)))
    expect(paid()).toMatchObject({ facts: { card: { lastFour: '0001' } } })
    expect(shop.sandbox.control.sums().TRY?.captured).toBe('1249.90')
  })

  test('who goes back and types another card pays with that one', async () => {
    const first = await type(testCards.success)
    const second = await type(testCards.world)
    await shop.deliver(await answerBank(first))
    expect(paid()).toBeUndefined()
    await shop.deliver(await answerBank(second))
    expect(paid()).toMatchObject({ facts: { card: { lastFour: '0001' } } })
    expect(shop.sandbox.control.sums().TRY?.captured).toBe('1249.90')
  })

  test('an order that changed while he was at the bank is not charged', async () => {
    const callback = await answerBank(await type(testCards.success))
    shop.platform.order('o1').snapshot = orderOf(99_990, { buyer: CUSTOMER })
    await shop.deliver(callback)
    expect(shop.calls('/3ds-complete')).toHaveLength(0)
  })
})

describe('instalments', () => {
  test('are listed by the first eight digits alone, and cost what the page said', async () => {
    const listed = await shop.send(link, { bin: '5209 2200' })
    const choices = await choicesOn(listed)
    const [three = ''] = Object.keys(choices).filter((code) => code.startsWith('3-'))
    expect(choices[three]).toMatch(/^3 taksit × /)
    await shop.deliver(
      await answerBank(await type(testCards.success, { installment: three, bin: '52092200' })),
    )
    const { facts } = paid() ?? {}
    expect(facts).toMatchObject({ installment: 3, price: { minor: 124_990 } })
    expect(facts?.paidPrice.minor).toBe(Number(three.slice(2)))
  })

  test('of another card than the one that is typed are not charged: the right ones are listed', async () => {
    const choices = await choicesOn(await shop.send(link, { bin: '52092200' }))
    const [three = ''] = Object.keys(choices).filter((code) => code.startsWith('3-'))
    const answer = await type(testCards.debit, { installment: three, bin: '52092200' })
    expect(answer.status).toBe(422)
    expect(Object.keys(await choicesOn(answer))).toEqual([SINGLE])
    expect(shop.calls('/3ds-init')).toHaveLength(0)
  })

  test('keep to the shop’s own prices and counts', async () => {
    await sell({
      enabledInstallments: [1, 2, 3],
      forOrder: () => ({ cardBrandInstallments: { Bonus: [{ number: 2, totalPrice: 130_000 }] } }),
    })
    const choices = await choicesOn(await shop.send(link, { bin: '52092200' }))
    expect(choices).toEqual({
      [SINGLE]: expect.any(String),
      '2-130000': '2 taksit × 650,00 TL (toplam 1.300,00 TL)',
    })
  })

  test.each(['1234', 'abc', '', '5209220'])('%p are no eight digits', async (bin) => {
    const answer = await shop.send(link, { bin })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('id="bin-problem"')
  })
})

describe('which cards', () => {
  test('a debit card is refused where the shop takes credit cards alone', async () => {
    await sell({ allowOnlyCreditCard: true })
    expect(await (await type(testCards.debit)).text()).toContain('yalnızca kredi kartı')
    expect(shop.calls('/3ds-init')).toHaveLength(0)
  })

  test('American Express has four digits on its front', async () => {
    const answer = await type({ ...testCards.amex, cvc: '123' })
    expect(await answer.text()).toContain('4 haneli')
    await shop.deliver(await answerBank(await type(testCards.amex)))
    expect(paid()).toMatchObject({ state: 'captured' })
  })

  test('where only stored cards pay, Craftgate’s page says so', async () => {
    await sell({ allowOnlyStoredCards: true })
    expect(await (await shop.open(link)).text()).not.toContain('cc-number')
  })
})

describe('a pre-authorization', () => {
  const linkOf = async () => {
    const expected = { minor: 124_990, currency: 'TRY' } as const
    const sale = { reference: 's1', merchant: 'tr', order: 'o1', expected, phase: 'PRE_AUTH' } as const
    return (await shop.commerce.begin(sale)).payLinkBy('CARD')
  }

  test('holds the money', async () => {
    link = await linkOf()
    await shop.deliver(await answerBank(await type(testCards.success)))
    expect(paid()).toMatchObject({ state: 'authorized' })
    expect(shop.sandbox.control.sums().TRY).toMatchObject({ held: '1249.90', captured: '0.00' })
  })

  test('of a card that is no credit card is charged at once where the shop says so', async () => {
    await sell({ forceAuthForNonCreditCards: true })
    link = await linkOf()
    await shop.deliver(await answerBank(await type(testCards.debit)))
    expect(shop.sandbox.control.sums().TRY).toMatchObject({ held: '0.00', captured: '1249.90' })
  })
})

describe('storing the card', () => {
  const store = async (shopper: string | undefined, more: Record<string, string> = {}) => {
    await shop.deliver(await answerBank(await type(testCards.success, more, shopper)))
    return { cardUserKey: paid()?.facts.cardUserKey, wallet: (await shop.attempt()).context.wallet }
  }

  test('is offered to whoever opens his own link, and done when he says so', async () => {
    expect(await (await shop.open(link, { shopper: 'c7' })).text()).toContain('name="save"')
    expect(await store('c7', { save: 'yes' })).toEqual({ cardUserKey: expect.any(String), wallet: 'c7' })
  })

  test('is not done when he does not', async () => {
    expect(await store('c7')).toEqual({ cardUserKey: undefined, wallet: undefined })
  })

  test.each([undefined, 'c8'])('is neither offered to nor done for anybody else (%s)', async (shopper) => {
    expect(await (await shop.open(link, { shopper })).text()).not.toContain('name="save"')
    expect(await store(shopper, { save: 'yes' })).toEqual({ cardUserKey: undefined, wallet: undefined })
  })

  test('is told, not asked, where the shop always stores', async () => {
    await sell({ alwaysStoreCard: true })
    const page = await (await shop.open(link, { shopper: 'c7' })).text()
    expect(page).not.toContain('name="save"')
    expect(page).toContain('saklanır')
    expect((await store('c7')).cardUserKey).toEqual(expect.any(String))
  })

  test('is off where the shop says so', async () => {
    await sell({ disableStoreCard: true })
    expect((await store('c7', { save: 'yes' })).cardUserKey).toBeUndefined()
  })
})

describe('without 3D Secure', () => {
  beforeEach(() => sell({ threeDSecure: 'never' }))

  test('pays at once where the shop’s rule says so', async () => {
    expect(locationOf(await type(testCards.success))).toBe(`${RETURN}captured`)
    expect(paid()).toMatchObject({ facts: { threeDS: false, method: 'CARD' } })
    expect(shop.calls('/card-payments')).toHaveLength(1)
  })

  test('the rules judge the very card: a debit card is verified, a credit card is not', async () => {
    await sell({ threeDSecure: { debitCards: true } })
    await type(testCards.debit)
    expect(shop.calls('/3ds-init')).toHaveLength(1)
    await sell({ threeDSecure: { debitCards: true } })
    expect(locationOf(await type(testCards.success))).toBe(`${RETURN}captured`)
  })

  test('what Craftgate itself refuses is told on the page', async () => {
    await sell({ threeDSecure: 'never', routingOptions: { posAliases: ['none'] } })
    expect(await (await type(testCards.success)).text()).toMatch(/kabul edilmedi[\s\S]*cc-number/)
    expect((await shop.attempt()).note).toBe('Craftgate did not start CARD (4031)')
  })

  test('a decline is told on the page, and the next card is a new attempt', async () => {
    const answer = await type(testCards.notSufficientFunds)
    expect(await answer.text()).toMatch(/limiti|bakiye/)
    expect(shop.platform.applied.map(({ outcome }) => outcome.kind)).toEqual(['declined'])
    expect((await shop.attempt()).state).toBe('expired')
    expect(locationOf(await type(testCards.success))).toBe(`${RETURN}captured`)
    expect((await shop.attempt()).attempt).toBe(2)
  })

  test('of one card after the other the sixth is verified by its bank', async () => {
    for (const _ of [1, 2, 3, 4, 5]) await type(testCards.doNotHonour)
    expect(shop.calls('/3ds-init')).toHaveLength(0)
    await type(testCards.success)
    expect(shop.calls('/3ds-init')).toHaveLength(1)
    expect(shop.sandbox.control.sums().TRY?.captured ?? '0.00').toBe('0.00')
  })

  test('after a stolen card the next one is verified, where the shop has rules', async () => {
    await sell({ threeDSecure: {} })
    await type(testCards.stolenCard)
    await type(testCards.success)
    expect(shop.calls('/3ds-init')).toHaveLength(1)
  })
})
