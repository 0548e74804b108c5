import { money, toDecimal } from '@craftgate-commerce/core'
import { navigate, testCards } from '@craftgate-commerce/sandbox'
import {
  eventually,
  FIRST,
  newId,
  onTwoServers,
  pause,
  paymentBody,
  SECOND,
  type TwoServers,
  transactionBody,
} from './on-two-servers'

interface SessionState {
  readonly syncStatus: string | null
  readonly lastError: string | null
  readonly resolution: { readonly mutation: string } | null
}

/** An amount of kuruş as Shopify writes it. */
const lira = (kurus: number): string => toDecimal(money(kurus, 'TRY'))

let app: TwoServers
beforeAll(async () => {
  app = await onTwoServers('shopify_security')
})
afterAll(() => app?.close())

const sessionState = async (id: string): Promise<SessionState> => {
  const [row] = await app.sql<SessionState>(
    'SELECT sync_status AS "syncStatus", last_error AS "lastError", resolution FROM craftgate_session WHERE id = $1',
    [id],
  )
  if (!row) throw new Error(`There is no session ${id}`)
  return row
}

const send = (kind: 'payment' | 'refund' | 'capture' | 'void', body: unknown, more: object = {}) =>
  app.shopifySide.sendSession({ kind, body, shop: FIRST, ...more })

describe('money', () => {
  test('Shopify accepted while an earlier, slower call was under way: the timeout of that one changes nothing', async () => {
    const scene = app.scene()
    app.shopifySide.faults.add({ kind: 'hang', operation: 'paymentSessionResolve' })
    const { reference } = await scene.buy()
    await pause(4_000)
    expect(await sessionState(reference)).toMatchObject({ syncStatus: 'synced', lastError: null })
  })

  test('Shopify accepted, the answer was lost, and the next answer is a 403: the money stays where the order is', async () => {
    const scene = app.scene()
    const { order } = await scene.heldCallback().then(async (held) => {
      app.shopifySide.faults.add({ kind: 'drop-after-commit', operation: 'paymentSessionResolve' })
      app.shopifySide.faults.add({ kind: 'access-denied', operation: 'paymentSessionResolve' })
      await held.shopper.deliver(held.callback)
      return held
    })
    await pause(3_000)
    await scene.store.reconcile()
    await scene.expectPaid(order)
    await scene.accountsAgree()
  })

  test('a payment of an earlier page of the session is reported by the retries although a later page was opened', async () => {
    const scene = app.scene()
    await scene.craftgate.loseWebhooks()
    const order = await scene.place()
    const attempt = await scene.goToPay(order)
    const paid = await attempt.shopper.pay({ card: testCards.success, deliver: false })
    // As when the page was closed (or given up after a day) while the bank was at work: Craftgate tells of it late.
    const close = `UPDATE craftgate_checkout SET state = 'expired', version = version + 1 WHERE reference = $1`
    await app.sql(close, [attempt.reference])
    await openAgain(attempt.reference)
    app.shopifySide.down()
    if (paid.callback) await attempt.shopper.deliver(paid.callback)
    app.shopifySide.up()
    await eventually(
      () => sessionState(attempt.reference),
      ({ syncStatus }) => syncStatus === 'synced',
      6_000,
    )
    await scene.store.askAgain(attempt.reference)
    await scene.store.reconcile()
    await scene.expectPaid(order)
  })

  test('an awaited bank transfer is reported by the retries although Shopify was away when the shopper came back', async () => {
    const scene = app.scene()
    app.sandbox.control.payments.holdNext('WAITING')
    const { reference, callback, shopper } = await scene.heldCallback()
    app.shopifySide.down()
    await shopper.deliver(callback)
    app.shopifySide.up()
    const end = await eventually(
      () => sessionState(reference),
      ({ syncStatus }) => syncStatus !== null,
      6_000,
    )
    expect(end).toMatchObject({ syncStatus: 'synced', resolution: { mutation: 'paymentSessionPending' } })
  })

  test('a capture that was made is not undone by a void that Shopify sent at the same time', async () => {
    const scene = app.scene()
    const { order, reference } = await scene.buy({ phase: 'PRE_AUTH' })
    const amount = lira(order.total)
    const capture = transactionBody('capture', reference, { amount })
    const cancel = transactionBody('void', reference)
    const answers = await Promise.all([send('capture', capture), send('void', cancel)])
    expect(answers.map(({ status }) => status)).toEqual([201, 201])
    const decided = async () => Promise.all([sessionState(capture.id), sessionState(cancel.id)])
    const ends = await eventually(decided, (all) => all.every(({ resolution }) => resolution !== null))
    const resolved = ends.filter(({ resolution }) => resolution?.mutation.endsWith('Resolve'))
    expect(resolved).toHaveLength(1)
  })

  test('three refunds at once of more than half each: one is made', async () => {
    const scene = app.scene()
    const { order, reference } = await scene.buy()
    const amount = lira(Math.ceil((order.total * 3) / 5))
    const bodies = [1, 2, 3].map(() => transactionBody('refund', reference, { amount }))
    await Promise.all(bodies.map((body) => send('refund', body)))
    const decided = async () => Promise.all(bodies.map(({ id }) => sessionState(id)))
    const ends = await eventually(decided, (all) => all.every(({ resolution }) => resolution !== null))
    expect(ends.map(({ resolution }) => resolution?.mutation).sort()).toEqual([
      'refundSessionReject',
      'refundSessionReject',
      'refundSessionResolve',
    ])
    const [payment] = await scene.craftgate.paymentsSinceMark()
    expect(payment?.refunded).toBe(Math.round(Number(amount) * 100))
  })

  test('a refund whose id comes again with another amount is the first one, and made once', async () => {
    const scene = app.scene()
    const { reference } = await scene.buy()
    const body = transactionBody('refund', reference, { amount: '1.00' })
    const statuses = await Promise.all(
      ['1.00', '2.00', '3.00'].map((amount) =>
        send('refund', { ...body, amount }).then(({ status }) => status),
      ),
    )
    expect(statuses).toEqual([201, 201, 201])
    await eventually(
      () => sessionState(body.id),
      ({ resolution }) => resolution !== null,
    )
    const [payment] = await scene.craftgate.paymentsSinceMark()
    expect(payment?.refunds).toHaveLength(1)
  })

  test('a refund that is refused is told to Shopify, and its answer is kept', async () => {
    const scene = app.scene()
    const { order } = await scene.buy({ phase: 'PRE_AUTH' })
    expect(await scene.store.capture(order)).toEqual({ ok: true })
    const refund = await scene.store.refund(order, { amount: 100 })
    expect(refund.state).toBe('failed')
    const [{ id = '' } = {}] =
      (await app.store.checkout(order)).order?.transactions.filter(({ kind }) => kind === 'refund') ?? []
    const row = await eventually(
      () => sessionState(id),
      (row) => row?.syncStatus === 'synced',
    )
    expect(row?.syncStatus).toBe('synced')
    expect(new Set(app.mutations(id).map(({ operation }) => operation))).toEqual(
      new Set(['refundSessionReject']),
    )
  })

  test('a server that is killed while Shopify is asked loses nothing: the other one tells it', async () => {
    const scene = app.scene()
    const held = await scene.heldCallback()
    app.shopifySide.faults.add({ kind: 'hang', operation: 'paymentSessionResolve' })
    const connect = held.shopper.deliver(held.callback).catch(() => undefined)
    await eventually(
      async () => app.mutations(held.reference).length,
      (count) => count > 0,
    )
    await app.shopify.main.stop('SIGKILL')
    await connect
    await eventually(
      () => sessionState(held.reference),
      ({ syncStatus }) => syncStatus === 'synced',
    )
    await app.shopify.main.start()
    await scene.store.reconcile()
    await scene.expectPaid(held.order)
    await scene.accountsAgree()
  })

  test('two tabs paid, notifications at both servers at once while Shopify is away: one pays, one goes back', async () => {
    const scene = app.scene()
    await scene.craftgate.loseWebhooks()
    const order = await scene.place()
    const one = await scene.goToPay(order)
    const two = await scene.goToPay(order)
    const first = await one.shopper.pay({ card: testCards.success, deliver: false })
    const second = await two.shopper.pay({ card: testCards.axess, deliver: false })
    app.shopifySide.down()
    const [here = '', there = ''] = app.store.callbackUrls
    const notifications = [first, second].flatMap(({ callback }) =>
      [here, there].map((url) =>
        one.shopper.deliver({ url, fields: callback?.fields ?? {} }).catch(() => undefined),
      ),
    )
    await Promise.all(notifications)
    app.shopifySide.up()
    await eventually(
      () => scene.look(order),
      ({ state }) => state === 'paid',
    )
    await scene.store.reconcile()
    await scene.expectPaid(order)
    await scene.accountsAgree()
    expect(app.shopifySide.violations()).toEqual([])
  })

  test('a shopper leaves with a declined card while another tab of the session pays: the accounts agree', async () => {
    for (let round = 0; round < 4; round += 1) {
      const scene = app.scene()
      const order = await scene.place()
      const attempt = await scene.goToPay(order)
      const declined = await attempt.shopper.pay({ card: testCards.notSufficientFunds, deliver: false })
      const back = declined.callback ? attempt.shopper.deliver(declined.callback) : attempt.shopper.leave()
      const again = openAgain(attempt.reference).then(async (shopper) =>
        shopper.pay({ card: testCards.success }),
      )
      await Promise.all([back, again.catch(() => undefined)])
      await pause(1_000)
      await scene.store.reconcile()
      await scene.accountsAgree()
    }
  })
})

describe('one shop beside another', () => {
  test('slow refunds of one shop hold no job of another shop up', async () => {
    const scene = app.scene()
    const bought = await Promise.all(Array.from({ length: 16 }, () => scene.buy()))
    const slow = {
      match: { method: 'POST', pathRegex: '/payment/v1/refunds' },
      kind: 'delay',
      ms: 20_000,
      times: 100,
    } as const
    app.sandbox.control.faults.add(slow)
    const refunds = bought.map(({ reference, order }) =>
      send('refund', transactionBody('refund', reference, { amount: lira(order.total) })),
    )
    await Promise.all(refunds)
    await pause(1_500)
    const held = await scene.heldCallback({ secondShop: true })
    app.shopifySide.faults.add({
      kind: 'status',
      status: 503,
      shop: SECOND,
      operation: 'paymentSessionResolve',
    })
    await held.shopper.deliver(held.callback)
    const begun = Date.now()
    await eventually(
      () => sessionState(held.reference),
      ({ syncStatus }) => syncStatus === 'synced',
      40_000,
    )
    const waited = Date.now() - begun
    app.sandbox.control.faults.clear()
    expect(waited).toBeLessThan(15_000)
  })
})

describe('who may play Shopify', () => {
  const unsent = () => paymentBody()

  test('a payment session without a certificate, or with a foreign one, is refused, whatever its headers say', async () => {
    app.scene()
    const headers = {
      'X-SSL-Client-Verify': 'SUCCESS',
      'X-Proxy-Secret': 'x'.repeat(32),
      'X-Forwarded-For': '127.0.0.1',
    }
    for (const certificate of ['none', 'foreign'] as const) {
      const body = unsent()
      expect((await send('payment', body, { certificate, headers })).status).toBe(401)
      expect(await app.sql('SELECT 1 FROM craftgate_session WHERE id = $1', [body.id])).toEqual([])
    }
  })

  test('the public address knows no session requests', async () => {
    const { appUrl } = app
    for (const path of [
      '/shopify/payment',
      '/shopify/refund',
      '//shopify/payment',
      '/SHOPIFY/payment',
      '/shopify%2fpayment',
    ]) {
      const answer = await fetch(`${appUrl}${path}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'shopify-shop-domain': FIRST,
          'shopify-api-version': '2026-10',
          'x-ssl-client-verify': 'SUCCESS',
        },
        body: JSON.stringify(paymentBody()),
      })
      expect(answer.status).toBe(404)
    }
  })

  test.each([
    ['of nobody', '', 400],
    ['of two shops', `${FIRST}, ${SECOND}`, 400],
    ['that hides another host', `${FIRST}.evil.example`, 400],
    ['with a port', `${FIRST}:443`, 400],
    ['with a path', `evil.example/${FIRST}`, 400],
    ['with a user', `zerdali@${SECOND}`, 400],
    ['that never installed the app', 'nobody-knows-it.myshopify.com', 403],
  ])('a session request of a shop %s is refused', async (_, shop, status) => {
    const answer = await send('payment', paymentBody(), { headers: { 'Shopify-Shop-Domain': shop } })
    expect(answer.status).toBe(status)
  })

  test('a request in an unknown API version is answered; nothing but a version gets into an address of Shopify', async () => {
    for (const version of ['2027-01', 'unstable', '', '2026-10/../../admin']) {
      const body = paymentBody()
      expect((await send('payment', body, { headers: { 'Shopify-Api-Version': version } })).status).toBe(200)
      const sql = 'SELECT api_version FROM craftgate_session WHERE id = $1'
      expect(await app.sql(sql, [body.id])).toEqual([
        { api_version: version === '2027-01' ? version : '2026-10' },
      ])
    }
  })

  test('bodies that are no session are refused with a sentence, never with a 500', async () => {
    const bodies: unknown[] = [
      'nothing',
      '[]',
      'null',
      paymentBody({ amount: '-1.00' }),
      paymentBody({ amount: '0' }),
      paymentBody({ amount: '1e9' }),
      paymentBody({ amount: '99999999999999999999.00' }),
      paymentBody({ amount: '1.999' }),
      paymentBody({ currency: 'XXX' }),
      paymentBody({ id: '../../admin' }),
      paymentBody({ id: 'a'.repeat(201) }),
      paymentBody({ kind: 'gift' }),
      paymentBody({ payment_method: { data: { cancel_url: 'javascript:alert(1)' } } }),
      paymentBody({ payment_method: { data: { cancel_url: 'https://user:pass@evil.example/' } } }),
    ]
    for (const body of bodies) expect((await send('payment', body)).status).toBe(422)
    expect((await send('payment', paymentBody({ merchant_locale: 'x'.repeat(70_000) }))).status).toBe(413)
  })

  test('a NUL in any text of a session is refused with a sentence, never with a 500', async () => {
    const bodies = [
      paymentBody({ group: 'a\u0000b' }),
      paymentBody({ gid: 'gid://shopify/PaymentSession/a\u0000b' }),
      paymentBody({ merchant_locale: 'tr\u0000' }),
      paymentBody({ customer: { email: 'a\u0000@example.com', locale: 'tr\u0000' } }),
      paymentBody({ payment_method: { data: { cancel_url: 'https://shop.example.com/a\u0000b' } } }),
    ]
    const statuses = await Promise.all(bodies.map(async (body) => (await send('payment', body)).status))
    expect(statuses.filter((status) => status >= 500)).toEqual([])
  })
})

describe('tenants', () => {
  test('a refund, capture or void of another shop, or of the other mode, is not found and moves nothing', async () => {
    const scene = app.scene()
    const { reference, order } = await scene.buy()
    for (const kind of ['refund', 'capture', 'void'] as const) {
      expect((await send(kind, transactionBody(kind, reference), { shop: SECOND })).status).toBe(404)
      expect((await send(kind, transactionBody(kind, reference, { test: true }))).status).toBe(404)
      expect((await send(kind, transactionBody(kind, newId('none')))).status).toBe(404)
    }
    const mine = transactionBody('refund', reference, { amount: '1.00' })
    expect((await send('refund', mine)).status).toBe(201)
    expect((await send('void', { ...transactionBody('void', reference), id: mine.id })).status).toBe(404)
    await eventually(
      () => sessionState(mine.id),
      ({ resolution }) => resolution !== null,
    )
    await scene.store.reconcile()
    const [payment] = await scene.craftgate.paymentsSinceMark()
    expect(payment?.refunded).toBe(100)
    expect((await scene.look(order)).paid).toBe(order.total)
  })

  test('the same session id of another shop, or of the other mode, is refused, and the first one stays as it was', async () => {
    app.scene()
    const body = paymentBody()
    const first = await send('payment', body)
    expect(first.status).toBe(200)
    expect((await send('payment', body, { shop: SECOND })).status).toBe(409)
    expect((await send('payment', { ...body, test: true })).status).toBe(409)
    const again = await send('payment', { ...body, amount: '1.00', group: 'another', kind: 'authorization' })
    expect(again).toEqual(first)
    const [row] = await app.sql<{ amount: string }>('SELECT amount FROM craftgate_session WHERE id = $1', [
      body.id,
    ])
    expect(row?.amount).toBe('1000')
  })

  test('the same group in two shops is two checkouts', async () => {
    app.scene()
    const group = newId('group')
    const [here, there] = [paymentBody({ group }), paymentBody({ group })]
    const links = [await send('payment', here), await send('payment', there, { shop: SECOND })]
    const held = { group, at: new Date() }
    await app.sql(
      `INSERT INTO craftgate_group_winner (shop, mode, group_id, session_id, account, payment_id, won_at) VALUES ($1, 'live', $2, $3, 'live', 1, $4)`,
      [SECOND, held.group, there.id, held.at],
    )
    const [link] = links
    const { redirect_url } = JSON.parse(link?.text ?? '{}') as { redirect_url: string }
    const answer = await navigate(new Request(redirect_url))
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toContain(app.sandbox.url)
  })

  test('a link back opens nothing with another signature, for another session, mode or shop, and no pay link opens it', async () => {
    app.scene()
    const body = paymentBody({ test: true })
    const { text } = await send('payment', body, { shop: SECOND })
    const back = new URL((JSON.parse(text) as { redirect_url: string }).redirect_url)
    expect(back.pathname).toContain('/return/')
    const open = async (change: (url: URL) => void) => {
      const url = new URL(back)
      change(url)
      return (await fetch(url, { redirect: 'manual' })).status
    }
    expect(await open(() => {})).toBeLessThan(400)
    expect(await open((url) => url.searchParams.delete('sig'))).toBe(404)
    expect(await open((url) => url.searchParams.set('sig', `${url.searchParams.get('sig')}x`))).toBe(404)
    expect(await open((url) => (url.pathname = `${url.pathname}1`))).toBe(404)
    expect(await open((url) => (url.pathname = url.pathname.replace('/test/', '/live/')))).toBe(404)
    expect(await open((url) => (url.pathname = url.pathname.replace('ikinci-magaza', 'zerdali')))).toBe(404)
    expect(await open((url) => (url.pathname = url.pathname.replace('/return/', '/pay/')))).toBe(404)
  })

  test('a merchant reads and moves nothing of another shop', async () => {
    const scene = app.scene()
    const { reference } = await scene.buy()
    const stranger = await app.shopify.merchant(SECOND)
    for (const path of [
      `/payments/${reference}`,
      `/payments/${encodeURIComponent(`../payments/${reference}`)}`,
      `/panel/payments/${reference}`,
    ])
      await expect(stranger.page(path)).rejects.toThrow('404')
    await expect(stranger.press(`/payments/${reference}/retry`)).rejects.toThrow('404')
    const ask = `/panel/payments/${reference}/ask`
    expect(new URL(await stranger.send(ask)).pathname).toBe(ask)
    for (const list of ['/panel', '/panel/payments.csv'])
      expect(await stranger.page(`${list}?q=${reference}`)).not.toContain(`/payments/${reference}`)
  })
})

describe('what pages and addresses say', () => {
  test('nothing that Shopify or a shopper wrote becomes markup on a merchant page', async () => {
    app.scene()
    const evil = '"><script>alert(1)</script>'
    const body = paymentBody({
      group: evil,
      merchant_locale: '<script>',
      customer: { email: evil, locale: '<script>' },
    })
    const gid = `gid://shopify/PaymentSession/${evil}`
    expect((await send('payment', { ...body, gid })).status).toBe(200)
    const merchant = await app.shopify.merchant(FIRST)
    const cookie = await cookieOf(merchant)
    const html = async (path: string) => {
      const answer = await fetch(`${app.appUrl}${path}`, { headers: { cookie, accept: 'text/html' } })
      return {
        status: answer.status,
        text: await answer.text(),
        csp: answer.headers.get('content-security-policy'),
      }
    }
    for (const path of [
      `/panel/payments/${body.id}`,
      `/panel?q=${encodeURIComponent(evil)}`,
      `/?done=${encodeURIComponent(evil)}&shop=${encodeURIComponent(evil)}`,
      `/panel/payments/${encodeURIComponent(evil)}`,
    ]) {
      const page = await html(path)
      expect(page.text).not.toContain('<script')
      expect(page.csp).toContain("default-src 'none'")
    }
  })

  test('strange ids in the address of a merchant page are not found, never a 500', async () => {
    const cookie = await cookieOf(await app.shopify.merchant(FIRST))
    for (const path of [
      '/payments/%00',
      '/payments/%E0%A4%A',
      '/panel/payments/%00',
      '/panel?q=%00',
      '/panel?page=%00',
      '/panel?q=%ff',
    ]) {
      const answer = await fetch(`${app.appUrl}${path}`, { headers: { cookie, accept: 'text/html' } })
      expect({ path, isAnswered: answer.status < 500 }).toEqual({ path, isAnswered: true })
    }
  })

  test('a shopper gets back to a shop whose checkout address has letters beyond Latin-1', async () => {
    app.scene()
    const cancel_url = 'https://zerdali.example/ödeme/şeker-ğ?ad=İş'
    const body = paymentBody({ payment_method: { type: 'offsite', data: { cancel_url } } })
    expect((await leaveWith(body)).location).toBe(new URL(cancel_url).href)
  })

  test('a line break in the checkout address reaches no header', async () => {
    app.scene()
    const cancel_url = 'https://zerdali.example/\r\nset-cookie: a=b'
    const body = paymentBody({ payment_method: { type: 'offsite', data: { cancel_url } } })
    const { status, cookies } = await leaveWith(body)
    expect(cookies).toEqual([])
    expect(status).toBe(303)
  })

  test('OAuth leads to checked shop domains only', async () => {
    for (const shop of [
      'evil.example',
      `${FIRST}.evil.example`,
      `evil.example/${FIRST}`,
      `${FIRST}@evil.example`,
      '',
    ]) {
      for (const path of ['/auth?shop=', '/?shop=', '/panel?shop=']) {
        const answer = await fetch(`${app.appUrl}${path}${encodeURIComponent(shop)}`, { redirect: 'manual' })
        const location = answer.headers.get('location')
        expect(location === null || new URL(location, app.appUrl).origin === app.appUrl).toBe(true)
      }
    }
  })
})

describe('what is kept', () => {
  test('no log of the app names a token, key, signature, address of a shopper or card', async () => {
    const folder = process.env.TEST_STATE_DIR ?? ''
    const { readdirSync, readFileSync } = await import('node:fs')
    const logs = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /shopify-app-\d+\.log$/.test(file),
    )
    expect(logs).not.toEqual([])
    const text = logs.map((file) => readFileSync(`${folder}/${file}`, 'utf8')).join('\n')
    const secrets = app.sandbox.merchants.flatMap(({ apiKey, secretKey, webhookKey }) => [
      apiKey,
      secretKey,
      webhookKey,
    ])
    for (const secret of [
      ...secrets,
      'sig=',
      'shpat_',
      'shpua_',
      '@example.com',
      testCards.success.cardNumber,
    ])
      expect({ secret, isLogged: text.includes(secret) }).toEqual({ secret, isLogged: false })
  })

  test('every line of the log is one JSON object without the address of a checkout', async () => {
    const folder = `${process.env.TEST_STATE_DIR}/logs`
    const { readFileSync } = await import('node:fs')
    await send('payment', paymentBody({ group: 'a database refuses this\u0000' }))
    const lines = readFileSync(`${folder}/shopify-app-1.log`, 'utf8').split('\n').filter(Boolean)
    expect(lines.filter((line) => !line.startsWith('{'))).toEqual([])
    expect(lines.filter((line) => /zerdali\.example/.test(line))).toEqual([])
  })

  test('after a shopper is forgotten nothing of the session leads to their checkout or thank-you page', async () => {
    const scene = app.scene()
    const { reference } = await scene.buy()
    const session = app.shopifySide.sessions().find(({ id }) => id === reference)
    const email = 'ayse.yilmaz@example.com'
    expect(session).toBeDefined()
    const customer = { email: emailOf(reference) ?? email }
    await app.shopifySide.sendPrivacyWebhook(FIRST, 'customers/redact', customer)
    const [row] = await app.sql<Record<string, string | null>>(
      'SELECT contact, email_hash, phone_hash, redirect_url, cancel_url FROM craftgate_session WHERE id = $1',
      [reference],
    )
    expect(row).toMatchObject({ contact: null, email_hash: null, phone_hash: null })
    expect(row?.redirect_url).toBeNull()
    expect(row?.cancel_url ?? '').not.toMatch(/checkouts?\/[A-Za-z0-9]+/)
  })
})

/** The pay link of a session once more, as from another tab. */
async function openAgain(reference: string) {
  const { Shopper } = await import('@craftgate-commerce/sandbox')
  const session = app.shopifySide.sessions().find(({ id }) => id === reference)
  const { text } = await app.shopifySide.resendSession(session?.gid ?? '')
  const shopper = new Shopper({ lang: 'tr' })
  await shopper.open((JSON.parse(text) as { redirect_url: string }).redirect_url)
  return shopper
}

/** The shopper opens the page of this session and comes back without having paid. */
async function leaveWith(body: object) {
  const { text } = await send('payment', body)
  const { redirect_url } = JSON.parse(text) as { redirect_url: string }
  const opened = await navigate(new Request(redirect_url))
  expect(opened.status).toBe(303)
  const token = app.sandbox.control.checkouts().at(-1)?.token ?? ''
  const callback = await fetch(redirect_url.replace(/\/pay\/.*/, '/callback'), {
    method: 'POST',
    body: new URLSearchParams({ token }),
    redirect: 'manual',
  })
  const back = await fetch(callback.headers.get('location') ?? '', { redirect: 'manual' })
  return { status: back.status, location: back.headers.get('location'), cookies: back.headers.getSetCookie() }
}

function emailOf(reference: string): string | undefined {
  const session = app.shopifySide.sessions().find(({ id }) => id === reference) as
    | { readonly checkoutId?: string }
    | undefined
  const checkout = app.shopifySide.checkouts().find(({ id }) => id === session?.checkoutId) as
    | { readonly customer?: { readonly email?: string } }
    | undefined
  return checkout?.customer?.email
}

/** What the browser of a merchant would send. */
async function cookieOf(merchant: object): Promise<string> {
  const { browser } = merchant as { browser: { cookies: Map<string, Map<string, string>> } }
  const { origin } = new URL(app.appUrl)
  return [...(browser.cookies.get(origin) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ')
}
