import { readFileSync } from 'node:fs'
import path from 'node:path'
import { getConnInfo } from '@hono/node-server/conninfo'
import { serveStatic } from '@hono/node-server/serve-static'
import { type Context, Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { stream } from 'hono/streaming'
import { chosenLanguage } from '../shop/language'
import { paymentPage, statusStyleSource } from './payment-page'
import type { Settings } from './settings'

/** Headers that the shop needs from the browser, and the browser from the shop. */
const UP = [
  'content-type',
  'authorization',
  'vendure-token',
  'x-publishable-api-key',
  'accept',
  'accept-language',
  'if-none-match',
  'range',
]
const DOWN = ['content-type', 'vendure-auth-token', 'cache-control', 'etag', 'last-modified']

export async function createApp(settings: Settings, clientDir: string): Promise<Hono> {
  const page = readFileSync(path.join(clientDir, 'index.html'), 'utf8')
  const app = new Hono()
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", await statusStyleSource()],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
      strictTransportSecurity: false,
    }),
  )
  app.get('/config.json', (c) => c.json(settings.config))
  passToShop(app, settings)
  const root = path.relative(process.cwd(), clientDir)
  const forever = (_path: string, c: Context) =>
    c.header('cache-control', 'public, max-age=31536000, immutable')
  app.get('/static/*', serveStatic({ root, onFound: forever }), (c) => c.notFound())
  app.get('/zerdali.svg', serveStatic({ root }))
  app.get('/odeme/:reference', (c) => {
    const { reference } = c.req.param()
    const language = chosenLanguage(c.req.header('cookie') ?? '')
    const parts = paymentPage(page, { settings, reference, language, shopper: addressOf(c) })
    c.header('content-type', 'text/html; charset=utf-8')
    c.header('cache-control', 'no-store')
    return stream(c, async (out) => {
      for await (const part of parts) await out.write(part)
    })
  })
  app.get('*', (c) => c.html(page))
  return app
}

/** Only what a storefront needs of the shop; its pictures are at /assets, whatever the shop calls the place. */
function passToShop(app: Hono, { config, shopUrl }: Settings): void {
  switch (config.backend) {
    case 'vendure':
      app.post('/shop-api', (c) => pass(c, `${shopUrl}/shop-api`))
      app.get('/assets/*', (c) => pass(c, `${shopUrl}${c.req.path}`))
      app.on(['GET', 'POST', 'DELETE'], '/craftgate/v1/*', (c) => pass(c, `${shopUrl}${c.req.path}`))
      break
    case 'medusa':
      app.on(['GET', 'POST', 'DELETE'], '/store/*', (c) => pass(c, `${shopUrl}${c.req.path}`))
      app.post('/auth/customer/emailpass', (c) => pass(c, `${shopUrl}${c.req.path}`))
      app.get('/assets/*', (c) => pass(c, `${shopUrl}${c.req.path.replace('/assets/', '/static/')}`))
  }
}

/** Who asks: the shop counts the questions of each shopper, not those of this server. */
const addressOf = (c: Context): string => getConnInfo(c).remote.address ?? ''

async function pass(c: Context, target: string): Promise<Response> {
  const headers = new Headers(pick(c.req.raw.headers, UP))
  headers.set('x-forwarded-for', addressOf(c))
  const body = ['GET', 'HEAD'].includes(c.req.method) ? undefined : await c.req.arrayBuffer()
  try {
    const answer = await fetch(target + new URL(c.req.url).search, { method: c.req.method, headers, body })
    return new Response(answer.body, { status: answer.status, headers: pick(answer.headers, DOWN) })
  } catch {
    const message = 'The shop cannot be reached'
    return c.json({ message, errors: [{ message }] }, 502)
  }
}

function pick(headers: Headers, names: readonly string[]): [string, string][] {
  return names.flatMap((name) => {
    const value = headers.get(name)
    return value === null ? [] : [[name, value] as [string, string]]
  })
}
