import { parse } from 'node-html-parser'
import type { CheckoutView } from '../hosted-page-service'
import { testCards } from '../testing/shopper/test-cards'
import { createPages } from './create-pages'
import { FakeHostedPageService } from './fake-hosted-page-service'
import { bankScript, frameScript, hostedScript, returnScript } from './scripts'

const card = {
  cardHolderName: 'Ayşe Yılmaz',
  cardNumber: '5209 2200 0000 0002',
  expiry: '11 / 44',
  cvc: '739',
  installment: '1',
}

const storedCards = [
  { cardToken: 'stored-1', lastFour: '0002', brand: 'Bonus', cardAlias: 'maaş kartım', bin: '52092200' },
]

function sandbox(view: Partial<CheckoutView> = {}) {
  const service = new FakeHostedPageService(view)
  const pages = createPages(service)
  const get = async (path: string) => read(await pages.request(path))
  const post = async (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    read(await pages.request(path, { method: 'POST', body: new URLSearchParams(fields), headers }))
  /** What the browser shows after a POST: every one ends in a redirect. */
  const submit = async (...sent: Parameters<typeof post>) => {
    const { status, headers } = await post(...sent)
    expect(status).toBe(303)
    return get(headers.get('location') ?? '')
  }
  return { service, pages, get, post, submit }
}

async function read(response: Response) {
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, dom: parse(text) }
}

describe('the hosted page', () => {
  it('shows merchant, basket, total and says that it is a sandbox, in Turkish by default', async () => {
    const { status, text, dom } = await sandbox().get('/checkout/tok-1')
    expect(status).toBe(200)
    expect(dom.querySelector('html')?.getAttribute('lang')).toBe('tr')
    expect(dom.querySelector('#merchant')?.text).toBe('Çarşı Pazar')
    expect(dom.querySelector('.grand')?.text).toBe('₺1.249,90')
    expect(text).toContain('El dokuması kilim')
    expect(dom.querySelector('.ribbon')?.text).toContain('Test ortamı')
  })

  it('speaks English with lang=en and keeps the language in its forms', async () => {
    const { dom } = await sandbox().get('/checkout/tok-1?lang=en&iframe=true')
    expect(dom.querySelector('html')?.getAttribute('lang')).toBe('en')
    expect(dom.querySelector('.pay')?.text).toBe('Pay ₺1,249.90')
    const action = dom.querySelector('#pay-form')?.getAttribute('action')
    expect(action).toBe('/checkout/tok-1/pay?lang=en&iframe=true')
  })

  it('formats currencies without decimals and with three of them exactly', async () => {
    const yen = await sandbox({ price: '12345', currency: 'JPY', items: [] }).get('/checkout/tok-1?lang=en')
    const dinar = await sandbox({ price: '12.345', currency: 'KWD', items: [] }).get(
      '/checkout/tok-1?lang=en',
    )
    expect(yen.dom.querySelector('.grand')?.text).toBe('¥12,345')
    expect(dinar.dom.querySelector('.grand')?.text).toMatch(/12\.345$/)
  })

  it.each([
    ['cardHolderName', 'cc-name', 'text'],
    ['cardNumber', 'cc-number', 'numeric'],
    ['expiry', 'cc-exp', 'numeric'],
    ['cvc', 'cc-csc', 'numeric'],
  ])('labels %s, and tells the browser what belongs there', async (name, autocomplete, inputmode) => {
    const { dom } = await sandbox().get('/checkout/tok-1')
    const input = dom.querySelector(`#${name}`)
    expect(dom.querySelector(`label[for=${name}]`)?.text).not.toBe('')
    expect(input?.getAttribute('name')).toBe(name)
    expect(input?.getAttribute('autocomplete')).toBe(autocomplete)
    expect(input?.getAttribute('inputmode')).toBe(inputmode)
  })

  it('ticks and locks 3D Secure when the checkout forces it', async () => {
    const { dom } = await sandbox({ forceThreeDS: true }).get('/checkout/tok-1')
    expect(dom.querySelector('#threeDS')?.hasAttribute('checked')).toBe(true)
    expect(dom.querySelector('#threeDS')?.hasAttribute('disabled')).toBe(true)
  })

  it('offers to save the card only when the checkout allows it', async () => {
    const allowed = await sandbox().get('/checkout/tok-1')
    const refused = await sandbox({ mayStoreCard: false }).get('/checkout/tok-1')
    expect(allowed.dom.querySelector('input[name=storeCard]')).not.toBeNull()
    expect(refused.dom.querySelector('input[name=storeCard]')).toBeNull()
  })

  it('explains a pre-authorization', async () => {
    const { dom } = await sandbox({ preAuthorized: true }).get('/checkout/tok-1')
    expect(dom.querySelector('.pre-auth')?.text).toContain('bloke')
  })

  it('ticks the first saved card and shows its instalments at once', async () => {
    const { dom } = await sandbox({ storedCards }).get('/checkout/tok-1')
    const saved = dom.querySelector('input[value=stored-1]')
    expect(saved?.hasAttribute('checked')).toBe(true)
    expect(saved?.parentNode?.text).toContain('Bonus •••• 0002 (maaş kartım)')
    expect(dom.querySelectorAll('input[name=installment]')).toHaveLength(3)
  })

  it('has no form for a new card when only saved cards are taken', async () => {
    const { dom } = await sandbox({ storedCards, onlyStoredCards: true }).get('/checkout/tok-1')
    expect(dom.querySelector('#cardNumber')).toBeNull()
    expect(dom.querySelector('input[name=cardToken][value=""]')).toBeNull()
  })

  it('says why the last try was declined and stays open for another', async () => {
    const lastError = { code: '10051', description: 'Kart limiti yetersiz', group: 'NOT_SUFFICIENT_FUNDS' }
    const { dom } = await sandbox({ lastError }).get('/checkout/tok-1')
    const alert = dom.querySelector('.alert')
    expect(alert?.getAttribute('role')).toBe('alert')
    expect(alert?.text).toContain('Kart limiti yetersiz')
    expect(dom.querySelector('#pay-form')).not.toBeNull()
  })

  it('says it in English where English is spoken', async () => {
    const lastError = {
      code: '10051',
      description: 'Kart limiti yetersiz',
      descriptionEn: 'Not sufficient funds',
    }
    const { dom } = await sandbox({ lastError }).get('/checkout/tok-1?lang=en')
    expect(dom.querySelector('.reason')?.text).toBe('Not sufficient funds')
  })

  it.each([
    ['paid', 200, 'Bu ödeme tamamlandı'],
    ['expired', 410, 'süresi doldu'],
  ] as const)('of a checkout that is %s shows no form but a way back', async (state, status, words) => {
    const page = await sandbox({ state }).get('/checkout/tok-1')
    expect(page.status).toBe(status)
    expect(page.text).toContain(words)
    expect(page.dom.querySelector('#pay-form')).toBeNull()
    expect(page.dom.querySelector('#leave-form')).not.toBeNull()
  })

  it('of an unknown token is not found', async () => {
    const page = await sandbox().get('/checkout/nobody')
    expect(page.status).toBe(404)
    expect(page.dom.querySelector('[data-notice=unknown]')).not.toBeNull()
  })

  it('draws the card picture only with animatedCard=true', async () => {
    const { get } = sandbox()
    expect((await get('/checkout/tok-1')).dom.querySelector('.picture')).toBeNull()
    const picture = (await get('/checkout/tok-1?animatedCard=true')).dom.querySelector('.picture')
    expect(picture?.getAttribute('aria-hidden')).toBe('true')
  })
})

describe('instalments', () => {
  it('come as a fragment by BIN, the chosen one kept, interest marked', async () => {
    const { status, text, dom, headers } = await sandbox().get('/checkout/tok-1/bin/520922?selected=3')
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(text).not.toContain('<html')
    expect(dom.querySelector('.offer')?.getAttribute('data-bank')).toBe('T. GARANTİ BANKASI A.Ş.')
    const three = dom.querySelector('input[value="3"]')
    expect(three?.hasAttribute('checked')).toBe(true)
    expect(three?.getAttribute('data-extra')).toBe('true')
    expect(dom.querySelector('input[value="2"]')?.parentNode?.text).toContain('vade farksız')
  })

  it.each(['123456', 'none', '52092'])(
    'of digits that name no card (%s) leave paying at once',
    async (digits) => {
      const { dom } = await sandbox().get(`/checkout/tok-1/bin/${digits}`)
      expect(dom.querySelector('input[name=installment]')?.getAttribute('value')).toBe('1')
    },
  )

  it('are a step of their own without JavaScript', async () => {
    const { submit } = sandbox()
    const { dom } = await submit('/checkout/tok-1/installments', { bin: '5209 2200' })
    expect(dom.querySelectorAll('#pay-form input[name=installment]')).toHaveLength(3)
  })

  it('of a saved card come in the same step', async () => {
    const { submit } = sandbox({ storedCards })
    const { dom } = await submit('/checkout/tok-1/installments', { cardToken: 'stored-1', bin: '' })
    expect(dom.querySelectorAll('#pay-form input[name=installment]')).toHaveLength(3)
    expect(dom.querySelector('input[value=stored-1]')?.hasAttribute('checked')).toBe(true)
  })
})

describe('paying', () => {
  it('gives the engine the card as Craftgate wants it, with the address of the shopper', async () => {
    const { service, post } = sandbox()
    await post(
      '/checkout/tok-1/pay',
      { ...card, installment: '3', storeCard: 'true' },
      { 'x-forwarded-for': '85.105.1.2, 10.0.0.1' },
    )
    expect(service.entries).toEqual([
      {
        card: {
          cardHolderName: 'Ayşe Yılmaz',
          cardNumber: '5209220000000002',
          expireMonth: '11',
          expireYear: '2044',
          cvc: '739',
          storeCard: true,
        },
        installment: 3,
        threeDS: false,
        clientIp: '85.105.1.2',
      },
    ])
  })

  it('pays with a saved card without asking for card fields', async () => {
    const { service, post } = sandbox({ storedCards })
    await post('/checkout/tok-1/pay', { cardToken: 'stored-1', installment: '2' })
    expect(service.entries).toEqual([{ card: { cardToken: 'stored-1' }, installment: 2, threeDS: false }])
  })

  it('sends the browser back with a form to the callbackUrl, the button there for a browser without JavaScript', async () => {
    const { submit } = sandbox()
    const { dom, headers } = await submit('/checkout/tok-1/pay', card)
    const form = dom.querySelector('form[data-role=return]')
    expect(form?.getAttribute('method')).toBe('post')
    expect(form?.getAttribute('action')).toBe('http://shop.test/craftgate/callback')
    expect(form?.querySelector('input[name=token]')?.getAttribute('value')).toBe('tok-1')
    expect(form?.querySelector('button')?.text).toBe('Mağazaya dön')
    expect(headers.get('content-security-policy')).toContain('form-action http: https:')
  })

  it('goes back to the page after a decline, so that a reload pays nothing', async () => {
    const { post } = sandbox()
    const { status, headers } = await post('/checkout/tok-1/pay?lang=en', {
      ...card,
      cardNumber: testCards.notSufficientFunds.cardNumber,
    })
    expect(status).toBe(303)
    expect(headers.get('location')).toBe('/checkout/tok-1?lang=en')
  })

  it('gives a tab that was paid elsewhere no page to put among its instalments, but the sign to look again', async () => {
    const { status, text } = await sandbox({ state: 'paid' }).get('/checkout/tok-1/bin/520922')
    expect(status).toBe(204)
    expect(text).toBe('')
    expect(hostedScript).toContain('if (answer.status === 204) return location.reload()')
  })

  it('shows a decline at once when no attempt was kept that could tell it later', async () => {
    const { submit } = sandbox()
    const { status, dom } = await submit('/checkout/tok-1/pay', { ...card, cardNumber: '8880000000000000' })
    expect(status).toBe(200)
    expect(dom.querySelector('.alert')?.text).toContain('POS bulunamadı')
    expect(dom.querySelector('#cardHolderName')?.getAttribute('value')).toBe('Ayşe Yılmaz')
  })

  it('asks the bank on the host that the browser already uses', async () => {
    const { post } = sandbox()
    const { status, headers } = await post('/checkout/tok-1/pay?iframe=true', { ...card, threeDS: 'true' })
    expect(status).toBe(303)
    expect(headers.get('location')).toBe('/3ds/bank-1?lang=tr&iframe=true')
  })

  it('asks for 3D Secure when the checkout forces it, whatever the form says', async () => {
    const { service, post } = sandbox({ forceThreeDS: true })
    await post('/checkout/tok-1/pay', card)
    expect(service.entries[0]?.threeDS).toBe(true)
  })

  it('marks the fields that are missing and keeps what may be kept', async () => {
    const { service, submit } = sandbox()
    const { status, dom } = await submit('/checkout/tok-1/pay', { ...card, cardNumber: '12', cvc: '' })
    expect(status).toBe(422)
    expect(service.entries).toEqual([])
    expect(dom.querySelector('#cardNumber')?.getAttribute('aria-invalid')).toBe('true')
    expect(dom.querySelector('#cvc-error')?.text).not.toBe('')
    expect(dom.querySelector('#cardHolderName')?.getAttribute('value')).toBe('Ayşe Yılmaz')
    expect(dom.querySelector('#expiry')?.getAttribute('value')).toBe('11 / 44')
  })

  it('says in English what the engine finds invalid', async () => {
    const { submit } = sandbox()
    const { dom } = await submit('/checkout/tok-1/pay?lang=en', { ...card, cardNumber: '9990000000000000' })
    expect(dom.querySelector('#cardNumber-error')?.text).toBe('Type a valid card number.')
  })

  it('shows what the engine finds invalid at its field', async () => {
    const { submit } = sandbox()
    const { status, dom } = await submit('/checkout/tok-1/pay', { ...card, cardNumber: '9990000000000000' })
    expect(status).toBe(422)
    expect(dom.querySelector('#cardNumber-error')?.text).toBe('Kart tanınmıyor')
  })

  it('never sends a card number or a CVC back to the page', async () => {
    const { submit } = sandbox()
    const cardNumber = '9991234512345678'
    const { text } = await submit('/checkout/tok-1/pay', { ...card, cardNumber })
    expect(text).not.toContain(cardNumber)
    expect(text).not.toContain('9991 2345 1234 5678')
    expect(text).not.toContain('739')
  })

  it.each(['1144', '11/44', '11 / 2044', '11-44'])('reads the expiry %s', async (expiry) => {
    const { service, post } = sandbox()
    await post('/checkout/tok-1/pay', { ...card, expiry })
    expect(service.entries[0]?.card).toMatchObject({ expireMonth: '11', expireYear: '2044' })
  })

  it.each(['', '13/44', '1/44', 'abc'])('refuses the expiry "%s"', async (expiry) => {
    const { submit } = sandbox()
    expect((await submit('/checkout/tok-1/pay', { ...card, expiry })).status).toBe(422)
  })

  it('refuses a body that no card form is as large as', async () => {
    const { post } = sandbox()
    expect((await post('/checkout/tok-1/pay', { ...card, cardHolderName: 'x'.repeat(20_000) })).status).toBe(
      413,
    )
  })

  it('keeps all that was typed but number and CVC after a decline, the instalments of the card included', async () => {
    const { get, submit } = sandbox()
    const declined = { ...card, cardNumber: testCards.notSufficientFunds.cardNumber, storeCard: 'true' }
    for (const page of [await submit('/checkout/tok-1/pay', declined), await get('/checkout/tok-1')]) {
      const fieldOf = (name: string) => page.dom.querySelector(`#${name}`)?.getAttribute('value')
      expect(page.dom.querySelector('.alert')?.text).toContain('Kart limiti yetersiz')
      expect([fieldOf('cardHolderName'), fieldOf('expiry')]).toEqual(['Ayşe Yılmaz', '11 / 44'])
      expect([fieldOf('cardNumber'), fieldOf('cvc')]).toEqual(['', ''])
      expect(page.dom.querySelector('input[name=storeCard]')?.hasAttribute('checked')).toBe(true)
      const form = page.dom.querySelector('#pay-form')?.toString()
      expect(form).not.toContain(declined.cardNumber)
      expect(form).not.toContain('739')
    }
  })

  it('keeps the chosen instalment of a card after a mistake', async () => {
    const { dom } = await sandbox().submit('/checkout/tok-1/pay', { ...card, installment: '3', cvc: '' })
    expect(dom.querySelector('input[name=installment][value="3"]')?.hasAttribute('checked')).toBe(true)
    expect(dom.querySelector('#pay-form')?.getAttribute('data-installment')).toBe('3')
  })

  it('says an error once: a reload shows the form alone', async () => {
    const { get, submit } = sandbox()
    expect((await submit('/checkout/tok-1/pay', { ...card, cvc: '' })).status).toBe(422)
    const again = await get('/checkout/tok-1')
    expect([again.status, again.dom.querySelector('.alert')]).toEqual([200, null])
  })

  it('shows what the card is charged, the price and the interest, when instalments are chosen', async () => {
    const { get, submit } = sandbox()
    const rowsOf = ({ dom }: Awaited<ReturnType<typeof get>>) => ({
      headline: dom.querySelector('#charged')?.text,
      hidden: dom.querySelector('#charge')?.hasAttribute('hidden'),
      rows: dom.querySelectorAll('#charge dd').map(({ text }) => text),
      button: dom.querySelector('.pay')?.text,
    })
    expect(rowsOf(await get('/checkout/tok-1'))).toMatchObject({ headline: '₺1.249,90', hidden: true })
    const typed = { ...card, installment: '3', cvc: '' }
    expect(rowsOf(await submit('/checkout/tok-1/pay', typed))).toEqual({
      headline: '₺1.287,40',
      hidden: false,
      rows: ['₺1.249,90', '₺37,50', '₺1.287,40'],
      button: '₺1.287,40 öde',
    })
  })

  it('proposes 3D Secure, and leaves it off for who turned it off', async () => {
    const { get, submit } = sandbox()
    const isTicked = ({ dom }: Awaited<ReturnType<typeof get>>) =>
      dom.querySelector('#threeDS')?.hasAttribute('checked')
    expect(isTicked(await get('/checkout/tok-1'))).toBe(true)
    expect(isTicked(await submit('/checkout/tok-1/pay', { ...card, cvc: '' }))).toBe(false)
  })

  it('answers no POST with a page, so that "back" never asks to send a form again', async () => {
    const { get, post } = sandbox()
    const steps: [string, Record<string, string>][] = [
      ['/checkout/tok-1/installments', { bin: '52092200' }],
      ['/checkout/tok-1/pay', {}],
      ['/checkout/tok-1/pay', { ...card, threeDS: 'true' }],
      ['/3ds/bank-1', {}],
      ['/3ds/bank-1', { code: '000000' }],
      ['/3ds/bank-1', { code: '283126' }],
      ['/checkout/tok-1/leave', {}],
      ['/checkout/nobody/pay', card],
      ['/3ds/nobody', { code: '1' }],
    ]
    for (const [path, fields] of steps) expect([path, (await post(path, fields)).status]).toEqual([path, 303])
    const back = (await post('/checkout/tok-1/pay', card)).headers.get('location') ?? ''
    expect((await get(back)).dom.querySelector('form[data-role=return]')).not.toBeNull()
    const again = await get(back)
    expect([again.status, again.headers.get('location')]).toEqual([303, '/checkout/tok-1?lang=tr'])
  })

  it('leads a reloaded step back to the page', async () => {
    const { status, headers } = await sandbox().get('/checkout/tok-1/pay?lang=en')
    expect(status).toBe(303)
    expect(headers.get('location')).toBe('/checkout/tok-1?lang=en')
  })
})

describe('leaving', () => {
  it('posts the token to the merchant', async () => {
    const { dom } = await sandbox().submit('/checkout/tok-1/leave', {})
    expect(dom.querySelector('form[data-role=return] input[name=token]')?.getAttribute('value')).toBe('tok-1')
  })

  it('ends on a plain page when callbacks are lost', async () => {
    const { service, submit } = sandbox()
    service.lost = true
    const { dom } = await submit('/checkout/tok-1/leave', {})
    expect(dom.querySelector('[data-notice=lost]')).not.toBeNull()
    expect(dom.querySelector('form')).toBeNull()
  })

  it('never posts to an address that is not a web address', async () => {
    const { submit } = sandbox({ callbackUrl: 'javascript:alert(1)' })
    const { dom, text } = await submit('/checkout/tok-1/leave', {})
    expect(dom.querySelector('form')).toBeNull()
    expect(text).not.toContain('javascript:')
  })
})

describe('the bank page', () => {
  async function atBank() {
    const opened = sandbox()
    await opened.submit('/checkout/tok-1/pay', { ...card, threeDS: 'true' })
    return opened
  }

  it('shows who asks for how much, and the test code', async () => {
    const { get } = await atBank()
    const { status, text, dom } = await get('/3ds/bank-1')
    expect(status).toBe(200)
    for (const words of ['Test Bankası', 'Çarşı Pazar', '₺1.249,90', '•••• 0002', '283126'])
      expect(text).toContain(words)
    expect(dom.querySelector('#code')?.getAttribute('autocomplete')).toBe('one-time-code')
  })

  it('counts wrong codes and goes back to the shop page after the third', async () => {
    const { post, submit } = await atBank()
    const first = await submit('/3ds/bank-1', { code: '111111' })
    expect(first.dom.querySelector('#code-error')?.text).toContain('2 deneme')
    await post('/3ds/bank-1', { code: '111111' })
    const third = await post('/3ds/bank-1?lang=en&iframe=true', { code: '111111' })
    expect(third.status).toBe(303)
    expect(third.headers.get('location')).toBe('/checkout/tok-1?lang=en&iframe=true')
  })

  it('leads who comes back to an answered one to the page of the checkout', async () => {
    const { get, submit } = await atBank()
    await submit('/3ds/bank-1', { code: '283126' })
    const { status, headers } = await get('/3ds/bank-1?lang=en')
    expect([status, headers.get('location')]).toEqual([303, '/checkout/tok-1?lang=en'])
  })

  it('of the API flow says that all is done here', async () => {
    const { service, get } = await atBank()
    if (service.bank) service.bank = { ...service.bank, answered: true, checkoutToken: undefined }
    expect((await get('/3ds/bank-1')).dom.querySelector('[data-notice=done]')).not.toBeNull()
  })

  it('takes the right code to the merchant', async () => {
    const { submit } = await atBank()
    const { dom } = await submit('/3ds/bank-1', { code: '283126' })
    expect(dom.querySelector('form[data-role=return]')).not.toBeNull()
  })

  it('takes a cancel back to the shop page, although the code field came along', async () => {
    const { post } = await atBank()
    const { status } = await post('/3ds/bank-1', { code: '', cancel: 'true' })
    expect(status).toBe(303)
  })

  it('opens by POST too, without counting a try', async () => {
    const { service, submit } = await atBank()
    const { dom } = await submit('/3ds/bank-1', {})
    expect(dom.querySelector('#code-form')).not.toBeNull()
    expect(service.bank?.wrongCodes).toBe(0)
  })

  it('of an unknown attempt is not found', async () => {
    const { get, submit } = sandbox()
    expect((await get('/3ds/nothing')).status).toBe(404)
    expect((await submit('/3ds/nothing', { code: '283126' })).status).toBe(404)
  })
})

describe('every page', () => {
  const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>'

  it('escapes what merchants and shoppers write', async () => {
    const lastError = { code: evil, description: evil, group: evil }
    const attacked = sandbox({
      merchantName: evil,
      items: [{ name: evil, price: '1' }],
      lastError,
      storedCards: [{ cardToken: evil, cardAlias: evil, lastFour: evil, bin: evil }],
    })
    const shown = await attacked.get('/checkout/tok-1')
    const typed = await attacked.post('/checkout/tok-1/pay', { ...card, cardHolderName: evil, expiry: evil })
    for (const { text } of [shown, typed]) {
      expect(text).not.toContain('<script>alert')
      expect(text).not.toContain('<img')
    }
  })

  it('takes no markup from the query', async () => {
    const { text, dom } = await sandbox().get(
      `/checkout/tok-1?lang=${encodeURIComponent(evil)}&iframe=${encodeURIComponent(evil)}`,
    )
    expect(dom.querySelector('html')?.getAttribute('lang')).toBe('tr')
    expect(text).not.toContain('alert(1)')
  })

  it('runs only its own scripts and styles, and loads nothing from elsewhere', async () => {
    const { text, headers, dom } = await sandbox().get('/checkout/tok-1?iframe=true')
    const policy = headers.get('content-security-policy') ?? ''
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
    expect(policy).toContain("default-src 'none'")
    expect(nonce).toBeDefined()
    for (const element of dom.querySelectorAll('script, style'))
      expect(element.getAttribute('nonce')).toBe(nonce)
    expect(text).not.toMatch(/\s(style|onclick|onload)=/)
    expect(text).not.toMatch(/(src|href)="(https?:)?\/\//)
  })

  it('has a new nonce at every answer', async () => {
    const { get } = sandbox()
    const policies = await Promise.all([get('/checkout/tok-1'), get('/checkout/tok-1')])
    expect(policies[0]?.headers.get('content-security-policy')).not.toBe(
      policies[1]?.headers.get('content-security-policy'),
    )
  })

  it('is never cached', async () => {
    expect((await sandbox().get('/checkout/tok-1')).headers.get('cache-control')).toBe('no-store')
  })

  it('may be framed, and tells its height, only with iframe=true', async () => {
    const { get } = sandbox()
    const framed = await get('/checkout/tok-1?iframe=true')
    const whole = await get('/checkout/tok-1')
    expect(framed.text).toContain('HEIGHT_CHANGED')
    expect(framed.headers.get('content-security-policy')).toContain('frame-ancestors http: https:')
    expect(whole.text).not.toContain('HEIGHT_CHANGED')
    expect(whole.headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
  })

  it.each([hostedScript, frameScript, returnScript, bankScript])(
    'carries a script that a browser can parse (%#)',
    (script) => {
      expect(() => new Function(script)).not.toThrow()
    },
  )
})
