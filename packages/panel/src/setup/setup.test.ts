import { AYSE, MemoryHost } from '../testing/memory-host'
import { GARANTI, KEYS_REFUSED, NO_POS } from '../testing/memory-setup'
import { Merchant } from '../testing/merchant'

let host: MemoryHost
let merchant: Merchant

beforeEach(async () => {
  host = new MemoryHost()
  host.setup.findings = [
    KEYS_REFUSED,
    {
      check: 'clock',
      code: 'clock-right',
      status: 'ok',
      text: { tr: 'Saat doğru', en: 'The clock is right' },
    },
  ]
  host.setup.poses = [GARANTI]
  merchant = new Merchant(host)
  await merchant.enter()
})

const POS = '/setup/poses/main/101'
const readOnly = () => merchant.enter({ ...AYSE, permissions: ['read'] })

test('what is wrong stands with its remedy; POSes with what autopilot does; and what a person looks at', async () => {
  const main = (await merchant.page('/setup')).querySelector('main')
  const [checks, poses] = main?.querySelectorAll('table') ?? []
  const rows = checks
    ?.querySelectorAll('tbody tr')
    .map((row) => row.querySelectorAll('th, td').map(({ text }) => text))
  expect(rows).toEqual([
    ['API keys', 'Problem', expect.stringMatching(/The keys are refused.*What to do: Copy them again/)],
    ['Clock', 'Fine', 'The clock is right'],
  ])
  expect(main?.querySelector('.notice')?.text).toBe('Problems: 1, warnings: 0; what to do stands below.')
  expect(poses?.text).toContain('The bank is out of order: no payment without 3D Secure goes through')
  expect(main?.text).toContain('Did you try it?')
})

test('Craftgate is asked again only after ten minutes, or when somebody who may asks', async () => {
  for (let visit = 0; visit < 3; visit += 1) await merchant.page('/setup')
  expect(host.setup.inspected).toHaveLength(1)
  host.now = new Date(host.now.getTime() + 10 * 60_000)
  await merchant.page('/setup')
  expect(host.setup.inspected).toHaveLength(2)
  const answer = await merchant.post('/setup/inspect')
  expect(answer.headers.get('location')).toBe('/craftgate/panel/setup?done=inspected')
  expect(host.setup.inspected).toHaveLength(3)
  expect(host.audited.at(-1)).toMatchObject({ user: 'user-1', action: 'inspected-setup' })
})

test('the shop says what it sells in and what it runs on', async () => {
  const facts = { currencies: ['TRY', 'EUR'], versions: { Kahve: '1.0' } }
  host.shopFacts = async () => facts
  await merchant.page('/setup')
  expect(host.setup.inspected).toEqual([{ merchant: 'main', ...facts }])
})

test('an account that cannot be inspected says why, and hides nothing else', async () => {
  host.setup.refusal = NO_POS
  await merchant.enter({ ...AYSE, merchants: ['main', 'other'] })
  const main = (await merchant.page('/setup')).querySelector('main')
  expect(main?.querySelectorAll('.notice').map(({ text }) => text)).toEqual(
    Array(2).fill('The POS was not found'),
  )
  expect((await merchant.post('/setup/inspect')).headers.get('location')).toMatch(/done=failed$/)
})

describe('a POS', () => {
  test('has a page with its facts and commissions, in per cent', async () => {
    const text = (await merchant.page(POS)).querySelector('main')?.text ?? ''
    for (const part of ['62-garanti-101', 'T. GARANTİ BANKASI A.Ş.', 'Bonus', '4.75%', '3.75%'])
      expect(text).toContain(part)
  })

  test('is closed by a button, and written down', async () => {
    const answer = await merchant.post(`${POS}/PASSIVE`)
    expect(answer.headers.get('location')).toBe(`/craftgate/panel${POS}?done=changed-pos`)
    expect(host.audited.at(-1)).toMatchObject({ action: 'changed-pos', reference: '101' })
    const page = await merchant.page(POS)
    expect(page.querySelector('.facts')?.text).toContain('Closed')
    const actions = page
      .querySelectorAll('main form')
      .map((form) => form.getAttribute('action')?.split('/').at(-1))
    expect(actions).toEqual(['ACTIVE', 'AUTOPILOT', 'REFUND_ONLY'])
  })

  test('that Craftgate does not change says why', async () => {
    host.setup.refusal = NO_POS
    const answer = await merchant.post(`${POS}/PASSIVE`)
    expect([answer.status, await answer.text()]).toEqual([
      409,
      expect.stringContaining('The POS was not found'),
    ])
  })

  test.each(['/setup/poses/main/999', '/setup/poses/main/x', '/setup/poses/other/101'])(
    '%s is not there',
    async (path) => {
      expect((await merchant.ask(path)).status).toBe(404)
      expect((await merchant.post(`${path}/ACTIVE`)).status).toBe(404)
    },
  )

  test.each(['DELETED', 'SLEEPING'])('is never made %s here', async (status) => {
    expect((await merchant.post(`${POS}/${status}`)).status).toBe(404)
    expect(host.setup.poses).toEqual([GARANTI])
  })
})

test('who may only read has no button, and changes nothing', async () => {
  await readOnly()
  for (const path of ['/setup', POS])
    expect((await merchant.page(path)).querySelectorAll('main form')).toEqual([])
  for (const path of ['/setup/inspect', `${POS}/PASSIVE`])
    expect((await merchant.post(path)).status).toBe(403)
  expect(host.setup.poses).toEqual([GARANTI])
})

describe('alerts', () => {
  const card = async () => (await merchant.page('/setup')).querySelector('[aria-labelledby=alerts]')

  test('that are off say how they are turned on, and have no button', async () => {
    expect((await card())?.text).toContain('by the option alerts')
    expect((await card())?.querySelector('form')).toBeNull()
  })

  test('are tried by a button of whoever may configure, and written down', async () => {
    host.alertChannels = ['webhook', 'send']
    expect((await card())?.text).toContain('your webhook, the function of the options')
    const answer = await merchant.post('/setup/alerts/test')
    expect(answer.headers.get('location')).toBe('/craftgate/panel/setup?done=sent-test-alert')
    expect(host.testedAlerts).toEqual(['main'])
    expect(host.audited.at(-1)).toMatchObject({ user: 'user-1', action: 'sent-test-alert' })
    host.failingChannels = ['webhook']
    const failed = await merchant.post('/setup/alerts/test')
    expect(failed.headers.get('location')).toMatch(/done=alert-not-taken$/)
    await readOnly()
    expect((await card())?.querySelector('form')).toBeNull()
    expect((await merchant.post('/setup/alerts/test')).status).toBe(403)
    expect(host.testedAlerts).toHaveLength(2)
  })
})

describe('a commission', () => {
  const PATH = `${POS}/commission`
  const ROW = { installment: '3', family: 'Bonus', 'seen-rate': '3.75', 'seen-active': 'yes' }

  test('is changed with what was seen, and written down', async () => {
    const list = await merchant.page(POS)
    const link = list.querySelector('#commissions ~ .scroll a')
    expect(link?.getAttribute('href')).toContain('/commission?installment=3&family=Bonus')
    const form = (await merchant.page(`${PATH}?installment=3&family=Bonus`)).querySelectorAll(
      'main form input',
    )
    const fields = Object.fromEntries(form.map(({ attributes: { name, value } }) => [name, value]))
    expect(fields).toEqual({ ...ROW, rate: '3.75' })
    const answer = await merchant.post(PATH, { ...ROW, rate: '4,125', active: 'no' })
    expect(answer.headers.get('location')).toBe(`/craftgate/panel${POS}?done=changed-commission`)
    expect(host.setup.changes).toEqual([
      {
        ...{ installment: 3, cardFamily: 'Bonus', merchantRate: 4.125, isActive: false },
        seen: { merchantRate: 3.75, isActive: true },
      },
    ])
    expect(host.audited.at(-1)).toMatchObject({ action: 'changed-commission', reference: '101' })
  })

  test('is refused beside the field, and by those who may not configure the shop', async () => {
    const answer = await merchant.post(PATH, { ...ROW, rate: 'x', active: 'yes' })
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('Write a percentage')])
    expect((await merchant.post(PATH, { ...ROW, installment: '4', rate: '1' })).status).toBe(404)
    await merchant.enter({ ...AYSE, permissions: ['read'] })
    expect((await merchant.post(PATH, { ...ROW, rate: '1', active: 'yes' })).status).toBe(403)
    expect((await merchant.page(POS)).querySelectorAll('main a[href*=commission]')).toHaveLength(0)
    expect(host.setup.changes).toEqual([])
  })
})
