import { CraftgateError, money } from '@craftgate-commerce/core'
import { AYSE, MemoryHost } from '../testing/memory-host'
import { Merchant } from '../testing/merchant'

const GRANTED = "A loan of 1249.90 TRY was granted and waits for the merchant's approval"

let host: MemoryHost
let merchant: Merchant

beforeEach(async () => {
  host = new MemoryHost()
  host.add('p1')
  host.add('p2', { state: 'open' })
  host.add('p3', { state: 'open', note: GRANTED, expected: money(124_990, 'TRY') })
  merchant = new Merchant(host)
  await merchant.enter()
})

const rows = async () =>
  (await merchant.page('/loans'))
    .querySelectorAll('section:not([aria-labelledby]) tbody tr')
    .map((row) => row.querySelector('a')?.getAttribute('href'))

test('what waits for approval is listed, and nothing else', async () => {
  expect(await rows()).toEqual(['/craftgate/panel/payments/p3'])
  host.details.pop()
  expect((await merchant.page('/loans')).text).toContain('No loan waits for approval.')
})

test('all that were applied for are listed with how the lender answered, and a link to their payment', async () => {
  const loan = { method: 'MASLAK', state: 'open' } as const
  host.details.splice(0)
  host.add('card', { state: 'open', method: 'CARD' })
  host.add('asked', loan)
  host.add('granted', { ...loan, note: GRANTED, expected: money(124_990, 'TRY') })
  host.add('given', { ...loan, state: 'captured' })
  host.add('refused', { ...loan, note: 'Declined: LENDER (10093)' })
  host.add('refused-before', { ...loan, state: 'expired', context: { declined: '' } })
  host.add('left', { ...loan, state: 'expired', method: 'ZIP' })
  const listed = (await merchant.page('/loans')).querySelectorAll('[aria-labelledby=applications] tbody tr')
  expect(
    listed.map((row) => [
      row.querySelector('a')?.getAttribute('href')?.split('/').at(-1),
      row.querySelectorAll('td').at(-2)?.text,
      row.querySelector('.badge')?.text,
    ]),
  ).toEqual([
    ['asked', 'FinGate', 'With the lender'],
    ['granted', 'FinGate', 'Waits for your approval'],
    ['given', 'FinGate', 'Approved, the order is paid'],
    ['refused', 'FinGate', 'Refused'],
    ['refused-before', 'FinGate', 'Refused'],
    ['left', 'Zip', 'Came to nothing'],
  ])
})

test('the list of all goes on by pages, and behind what is looked at at once', async () => {
  host.details.splice(0)
  for (let at = 0; at < 60; at += 1) host.add(`loan-${at}`, { method: 'ZIP' })
  host.looksAt = 40
  const page = await merchant.page('/loans')
  const links = page.querySelectorAll('[aria-labelledby=applications] a.button')
  expect(page.querySelectorAll('[aria-labelledby=applications] tbody tr')).toHaveLength(25)
  expect(links.map((link) => link.getAttribute('href'))).toEqual([
    '/craftgate/panel/loans?all=2',
    expect.stringMatching(/loans\?before=\d+_40$/),
  ])
  const rest = await merchant.page((links[1]?.getAttribute('href') ?? '').replace('/craftgate/panel', ''))
  expect(rest.querySelectorAll('[aria-labelledby=applications] tbody tr')).toHaveLength(20)
})

test('a loan is approved by who may take money, and asked about by who may ask', async () => {
  expect((await merchant.post('/loans/p3/approve')).headers.get('location')).toBe(
    '/craftgate/panel/loans?done=approved-loan',
  )
  expect(host.audited.at(-1)).toMatchObject({ action: 'approved-loan', reference: 'p3' })
  expect((await merchant.post('/loans/p3/verify')).headers.get('location')).toContain('done=verified')
  await merchant.enter({ ...AYSE, permissions: ['read', 'settle'] })
  expect((await merchant.post('/loans/p3/approve')).status).toBe(403)
  expect((await merchant.post('/loans/p3/verify')).status).toBe(303)
  await merchant.enter({ ...AYSE, permissions: ['read'] })
  expect((await merchant.page('/loans')).querySelectorAll('main button')).toEqual([])
  expect((await merchant.post('/loans/p3/verify')).status).toBe(403)
})

test('why a loan was not approved is said, and of another shop’s there is none', async () => {
  host.refusal = new CraftgateError({
    kind: 'invalid-request',
    code: 'loan-not-owed',
    message: 'x',
    retry: 'no',
    merchantMessage: { tr: 'x', en: 'x' },
  })
  const answer = await merchant.post('/loans/p3/approve')
  const said = await merchant.page(
    new URL(answer.headers.get('location') ?? '', 'https://x').href.split('/panel')[1] ?? '',
  )
  expect(said.querySelector('[role=status]')?.text).toContain('The order changed meanwhile')
  host.refusal = new Error('away')
  expect((await merchant.post('/loans/p3/approve')).headers.get('location')).toContain('done=failed')
  expect((await merchant.post('/loans/other/approve')).status).toBe(404)
})

test('a loan limit is asked with a code, and nothing of the customer stands in an address or the log', async () => {
  const asked = await merchant.post('/loans/limit', {
    phone: '0555 111 22 33',
    identityNumber: '11111111110',
    birthDate: '1990-01-01',
  })
  expect(asked.status).toBe(200)
  const text = await asked.text()
  expect(text).toContain('The code was sent.')
  expect(text).not.toContain('11111111110')
  const inquiry = { merchant: 'main', phone: '0555 111 22 33' }
  const wrong = await merchant.post('/loans/limit/code', { ...inquiry, code: '000000' })
  expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('the code may be wrong')])
  const known = await merchant.post('/loans/limit/code', { ...inquiry, code: '283126' })
  expect(await known.text()).toContain('loan limit: ₺25,000.00')
  expect(JSON.stringify([host.audited, host.logged])).not.toMatch(/0555|1990|11111/)
  expect(host.audited.filter(({ action }) => action === 'asked-loan-limit')).toHaveLength(3)
})

test('what is wrong of a question about a limit is said, and the one who may not ask sees no form', async () => {
  host.offers({
    askLoanLimit: async () => {
      throw new CraftgateError({
        kind: 'invalid-request',
        code: 'bad-applicant',
        message: 'x',
        retry: 'no',
        merchantMessage: { tr: 'x', en: 'phone: write a Turkish mobile' },
      })
    },
  })
  const wrong = await merchant.post('/loans/limit', { phone: '1' })
  expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('write a Turkish mobile')])
  await merchant.enter({ ...AYSE, permissions: ['read'] })
  expect((await merchant.ask('/loans/limit')).status).toBe(403)
  expect((await merchant.post('/loans/limit', {})).status).toBe(403)
})
