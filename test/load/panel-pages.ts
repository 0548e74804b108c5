// The pages of the merchant's panel of one shop: which there are, and how long each takes with a few payments and with many.
import { performance } from 'node:perf_hooks'
import { parse } from 'node-html-parser'

/** What the navigation of a page leads to, below the address of the panel; '/' is the panel itself. */
export function pagesInNavigation(page: string, root: string): readonly string[] {
  const links = parse(page).querySelectorAll('header nav a')
  return links.flatMap(({ attributes: { href = '' } }) => {
    const { pathname } = new URL(href, 'http://localhost')
    return pathname.startsWith(root) ? [pathname.slice(root.length) || '/'] : []
  })
}

/** The pages behind those of the navigation that a purchase has, and those that look at a whole day or period. */
export const pagesBehind = ({
  reference,
  merchant,
  day,
}: Readonly<Record<'reference' | 'merchant' | 'day', string>>) => [
  `/payments/${reference}`,
  `/payments/${reference}/refund`,
  `/sellers/shares/${reference}`,
  '/sellers/payouts',
  '/members/new',
  '/loans/limit',
  `/settlement/day?account=${merchant}&day=${day}`,
  `/settlement/day.csv?account=${merchant}&day=${day}`,
]

/** The form of a member whose moves are read out of a table of many. */
export const NEW_MEMBER = {
  memberExternalId: 'plan-1',
  isBuyer: 'on',
  memberType: 'PERSONAL',
  contactName: 'Ayşe',
  contactSurname: 'Yılmaz',
  name: 'Ayşe Yılmaz',
  email: 'ayse@example.com',
  phoneNumber: '+905551112233',
  address: 'Kadıköy, İstanbul',
  once: 'plan-1',
}

const ROUNDS = 5

/** Milliseconds that pages take, in one run on one machine: the least of some rounds, after one that warms up. */
export class PageTimes {
  private readonly few = new Map<string, number>()
  private readonly many = new Map<string, number>()

  /** `open` must throw when the page is not shown. */
  constructor(private readonly open: (path: string) => Promise<unknown>) {}

  measureFew(paths: readonly string[]): Promise<void> {
    return this.measure(paths, this.few)
  }

  measureMany(paths: readonly string[]): Promise<void> {
    return this.measure(paths, this.many)
  }

  /** For `console.table`. */
  table() {
    return [...this.many].map(([page, many]) => {
      const few = this.few.get(page)
      return {
        page: page.replace(/[0-9a-f]{16,}/, '…'),
        'ms, few payments': few === undefined ? '' : Number(few.toFixed(1)),
        ms: Number(many.toFixed(1)),
        ratio: few === undefined ? '' : Number((many / few).toFixed(1)),
      }
    })
  }

  private async measure(paths: readonly string[], times: Map<string, number>): Promise<void> {
    for (const path of paths) {
      await this.open(path)
      const rounds: number[] = []
      for (let round = 0; round < ROUNDS; round += 1) {
        const began = performance.now()
        await this.open(path)
        rounds.push(performance.now() - began)
      }
      times.set(path, Math.min(...rounds))
    }
  }
}
