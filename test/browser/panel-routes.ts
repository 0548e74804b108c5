// The pages that the panel itself says it has: a walk that leaves one out is told so.
import { TrieRouter } from 'hono/router/trie-router'
import { CAPABILITIES } from '../../packages/panel/src/capabilities'
import type { ShopName } from './three-shops'

/** The path of every page and file of the panel, as the panel enters it: /links/:merchant/:id */
const PAGES: readonly string[] = pagesOf()

function pagesOf(): readonly string[] {
  const pages: string[] = []
  for (const register of CAPABILITIES)
    register({ page: (path) => void pages.push(path), action: () => undefined })
  return pages
}

const router = new TrieRouter<string>()
for (const path of PAGES) router.add('GET', path, path)

/** The path of the page that an address below the panel opens; undefined where none does. */
const pageAt = (address: string): string | undefined =>
  router.match('GET', address.replace(/\?.*/, '') || '/')[0][0]?.[0]

/** Pages that no merchant of a platform comes to, and why. */
const NOT_IN: Readonly<Partial<Record<ShopName, readonly (readonly [pages: RegExp, why: string])[]>>> = {
  Shopify: [
    [/^\/payments\/:reference\/:action/, 'money of orders moves in Shopify’s own admin only'],
    [/^\/transfers/, 'Shopify places no order before it is paid'],
    [/^\/links\/:merchant\/:id\/payments/, 'Shopify puts no other payment on an order'],
    [/^\/sellers/, 'Shopify tells a payments app no lines that sellers could share'],
  ],
}

/** Which pages of a shop were opened, and which of the others its pages lead to. Addresses are those below the panel. */
export class PageWalk {
  private readonly opened = new Set<string>()
  private readonly offered = new Set<string>()

  constructor(private readonly shop: ShopName) {}

  open(address: string, offered: readonly string[] = []): void {
    add(this.opened, address)
    for (const link of offered) add(this.offered, link)
  }

  /** Empty when all were opened that this shop has, and nothing leads to those that it has not. */
  flaws(): readonly string[] {
    const isNotIn = (page: string) => NOT_IN[this.shop]?.find(([pages]) => pages.test(page))
    return PAGES.flatMap((page) => {
      const without = isNotIn(page)
      if (without === undefined) return this.opened.has(page) ? [] : [`no browser has opened ${page}`]
      return this.offered.has(page) ? [`a page leads to ${page}, although ${without[1]}`] : []
    })
  }
}

function add(pages: Set<string>, address: string): void {
  const page = pageAt(address)
  if (page !== undefined) pages.add(page)
}
