import { parse } from 'node-html-parser'
import { SHOP_A, SHOP_B, testHarness } from '../../../test/merchant-harness'

const KEYS = { apiKey: 'api-key', secretKey: 'secret-key', webhookKey: 'webhook-key' }
const keys = { [`${SHOP_A}/live`]: KEYS, [`${SHOP_B}/live`]: KEYS }
const URL_OF_A = 'https://hooks.zerdali.example.com/alerts'
const PAGE = '/settings/alerts/live'

const open = (more: Parameters<typeof testHarness>[0] = {}) => testHarness({ keys, ...more })

test('an address is saved for this shop and mode, with a secret that is shown once', async () => {
  const { get, post, alertAddresses, audited } = open()
  const answer = await post(PAGE, { url: ` ${URL_OF_A} ` })
  const secret =
    parse(await answer.text())
      .querySelector('#secret')
      ?.getAttribute('value') ?? ''
  expect([answer.status, Buffer.from(secret.replace('whsec_', ''), 'base64').length]).toEqual([200, 32])
  expect([...alertAddresses]).toEqual([[`${SHOP_A}/live`, { webhook: { url: URL_OF_A, secret } }]])
  expect(audited).toEqual([[SHOP_A, expect.objectContaining({ action: 'saved-alerts', reference: 'live' })]])
  const text = await (await get(PAGE)).text()
  expect(parse(text).querySelector('#url')?.getAttribute('value')).toBe(URL_OF_A)
  expect(text).toContain('Uyarılar sizin adresinize gidiyor')
  expect(text).not.toContain(secret)
})

test('another address keeps the secret, until a new one is asked for', async () => {
  const { post, alertAddresses } = open()
  await post(PAGE, { url: URL_OF_A })
  const first = alertAddresses.get(`${SHOP_A}/live`)?.webhook?.secret
  const other = `${URL_OF_A}/2`
  expect((await post(PAGE, { url: other })).headers.get('location')).toBe(`${PAGE}?done=alerts-saved`)
  expect(alertAddresses.get(`${SHOP_A}/live`)).toEqual({ webhook: { url: other, secret: first } })
  await post(PAGE, { url: other, renew: 'yes' })
  expect(alertAddresses.get(`${SHOP_A}/live`)?.webhook?.secret).not.toBe(first)
})

test('an empty address is removed, and the page says who is told then', async () => {
  const { get, post, alertAddresses, audited } = open()
  await post(PAGE, { url: URL_OF_A })
  expect((await post(PAGE, { url: ' ' })).headers.get('location')).toBe(`${PAGE}?done=alerts-removed`)
  expect([...alertAddresses]).toEqual([])
  expect(audited.at(-1)).toEqual([SHOP_A, expect.objectContaining({ action: 'removed-alerts' })])
  expect(await (await get(`${PAGE}?lang=en`)).text()).toContain('Alerts go to nobody')
  const webhook = { url: 'https://operator.example.com', secret: `whsec_${'a'.repeat(40)}` }
  const text = await (await open({ options: { alerts: { webhook } } }).get(`${PAGE}?lang=en`)).text()
  expect(text).toContain('Alerts go to whoever runs this app')
  expect(text).not.toMatch(/operator\.example|whsec_/)
})

test.each([
  ['alerts', 'whole address'],
  [`https://example.com/${'a'.repeat(500)}`, 'whole address'],
  ['http://hooks.example.com', 'begin with https'],
  ['http://127.0.0.1:9000/alerts', 'begin with https'],
  ['https://ayse:secret@hooks.example.com', 'user name and password'],
  ['https://10.0.0.8/alerts', 'private network'],
  ['https://[::ffff:169.254.169.254]/', 'private network'],
  ['https://localhost/', 'private network'],
])('%s is not saved, and the field says why', async (url, why) => {
  const { post, alertAddresses, audited } = open()
  const answer = await post(`${PAGE}?lang=en`, { url })
  const page = parse(await answer.text())
  expect([answer.status, [...alertAddresses], audited]).toEqual([422, [], []])
  expect(page.querySelector('#url-error')?.text).toContain(why)
  expect(page.querySelector('#url')?.getAttribute('value')).toBe(url)
})

test('in development a listener on this machine is one', async () => {
  const options = { shopify: { apiKey: 'id', apiSecretKey: 'secret', emulator: 'http://127.0.0.1:8100' } }
  const { post, alertAddresses } = open({ options })
  await post(PAGE, { url: 'http://127.0.0.1:9000/alerts' })
  expect(alertAddresses.get(`${SHOP_A}/live`)?.webhook?.url).toBe('http://127.0.0.1:9000/alerts')
})

test('no shop sees or changes the address of another, and a mode without keys has none', async () => {
  const { get, post, alertAddresses } = open()
  await post(PAGE, { url: URL_OF_A })
  const theirs = await (await get(PAGE, { 'x-shop': SHOP_B })).text()
  expect(theirs).not.toContain('zerdali')
  await post(PAGE, { url: '' }, { 'x-shop': SHOP_B })
  expect([...alertAddresses.keys()]).toEqual([`${SHOP_A}/live`])
  expect((await post('/settings/alerts/test', { url: URL_OF_A })).headers.get('location')).toBe(
    '/settings/craftgate/test',
  )
  expect((await get('/settings/alerts/other')).status).toBe(404)
})

test('no other site changes it', async () => {
  const { post, alertAddresses } = open()
  expect((await post(PAGE, { url: URL_OF_A }, { origin: 'https://evil.example' })).status).toBe(403)
  expect([...alertAddresses]).toEqual([])
})

describe('a mail address', () => {
  const alertMail = { server: 'smtps://mail.example.com', from: 'alerts@example.com' }
  const withMail = () => open({ options: { alertMail } })

  test('is saved beside a webhook or without one, where the deployment sends mails', async () => {
    const { get, post, alertAddresses } = withMail()
    expect((await post(PAGE, { mail: 'ayse@zerdali.example' })).headers.get('location')).toBe(
      `${PAGE}?done=alerts-saved`,
    )
    expect(alertAddresses.get(`${SHOP_A}/live`)).toEqual({ mail: 'ayse@zerdali.example' })
    const page = parse(await (await get(PAGE)).text())
    expect(page.querySelector('#mail')?.getAttribute('value')).toBe('ayse@zerdali.example')
    expect(page.text).toContain('Uyarılar sizin adresinize gidiyor')
    await post(PAGE, { url: URL_OF_A, mail: 'ayse@zerdali.example' })
    expect(alertAddresses.get(`${SHOP_A}/live`)).toMatchObject({
      ...{ mail: 'ayse@zerdali.example', webhook: { url: URL_OF_A } },
    })
  })

  test.each([
    'ayse',
    'ayse@zerdali',
    'a@b.example, c@d.example',
    'a@b.example\nBcc: c@d.example',
    '<a@b.example>',
  ])('%j is none', async (mail) => {
    const { post, alertAddresses } = withMail()
    const page = parse(await (await post(`${PAGE}?lang=en`, { mail })).text())
    expect(page.querySelector('#mail-error')?.text).toContain('one e-mail address')
    expect([...alertAddresses]).toEqual([])
  })

  test('is not offered, nor taken, where the deployment sends none', async () => {
    const { get, post, alertAddresses } = open()
    expect(parse(await (await get(PAGE)).text()).querySelector('#mail')).toBeNull()
    expect((await post(PAGE, { mail: 'ayse@zerdali.example' })).status).toBe(422)
    expect([...alertAddresses]).toEqual([])
  })
})
