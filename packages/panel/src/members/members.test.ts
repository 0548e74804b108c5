// Members and wallets in the panel, as a merchant's browser meets them.
import { money, type WalletOperation } from '@craftgate-commerce/core'
import { parse } from 'node-html-parser'
import { createPanel, type Panel, panelLink } from '../index'
import { AYSE, MemoryHost, PANEL_URL } from '../testing/memory-host'
import { AYSE_MEMBER, NOT_FOR_THIS_ACCOUNT } from '../testing/memory-wallets'

let host: MemoryHost
let panel: Panel
let cookie: string

const ask = (path: string, body?: Readonly<Record<string, string>>, language = 'en') =>
  panel.handle(
    new Request(path.startsWith('https:') ? path : `${PANEL_URL}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { 'accept-language': language, cookie, ...(body && { origin: 'https://shop.example.com' }) },
      body: body && new URLSearchParams(body),
    }),
  )

const textOf = async (path: string, language?: string) => (await ask(path, undefined, language)).text()

async function enter(user = AYSE): Promise<void> {
  cookie = ''
  const entered = await ask(await panelLink(host, user), {})
  cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

beforeEach(async () => {
  host = new MemoryHost()
  panel = createPanel(host)
  await enter()
})

const actions = () => host.audited.map(({ action }) => action).filter((action) => action !== 'entered')

/** What the form of this page would send. */
async function formOf(answer: Response) {
  const form = parse(await answer.text()).querySelector('main form[method=post]')
  const fields = form
    ?.querySelectorAll('input')
    .map((field) => [field.getAttribute('name'), field.getAttribute('value')])
  return {
    action: `https://shop.example.com${form?.getAttribute('action')}`,
    fields: Object.fromEntries(fields ?? []),
  }
}

const MONEY = { what: 'credit', amount: '40,00', reason: 'Özür hediyesi' }
const asksFor = (over: Partial<typeof MONEY> = {}) => ask('/members/main/11/money', { ...MONEY, ...over })
const balance = () => host.walletsOf.balances.get(11)

describe('members', () => {
  test('are listed with who they are, and found by name and by external id', async () => {
    const list = parse(await textOf('/members'))
    expect(list.querySelector('tbody')?.text).toMatch(/Ayşe Yılmaz\s*Buyer\s*kahveci:cus_1\s*11/)
    expect(await textOf('/members?q=Ay%C5%9Fe')).toContain('/members/main/11')
    expect(await textOf('/members?q=kahveci:cus_2')).toContain('No member fits this search')
    expect(await textOf('/members', 'tr')).toContain('Craftgate hesabınıza kayıtlı alıcılar ve satıcılar')
  })

  test('an account without them is explained, in Craftgate’s words too', async () => {
    host.walletsOf.refusal = NOT_FOR_THIS_ACCOUNT
    for (const path of ['/members', '/members/main/11']) {
      const answer = await ask(path)
      expect(answer.status).toBe(200)
      expect(await answer.text()).toMatch(
        /cannot be used in this account[\s\S]*cannot be used in marketplaces/,
      )
    }
  })

  test('one is registered, and a form that lacks something says where', async () => {
    const typed = {
      memberExternalId: 'u-9',
      isBuyer: '1',
      contactName: 'Can',
      contactSurname: 'Su',
      once: 'form-1',
    }
    const wrong = await ask('/members/main', { ...typed, email: 'x', address: 'Moda', phoneNumber: '1' })
    expect(wrong.status).toBe(422)
    const page = parse(await wrong.text())
    expect(page.querySelector('#email')?.getAttribute('aria-invalid')).toBe('true')
    expect(page.querySelector('#contactName')?.getAttribute('value')).toBe('Can')
    const made = await ask('/members/main', {
      ...typed,
      email: 'c@example.com',
      address: 'Moda',
      phoneNumber: '1',
    })
    expect(made.headers.get('location')).toMatch(/\/members\/main\/\d+\?done=created-member$/)
    expect(actions()).toEqual(['asked-for-member', 'created-member'])
  })

  test('one is changed, and keeps what the form does not show', async () => {
    const { action, fields } = await formOf(await ask('/members/main/11/edit'))
    expect(fields).toMatchObject({ contactName: 'Ayşe', isBuyer: '1' })
    const changed = { ...fields, contactSurname: 'Kaya' }
    delete changed.isSubMerchant
    expect((await ask(action, changed)).status).toBe(303)
    expect(host.walletsOf.all.get(11)).toMatchObject({
      contactSurname: 'Kaya',
      memberExternalId: 'kahveci:cus_1',
    })
  })

  test('of another account, or of nobody, are not there', async () => {
    for (const path of [
      '/members?merchant=other',
      '/members/other/11',
      '/members/main/12',
      '/members/main/x',
    ])
      expect([path, (await ask(path)).status]).toEqual([path, 404])
  })
})

describe('money of a wallet', () => {
  test('is asked about once more, moves when that is confirmed, and once however often it is pressed', async () => {
    const asked = await asksFor()
    expect([asked.status, balance()]).toEqual([200, 25_000])
    const { action, fields } = await formOf(asked)
    const done = await ask(action, fields)
    expect(done.headers.get('location')).toBe('/craftgate/panel/members/main/11?done=moved')
    await ask(action, fields)
    expect(balance()).toBe(29_000)
    expect(actions()).toEqual(['credited-wallet', 'credited-wallet'])
    const page = await textOf('/members/main/11')
    expect(page).toMatch(/Sent[\s\S]*₺40\.00[\s\S]*Özür hediyesi/)
    expect(parse(page).querySelector('[aria-labelledby=wallet]')?.text).toContain('₺290.00')
  })

  test.each([['debit'], ['deposit'], ['withdraw']])('%s', async (what) => {
    const { action, fields } = await formOf(await asksFor({ what }))
    await ask(action, fields)
    expect(host.walletsOf.moved).toMatchObject([{ kind: what, amount: { minor: 4_000 } }])
  })

  test('that a seller asked for is not at the bank yet, and a cancelled one is seen', async () => {
    host.walletsOf.all.set(11, { ...AYSE_MEMBER, isSubMerchant: true })
    const { action, fields } = await formOf(await asksFor({ what: 'withdraw' }))
    host.walletsOf.next = 'waiting'
    const answer = await ask(action, fields)
    expect(answer.headers.get('location')).toMatch(/done=waiting-withdraw$/)
    host.walletsOf.withdraws.push({
      id: 8,
      memberId: 11,
      amount: money(100, 'TRY'),
      payoutStatus: 'CANCELLED',
    })
    const page = parse(await textOf('/members/main/11?done=waiting-withdraw'))
    expect(page.querySelector('[role=status]')?.text).toContain('when you approve the payout file')
    expect(page.querySelector('[aria-labelledby=operations]')?.text).toContain('Not at the bank yet')
    expect(page.querySelector('[aria-labelledby=withdraws]')?.text).toMatch(
      /Waits for its payout[\s\S]*Cancelled/,
    )
  })

  test.each([
    [{ amount: '0' }, 'amount'],
    [{ amount: 'x' }, 'amount'],
    [{ reason: ' ' }, 'reason'],
  ])('is not asked for like %j', async (over, field) => {
    const answer = await asksFor(over)
    expect(answer.status).toBe(422)
    expect(
      parse(await answer.text())
        .querySelector(`#${field}`)
        ?.getAttribute('aria-invalid'),
    ).toBe('true')
  })

  test('that did not move, or of which nobody knows yet, is said to be so', async () => {
    const { action, fields } = await formOf(await asksFor())
    host.walletsOf.next = 'failed'
    const failed = await ask(action, fields, 'tr')
    expect([failed.status, await failed.text()]).toEqual([
      422,
      expect.stringContaining('Cüzdan bakiyesi yetersiz'),
    ])
    host.walletsOf.next = 'unknown'
    const unknown = await ask(action, fields)
    expect(unknown.headers.get('location')).toContain('done=unknown')
    expect(await textOf('/members/main/11?done=unknown')).toContain('do not do it again')
  })

  test('is filled by whoever has the address of a page', async () => {
    const answer = await asksFor({ what: 'top-up', reason: '' })
    expect(await answer.text()).toMatch(/https:\/\/craftgate\.example\/p\/1[\s\S]*<svg/)
    expect(actions()).toEqual(['opened-top-up'])
  })

  test('a move goes back by at most what Craftgate says; one that has no way back has no link', async () => {
    const page = await textOf('/members/main/11')
    expect(page).toContain('/members/main/11/moves/91')
    expect(page).not.toContain('/moves/90')
    expect(page).toContain('SOMETHING_NEW')
    const { action, fields } = await formOf(await ask('/members/main/11/moves/91'))
    expect(fields.amount).toBe('100.00')
    await ask(action, fields)
    expect(host.walletsOf.moved).toMatchObject([{ kind: 'refund', amount: { minor: 10_000 } }])
    expect((await ask(action, { ...fields, amount: '' })).status).toBe(422)
  })

  test('a move that goes back says while the bank works on it, and why it did not in the end', async () => {
    host.walletsOf.next = 'waiting'
    const { action, fields } = await formOf(await ask('/members/main/11/moves/91'))
    const sent = await ask(action, fields)
    expect(sent.headers.get('location')).toContain('done=waiting')
    expect(await textOf('/members/main/11?done=waiting')).toMatch(/The bank works on it[\s\S]*At the bank/)
    host.walletsOf.moved[0] = {
      ...(host.walletsOf.moved[0] as WalletOperation),
      ...{ state: 'failed', error: { code: '10059', description: 'İade bankaca reddedildi' } },
    }
    expect(await textOf('/members/main/11')).toMatch(/Not done[\s\S]*İade bankaca reddedildi/)
  })

  test('a withdrawal is cancelled, and the wallet of the merchant reset, when that is confirmed', async () => {
    for (const path of ['/members/main/11/withdraws/7', '/members/main/wallet/reset']) {
      const { action, fields } = await formOf(await ask(path))
      expect((await ask(action, fields)).status).toBe(303)
    }
    expect(host.walletsOf.moved.map(({ kind }) => kind)).toEqual(['cancel-withdraw', 'reset'])
    expect(actions()).toEqual(['cancelled-withdraw', 'reset-merchant-wallet'])
  })

  test('a wallet is opened for who has none', async () => {
    host.walletsOf.balances.clear()
    expect(await textOf('/members/main/11')).toContain('This member has no wallet')
    await ask('/members/main/11/wallet', {})
    expect(balance()).toBe(0)
  })

  test('is out of reach for who may not refund, and members for who may not configure', async () => {
    await enter({ ...AYSE, permissions: ['read'] })
    const page = await textOf('/members/main/11')
    expect(page).toContain('₺250.00')
    expect(page).not.toMatch(/Move money|Send back|Edit the member/)
    const posts = ['/members/main/11/money', '/members/main/11/money/credit', '/members/main/11/moves/91']
    for (const path of [...posts, '/members/main/wallet/reset', '/members/main/11', '/members/main'])
      expect([path, (await ask(path, { ...MONEY, once: '1' })).status]).toEqual([path, 403])
    expect(host.walletsOf.moved).toEqual([])
  })
})

describe('how far below zero a wallet may go', () => {
  test('is changed by who may move money, and written down', async () => {
    const answer = await ask('/members/main/11/limit', { limit: '500' })
    expect(answer.headers.get('location')).toContain('done=changed-wallet-limit')
    expect([host.walletsOf.limits.get(11), actions()]).toEqual([-50_000, ['changed-wallet-limit']])
    expect(await textOf('/members/main/11')).toContain('₺500.00')
    await ask('/members/main/11/limit', { limit: '0' })
    expect(Math.abs(host.walletsOf.limits.get(11) ?? 1)).toBe(0)
    await enter({ ...AYSE, permissions: ['read', 'configure'] })
    expect((await ask('/members/main/11/limit', { limit: '1' })).status).toBe(403)
    expect(await textOf('/members/main/11')).not.toContain('name="limit"')
  })

  test.each(['', '-5', 'x'])('%j is refused beside the field, and nothing is changed', async (limit) => {
    const answer = await ask('/members/main/11/limit', { limit })
    const page = parse(await answer.text())
    expect([answer.status, page.querySelector('#limit-error')?.text]).toEqual([
      422,
      'Write an amount of zero or more, for example 500.',
    ])
    expect([host.walletsOf.limits.size, actions()]).toEqual([0, []])
  })
})
