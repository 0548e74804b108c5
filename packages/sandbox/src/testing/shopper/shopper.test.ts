import type { CheckoutView } from '../../hosted-page-service'
import { createPages } from '../../pages/create-pages'
import { FakeHostedPageService } from '../../pages/fake-hosted-page-service'
import { HtmlForm, parsePage } from './html-form'
import { Shopper } from './shopper'
import { testCards } from './test-cards'

const storedCards = [{ cardToken: 'stored-1', lastFour: '0002', brand: 'Bonus', bin: '52092200' }]

/** The sandbox at sandbox.test, a merchant at shop.test that sends shoppers to a storefront that is not running. */
function ctx(view: Partial<CheckoutView> = {}) {
  const service = new FakeHostedPageService(view)
  const pages = createPages(service)
  const requests: Request[] = []
  const posted: Record<string, string>[] = []
  const shop = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url)
    if (pathname === '/pay/order-1')
      return redirect('http://sandbox.test/checkout/tok-1', { 'set-cookie': 'cart=42; Path=/; HttpOnly' })
    if (pathname !== '/craftgate/callback') return redirect('http://storefront.test/order/1')
    posted.push(Object.fromEntries(new URLSearchParams(await request.text())))
    return redirect('/thanks')
  }
  const fetch = (request: Request) => {
    requests.push(request.clone())
    const { host } = new URL(request.url)
    if (host === 'sandbox.test') return pages.fetch(request)
    if (host === 'shop.test') return shop(request)
    throw new TypeError('fetch failed')
  }
  return { service, requests, posted, shopper: new Shopper({ fetch, clientIp: '85.105.1.2' }) }
}

const redirect = (location: string, headers: Record<string, string> = {}) =>
  new Response(null, { status: 303, headers: { location, ...headers } })

const payLink = 'http://shop.test/pay/order-1'

describe('Shopper', () => {
  it('opens a pay link and comes to the hosted page', async () => {
    const { shopper } = ctx()
    const page = await shopper.open(payLink)
    expect(page).toMatchObject({ url: 'http://sandbox.test/checkout/tok-1', status: 200 })
  })

  it('pays, posts the callback, and follows the merchant up to a storefront that need not run', async () => {
    const { shopper, service, posted } = ctx()
    await shopper.open(payLink)
    const result = await shopper.pay({ card: testCards.success })
    expect(result).toMatchObject({
      outcome: 'returned',
      callback: { url: 'http://shop.test/craftgate/callback', fields: { token: 'tok-1' } },
      response: { status: 303, location: 'http://storefront.test/order/1' },
    })
    expect(posted).toEqual([{ token: 'tok-1' }])
    expect(service.entries[0]).toMatchObject({ installment: 1, threeDS: false, clientIp: '85.105.1.2' })
  })

  it('keeps cookies per origin', async () => {
    const { shopper, requests } = ctx()
    await shopper.open(payLink)
    await shopper.pay({ card: testCards.success })
    const cookies = requests.map((request) => [new URL(request.url).host, request.headers.get('cookie')])
    expect(cookies).toContainEqual(['shop.test', 'cart=42'])
    expect(cookies.filter(([host]) => host === 'sandbox.test').every(([, cookie]) => cookie === null)).toBe(
      true,
    )
  })

  it('chooses instalments in the step without JavaScript', async () => {
    const { shopper, service } = ctx()
    await shopper.open(payLink)
    await shopper.pay({ card: testCards.success, installment: 3 })
    expect(service.entries[0]?.installment).toBe(3)
  })

  it('refuses instalments that the page does not offer', async () => {
    const { shopper } = ctx()
    await shopper.open(payLink)
    await expect(shopper.pay({ card: testCards.success, installment: 12 })).rejects.toThrow(
      /12 is not offered, only 1, 2, 3/,
    )
  })

  it('holds the callback back, to be delivered later, twice, or changed', async () => {
    const { shopper, posted } = ctx()
    await shopper.open(payLink)
    const { outcome, callback } = await shopper.pay({ card: testCards.success, deliver: false })
    expect(outcome).toBe('held')
    expect(posted).toEqual([])
    if (callback === undefined) throw new Error('no callback')
    await shopper.deliver(callback)
    await shopper.deliver({ ...callback, fields: { token: 'forged' } })
    expect(posted).toEqual([{ token: 'tok-1' }, { token: 'forged' }])
  })

  it('is declined, reads why, and tries another card on the same page', async () => {
    const { shopper } = ctx()
    await shopper.open(payLink)
    const first = await shopper.pay({ card: testCards.notSufficientFunds })
    expect(first).toMatchObject({
      outcome: 'declined',
      message: 'Kart limiti yetersiz',
      code: '10051',
      group: 'NOT_SUFFICIENT_FUNDS',
    })
    expect(await shopper.pay({ card: testCards.success })).toMatchObject({ outcome: 'returned' })
  })

  it('answers the bank with the right code', async () => {
    const { shopper } = ctx()
    await shopper.open(payLink)
    expect(await shopper.pay({ card: testCards.success, threeDS: 'ok' })).toMatchObject({
      outcome: 'returned',
    })
  })

  it.each(['wrong-code', 'cancel'] as const)('fails at the bank with %s', async (threeDS) => {
    const { shopper } = ctx()
    await shopper.open(payLink)
    expect(await shopper.pay({ card: testCards.success, threeDS })).toMatchObject({ outcome: 'declined' })
  })

  it('stays before the bank until it answers', async () => {
    const { shopper, posted } = ctx()
    await shopper.open(payLink)
    expect(await shopper.pay({ card: testCards.success, threeDS: 'stay' })).toMatchObject({ outcome: 'bank' })
    expect(posted).toEqual([])
    expect(await shopper.answerBank('ok')).toMatchObject({ outcome: 'returned' })
  })

  it('answers a bank that was forced on the payment', async () => {
    const { shopper, service } = ctx({ forceThreeDS: true })
    await shopper.open(payLink)
    expect(await shopper.pay({ card: testCards.success })).toMatchObject({ outcome: 'returned' })
    expect(service.entries[0]?.threeDS).toBe(true)
  })

  it('pays with a saved card and its instalments', async () => {
    const { shopper, service } = ctx({ storedCards })
    await shopper.open(payLink)
    await shopper.pay({ storedCard: 'first', installment: 2 })
    expect(service.entries[0]).toMatchObject({ card: { cardToken: 'stored-1' }, installment: 2 })
  })

  it('uses a new card although a saved one is ticked, and may save it', async () => {
    const { shopper, service } = ctx({ storedCards })
    await shopper.open(payLink)
    await shopper.pay({ card: testCards.success, storeCard: true })
    expect(service.entries[0]?.card).toMatchObject({
      cardNumber: testCards.success.cardNumber,
      storeCard: true,
    })
  })

  it('reads what the page finds invalid', async () => {
    const { shopper } = ctx()
    await shopper.open(payLink)
    const result = await shopper.pay({ card: { ...testCards.success, cardNumber: '9990000000000000' } })
    expect(result).toMatchObject({ outcome: 'invalid' })
    expect(result.message).toContain('Kart tanınmıyor')
  })

  it('leaves without paying', async () => {
    const { shopper, posted } = ctx()
    await shopper.open(payLink)
    expect(await shopper.leave()).toMatchObject({ outcome: 'returned' })
    expect(posted).toEqual([{ token: 'tok-1' }])
  })

  it('sees that a callback was lost', async () => {
    const { shopper, service, posted } = ctx()
    service.lost = true
    await shopper.open(payLink)
    expect(await shopper.pay({ card: testCards.success })).toMatchObject({ outcome: 'lost' })
    expect(posted).toEqual([])
  })

  it.each(['paid', 'expired'] as const)('tells that the page is %s', async (state) => {
    const { shopper } = ctx({ state })
    await shopper.open(payLink)
    expect(await shopper.pay({ card: testCards.success })).toMatchObject({ outcome: state })
  })

  it('shows the HTML of an API flow and answers its bank', async () => {
    const { shopper, service } = ctx({ forceThreeDS: true })
    service.pay('tok-1', { card: { cardToken: 'x' }, installment: 1, threeDS: true })
    await shopper.openHtml('<form method="post" action="/3ds/bank-1"></form>', 'http://sandbox.test')
    expect(await shopper.answerBank('ok', { deliver: false })).toMatchObject({ outcome: 'held' })
  })

  it('stands before nobody when a redirect leads to a server that is down', async () => {
    const { shopper } = ctx()
    expect(await shopper.open('http://shop.test/thanks')).toEqual({
      url: 'http://storefront.test/order/1',
      status: 0,
      html: '',
    })
  })

  it('asks to be opened first', () => {
    expect(() => new Shopper().page).toThrow('Open a page first')
  })
})

describe('HtmlForm', () => {
  const form = (inner: string) => {
    const element = parsePage(`<form action="/go?x=1" method="POST">${inner}</form>`).querySelector('form')
    if (element === null) throw new Error('no form')
    return new HtmlForm(element, 'http://a.test/b/c')
  }

  it('resolves its action against the page', () => {
    expect(form('').action).toBe('http://a.test/go?x=1')
  })

  it('sends what a browser would: no disabled, unticked, unnamed or submit controls', () => {
    const entries =
      form(`<input name="a" value="1"><input name="b" value="2" disabled><input type="checkbox" name="c" value="3">
      <input type="checkbox" name="d" checked><input value="x"><button name="e" value="5">go</button><input type="submit" name="f" value="6">
      <select name="s"><option value="1"></option><option value="2" selected></option></select><noscript><input name="n" value="7"></noscript>`).entries
    expect(entries.toString()).toBe('a=1&d=on&s=2&n=7')
  })

  it('refuses fields and choices that are not there', () => {
    expect(() => form('').set('x', '1')).toThrow('no field x')
    expect(() => form('<input type="radio" name="r" value="1">').set('r', '2')).toThrow('not offered')
  })

  it('leaves a locked checkbox as it is', () => {
    expect(
      form('<input type="checkbox" name="c" value="1" checked disabled>').tick('c', true).entries.has('c'),
    ).toBe(false)
  })
})
