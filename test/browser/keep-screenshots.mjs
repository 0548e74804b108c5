// `npm run screenshots`: has the browser suite look at every page, and keeps what it saw in docs/screenshots and
// examples/pictures. `npm run screenshots panel-pages shopify` runs these of its files alone, `npm run screenshots kept` none:
// it keeps what earlier runs saw.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { screenPages } from '../../docs/scripts/screens/pages.mjs'
import { runStoreSuite } from '../load/run-suite.mjs'

const root = join(import.meta.dirname, '../..')
const seen = join(import.meta.dirname, '../.artifacts/browser')
const kept = join(root, 'docs/screenshots')

/** The files of the suite that take pictures, and the albums that each fills alone. */
const SUITES = {
  'hosted-card': [],
  'hosted-page': [],
  'payment-frame': [],
  'storefront-vendure': ['vendure'],
  'storefront-medusa': [],
  'medusa-admin': [],
  'vendure-dashboard': [],
  'dashboard-refund': [],
  shopify: ['shopify'],
  'panel-pages': ['panel'],
}

/** The app's pages in English, and those that the album of the panel has. */
const LEFT_OUT = /^page-|-en-(?:desktop|phone)\.png$/

const ALBUMS = ['components', 'hosted', 'medusa', 'panel', 'shopify', 'vendure', 'vendure-dashboard']

/** Of the panel, on the front page of the repository. */
const PANEL_PAGES = [
  ...['today', 'payments', 'payment', 'refund', 'attention', 'link', 'transfer', 'fraud-review'],
  ...['shares', 'member', 'compared-day', 'setup'],
]

const panelPages = PANEL_PAGES.flatMap((page) =>
  ['desktop', 'phone'].map((screen) => [`panel/${page}-${screen}.png`, `panel/medusa/${page}-${screen}`]),
)

/** Pictures of the front page and the packages' pages, which show the top of what was seen, as wide as a page. */
const FRONT = {
  ...Object.fromEntries(panelPages),
  'console.png': 'hosted/console-desktop',
  'dashboard-refund.png': 'vendure-dashboard/items-refunded-desktop',
  'hosted-page.png': 'vendure/instalments-desktop',
  'hosted-page-phone.png': 'vendure/instalments-phone',
  'medusa-order.png': 'medusa/admin-paid-desktop',
  'order.png': 'vendure/order-instalments-desktop',
  'order-phone.png': 'vendure/order-instalments-phone',
  'panel-members.png': 'panel/medusa/members-desktop',
  'panel-payments.png': 'panel/medusa/payments-desktop',
  'panel-today.png': 'panel/medusa/today-desktop',
  'shopify-admin.png': 'shopify/admin-order-desktop',
  'shopify-payment.png': 'shopify/payment-desktop',
  'storefront.png': 'vendure/storefront-desktop',
  'storefront-phone.png': 'vendure/storefront-phone',
  'vendure-dashboard.png': 'vendure-dashboard/refunded-desktop',
}
const FRONT_WIDTH = 1000
const FRONT_HEIGHT = 1000
/** Down to the end of the box on the order's page, which stands below the order. */
const FRONT_HEIGHTS = { 'vendure-dashboard.png': 1390 }

/** Of a longer page the rest is more of the same list. */
const LONGEST = { page: 3000, component: 1000 }

async function topOf(image, longest) {
  const { data, info } = await image.toBuffer({ resolveWithObject: true })
  return sharp(data).extract({ left: 0, top: 0, width: info.width, height: Math.min(longest, info.height) })
}

/** Pages have few colours: a palette makes a fourth of the size. */
const small = (image) => image.png({ palette: true, colours: 96, dither: 0, effort: 8 }).toBuffer()

/** Of 255: less is what a palette does to a colour. */
const SAME_COLOUR = 40
/** Numbers, names and times of another run are less than this share of a page. */
const SAME_PAGE = 0.015

/** Whether two pictures differ by no more than a date or a number, so that the repository does not grow by each run. */
async function looksAlike(one, other) {
  const [a, b] = await Promise.all(
    [one, other].map((image) => sharp(image).greyscale().raw().toBuffer({ resolveWithObject: true })),
  )
  if (a.info.width !== b.info.width || a.info.height !== b.info.height) return false
  const changed = a.data.reduce(
    (count, value, at) => count + (Math.abs(value - b.data[at]) > SAME_COLOUR ? 1 : 0),
    0,
  )
  return changed / a.data.length < SAME_PAGE
}

async function keep(image, place) {
  const picture = await small(image)
  if (existsSync(place) && (await looksAlike(picture, place))) return false
  mkdirSync(dirname(place), { recursive: true })
  writeFileSync(place, picture)
  return true
}

const picturesIn = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.png') && !LEFT_OUT.test(name))
    : []

async function front(name, picture) {
  const image = sharp(join(seen, `${picture}.png`)).resize({ width: FRONT_WIDTH, withoutEnlargement: true })
  return keep(await topOf(image, FRONT_HEIGHTS[name] ?? FRONT_HEIGHT), join(root, 'examples/pictures', name))
}

const asked = process.argv.slice(2)
const suites = asked.length === 0 ? Object.keys(SUITES) : asked.filter((name) => name !== 'kept')
for (const suite of suites) {
  const albums = SUITES[suite]
  if (albums === undefined)
    throw new Error(`${suite} takes no pictures; these do: ${Object.keys(SUITES).join(', ')}`)
  for (const album of albums) rmSync(join(seen, album), { recursive: true, force: true })
  if (!runStoreSuite(`browser/${suite}.test`, { env: {} })) process.exit(1)
}

let written = 0
for (const album of ALBUMS)
  for (const name of picturesIn(join(seen, album)))
    if (
      await keep(
        await topOf(
          sharp(join(seen, album, name)),
          album === 'components' ? LONGEST.component : LONGEST.page,
        ),
        join(kept, album, name),
      )
    )
      written += 1
for (const [name, picture] of Object.entries(FRONT))
  if (existsSync(join(seen, `${picture}.png`)) && (await front(name, picture))) written += 1
// Only a whole run has seen every page: what it did not see is gone.
if (asked.length === 0)
  for (const name of picturesIn(kept)) if (!existsSync(join(seen, name))) rmSync(join(kept, name))
for (const [file, text] of screenPages()) {
  const path = join(root, file)
  mkdirSync(dirname(path), { recursive: true })
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text)
}
console.log(`${written} pictures changed`)
