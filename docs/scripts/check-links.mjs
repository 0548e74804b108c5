// Every link and picture of the built site leads somewhere on it, to the very heading that it names.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const site = join(import.meta.dirname, '../.vitepress/dist')
const pages = readdirSync(site, { recursive: true }).filter((name) => name.endsWith('.html'))
const htmlOf = new Map(pages.map((name) => [name, readFileSync(join(site, name), 'utf8')]))
const idsOf = new Map(
  pages.map((name) => [name, new Set([...htmlOf.get(name).matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id))]),
)

const plain = (text) => decodeURIComponent(text.replaceAll('&amp;', '&'))

function faultOf(link, from) {
  if (/^(?:[a-z]+:|\/\/)/i.test(link)) return undefined
  const [path, hash = ''] = plain(link).split('#')
  const file = path.startsWith('/') ? path.slice(1) : join(dirname(from), path)
  const page =
    path === '' ? from : [file, `${file}.html`, join(file, 'index.html')].find((name) => htmlOf.has(name))
  if (page === undefined) return existsSync(join(site, file)) ? undefined : 'leads nowhere'
  return hash === '' || idsOf.get(page).has(hash) ? undefined : 'names a heading that is not there'
}

const faults = new Set()
for (const [name, html] of htmlOf)
  for (const [, link] of html.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
    const fault = faultOf(link, name)
    if (fault !== undefined && name !== '404.html') faults.add(`${name}: ${link} ${fault}`)
  }
for (const fault of faults) console.error(fault)
console.log(`${pages.length} pages, ${faults.size} links that lead nowhere`)
process.exitCode = faults.size > 0 ? 1 : 0
