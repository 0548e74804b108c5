import { Hono } from 'hono'
import { html } from 'hono/html'
import { answerHtml, type HtmlPage } from './html-page'

async function answer(more: Partial<HtmlPage>) {
  const page = { lang: 'tr', title: 'A & B', style: 'p { color: red }', body: html`<p>${'<b>'}</p>`, ...more }
  const app = new Hono().get('/', (c) => answerHtml(c, page))
  const response = await app.request('/')
  return { policy: response.headers.get('content-security-policy') ?? '', text: await response.text() }
}

it('runs no script and is in no frame, unless the page asks for it', async () => {
  const { policy } = await answer({})
  expect(policy).not.toContain('script-src')
  expect(policy).toContain("form-action 'self'")
  expect(policy).toContain("frame-ancestors 'none'")
  const open = await answer({ formsTo: 'anywhere', framedBy: 'anybody' })
  expect(open.policy).toContain('form-action http: https:')
  expect(open.policy).toContain('frame-ancestors http: https:')
})

it('runs its own scripts under a nonce of this answer', async () => {
  const page = { scripts: { head: 'one < 2', end: ['two()'] } }
  const [first, second] = [await answer(page), await answer(page)]
  const nonce = /script-src 'nonce-([^']+)'/.exec(first.policy)?.[1] ?? ''
  expect(first.text).toContain(`<script nonce="${nonce}">one < 2</script>`)
  expect(first.text).toContain(`<script nonce="${nonce}">two()</script>`)
  expect(second.policy).not.toContain(nonce)
})

it('escapes what is not markup', async () => {
  const { text } = await answer({})
  expect(text).toContain('<title>A &amp; B</title>')
  expect(text).toContain('<p>&lt;b&gt;</p>')
})
