// Writes docs/reference from the code: nobody edits it, and nothing of it is committed; and the page of the JSON for storefronts.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as adapter from '@craftgate-commerce/core/adapter'
import { apiPages } from './reference/api.mjs'
import { attentionTable } from './reference/attention.mjs'
import { eventsPage } from './reference/events.mjs'
import { optionsPage } from './reference/options.mjs'
import { routesPage } from './reference/routes.mjs'
import { STOREFRONT_JSON, storefrontJsonPage } from './reference/storefront-json.mjs'
import { waysToPayPage } from './reference/ways-to-pay.mjs'

const root = join(import.meta.dirname, '../..')
const reference = join(root, 'docs/reference')
process.chdir(root)

/** Wide, for their tables. */
const FRONTMATTER = '---\npageClass: reference\naside: false\n---\n\n'

const description = JSON.parse(readFileSync('packages/openapi/src/generated/openapi.json', 'utf8'))
const pages = new Map([
  ['options', optionsPage()],
  ['routes', routesPage()],
  ['events', eventsPage(description)],
  ['ways-to-pay', waysToPayPage({ methods: adapter.PAYMENT_METHODS, startable: adapter.STARTABLE_METHODS })],
  ...[...apiPages(description)].map(([name, text]) => [`api/${name}`, text]),
])
rmSync(reference, { recursive: true, force: true })
mkdirSync(join(reference, 'api'), { recursive: true })
for (const [name, text] of pages)
  writeFileSync(join(reference, `${name}.md`), `${FRONTMATTER}${text.trimEnd()}\n`)
mkdirSync(join(reference, 'parts'))
for (const language of ['en', 'tr'])
  writeFileSync(join(reference, `parts/attention-${language}.md`), `${attentionTable(language)}\n`)
// Kept in the repository, because the packages' pages lead to it there.
writeFileSync(STOREFRONT_JSON, await storefrontJsonPage())
console.log(`${pages.size} pages of reference written`)
