// The reference is made from the code: what a shop answers or publishes must not be missing there without a word.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { medusaRoutes, methodsIn } from '../docs/scripts/reference/medusa-routes.mjs'
import { emittedIn, eventClassesIn } from '../docs/scripts/reference/platform-events.mjs'
import { routesIn, shopifyRoutes } from '../docs/scripts/reference/shopify-routes.mjs'
import { STOREFRONT_JSON, storefrontJsonPage } from '../docs/scripts/reference/storefront-json.mjs'
import { missingPictures, screenPages } from '../docs/scripts/screens/pages.mjs'

const before = process.cwd()
beforeAll(() => process.chdir(join(import.meta.dirname, '..')))
afterAll(() => process.chdir(before))

test.each([
  ['a function', '/** Doc. */\nexport async function GET() {}', ['GET']],
  ['a constant', '/** Doc. */\nexport const GET = () => 1', ['GET']],
  [
    'another name',
    '/** Doc. */\nconst answer = () => 1\nexport { answer as POST, answer as DELETE }',
    ['POST', 'DELETE'],
  ],
])('a route of Medusa that is exported as %s is found', (_, text, methods) => {
  expect(methodsIn('route.ts', text)).toEqual(methods.map((method) => ({ method, doc: 'Doc.' })))
})

test('a route file of which no method can be read, or no docstring, ends the generation', () => {
  expect(() => methodsIn('route.ts', 'const GET = 1')).toThrow('route.ts exports no method')
  expect(() => methodsIn('route.ts', 'export const GET = () => 1')).toThrow('GET has no docstring')
})

test('every question of a storefront is a route of Medusa’s', () => {
  const routes = medusaRoutes().map(({ route }) => route)
  for (const name of ['installments', 'loan-offers', 'methods', 'payments/:reference', 'cards', 'wallets'])
    expect(routes).toContain(`GET /store/craftgate/v1/${name}`)
  expect(routes).toContain('DELETE /store/craftgate/v1/cards/:id')
})

test('a route of the Shopify app is read with its base path, and one without a meaning ends the generation', () => {
  const text = `new Hono().basePath('/craftgate/:handle')\napp.get('/new', work)\napp.post(\`/x/\${kind}\`, work)`
  expect(routesIn(text)).toEqual(['GET /craftgate/:handle/new', 'POST /craftgate/:handle/x/:kind'])
  const known = shopifyRoutes().map(({ route }) => route)
  expect(() => shopifyRoutes([...known, 'GET /new'])).toThrow('GET /new')
  expect(() => shopifyRoutes(known.slice(1))).toThrow(known[0])
})

test('an event without a meaning or a docstring ends the generation', () => {
  expect(() => emittedIn("bus.emit({ name: 'craftgate.new', data })")).toThrow("'craftgate.new'")
  expect(() => eventClassesIn('a.ts', 'export class New extends VendureEvent {}')).toThrow(
    'New has no docstring',
  )
})

test('the page of the JSON for storefronts is that of the contract: npm run docs:build writes it', async () => {
  expect(readFileSync(STOREFRONT_JSON, 'utf8')).toBe(await storefrontJsonPage())
})

test('the pages of pictures are those of their lists, and each picture was taken', () => {
  for (const [file, text] of screenPages()) expect([file, readFileSync(file, 'utf8')]).toEqual([file, text])
  expect(missingPictures('.')).toEqual([])
})
