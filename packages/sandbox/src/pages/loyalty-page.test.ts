import { parse } from 'node-html-parser'
import { testCards } from '../testing/shopper/test-cards'
import { createPages } from './create-pages'
import { FakeHostedPageService } from './fake-hosted-page-service'

const card = {
  cardHolderName: 'Ayşe Yılmaz',
  cardNumber: testCards.success.cardNumber,
  expiry: '11 / 44',
  cvc: '739',
}

function sandbox(...view: ConstructorParameters<typeof FakeHostedPageService>) {
  const service = new FakeHostedPageService(...view)
  const pages = createPages(service)
  const post = async (path: string, fields: Record<string, string>) => {
    const answer = await pages.request(path, { method: 'POST', body: new URLSearchParams(fields) })
    const text = await answer.text()
    return { status: answer.status, location: answer.headers.get('location') ?? '', text, dom: parse(text) }
  }
  const page = async (path = '/checkout/tok-1') => parse(await (await pages.request(path)).text())
  return { service, post, page }
}

it('brings the page again with the rewards, without number and CVC, and once only', async () => {
  const { post, page } = sandbox()
  const { status, location } = await post('/checkout/tok-1/loyalties?lang=en', card)
  expect(status).toBe(303)
  const dom = await page(location)
  expect(dom.querySelectorAll('input[name=loyalty]').map((radio) => radio.getAttribute('value'))).toEqual([
    '',
    'REWARD_MONEY',
  ])
  expect(dom.querySelector('#points')?.getAttribute('value')).toBe('17.55')
  expect(dom.querySelector('#cardNumber')?.getAttribute('value')).toBe('')
  expect(dom.querySelector('#cvc')?.getAttribute('value')).toBe('')
  expect(dom.querySelector('#cardHolderName')?.getAttribute('value')).toBe('Ayşe Yılmaz')
})

it('gives the script a fragment, or the sentence that says what is wrong', async () => {
  const { post } = sandbox()
  const fragment = await post('/checkout/tok-1/loyalties?lang=en&fragment=true', card)
  expect(fragment.status).toBe(200)
  expect(fragment.text).not.toContain('<html')
  expect(fragment.dom.querySelector('#points')).not.toBeNull()
  const wrong = await post('/checkout/tok-1/loyalties?fragment=true', {
    ...card,
    cardNumber: '9992200000000002',
  })
  expect(wrong.dom.querySelector('.error')?.text).toBe('Kart tanınmıyor')
  expect(wrong.text).not.toContain('<html')
})

it('tells the script of a page that was closed meanwhile nothing', async () => {
  const { post } = sandbox({ state: 'paid' })
  expect(await post('/checkout/tok-1/loyalties?fragment=true', card)).toMatchObject({ status: 204, text: '' })
})

it('gives the engine the reward that was chosen, typed with a comma or a point', async () => {
  const { service, post } = sandbox()
  await post('/checkout/tok-1/pay', { ...card, installment: '1', loyalty: 'REWARD_MONEY', points: ' 5,20 ' })
  await post('/checkout/tok-1/pay', { ...card, installment: '1', loyalty: '', points: '5.20' })
  expect(service.entries.map(({ loyalty }) => loyalty)).toEqual([
    { type: 'REWARD_MONEY', points: '5.20' },
    undefined,
  ])
})

it('lets the Enter key pay, not ask', async () => {
  const dom = await sandbox().page()
  const [first] = dom.querySelectorAll('#pay-form button[type=submit]')
  expect(first?.hasAttribute('formaction')).toBe(false)
})

it('offers no points in another currency', async () => {
  const dom = await sandbox({ currency: 'USD' }).page()
  expect(dom.querySelector('#ask-loyalties')).toBeNull()
})
