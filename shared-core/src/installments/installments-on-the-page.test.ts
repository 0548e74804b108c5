// What a product page says of instalments is what the payment page then asks for, to the kuruş, for every card family.
import { type Sandbox, startSandbox } from '@craftgate-commerce/sandbox'
import type { CraftgateCommerce } from '../commerce'
import { createCraftgateCommerce } from '../create-craftgate-commerce'
import { type Money, money } from '../money/index'
import { MemoryPlatform } from '../testing/index'
import { harnessOptions, orderOf } from '../testing/shop-harness'
import type { InstallmentTable } from './installments'

/** The first digits of a documented credit card of each family that the emulator's POSes sell instalments to. */
const BINS: Readonly<Record<string, string>> = {
  Bonus: '41115800',
  'Shop&Fly': '37759700',
  'Miles&Smiles': '37442200',
  'Garanti BBVA CC': '37442500',
  World: '40480900',
  'YapıKredi CC': '47662500',
  'VakıfBank CC': '44267100',
  Maximum: '41834200',
  'Bankkart Combo': '41322600',
  'Ziraat Bankası CC': '48714600',
  Axess: '42566900',
  Wings: '43207100',
  Paraf: '49209500',
  CardFinans: '40227700',
  Advantage: '40591300',
}

/** Debit, prepaid and foreign cards: one payment. */
const WITHOUT_INSTALLMENTS = ['47968100', '46095700']

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ timeScale: 0 })
})
afterAll(() => sandbox.close())

interface Row {
  readonly count: number
  readonly each: number | undefined
  readonly total: number
  readonly interest: number
}

/** ₺1.249,90 is 124990. */
const kurus = (text: string): number => Number(text.replace(/[^\d-]/g, ''))

const ROW =
  /value="(\d+)" data-total="([^"]*)"\s+data-interest="([^"]*)"[\s\S]*?<span class="month">([^<]*)<\/span>/g

/** The rows that the payment page shows to a shopper who typed the first digits of a card. */
async function rowsOnPage(page: URL, bin: string): Promise<Row[]> {
  const answer = await fetch(`${page.origin}${page.pathname}/bin/${bin}?lang=tr`)
  const html = await answer.text()
  return [...html.matchAll(ROW)].map(([, count, total = '', interest = '', month = '']) => ({
    count: Number(count),
    each: month === '' ? undefined : kurus(month),
    total: kurus(total),
    interest: kurus(interest),
  }))
}

const rowsOf = (table: InstallmentTable | undefined): Row[] =>
  (table?.options ?? []).map(({ count, each, total, interest }) => ({
    count,
    each: count === 1 ? undefined : each.minor,
    total: total.minor,
    interest: interest.minor,
  }))

async function withShop(
  enabledInstallments: number[] | undefined,
  work: (commerce: CraftgateCommerce, openPage: (price: Money) => Promise<URL>) => Promise<void>,
): Promise<void> {
  const { apiKey, secretKey, webhookKey, url: environment } = sandbox
  const merchants = { tr: { apiKey, secretKey, webhookKey, environment } }
  const platform = new MemoryPlatform({ clock: () => new Date() })
  const options = { ...harnessOptions, merchants, checkout: { enabledInstallments } }
  const commerce = createCraftgateCommerce({ options, platform })
  const openPage = async (expected: Money) => {
    const reference = `sale-of-${expected.minor}`
    platform.addOrder(reference, orderOf(expected.minor))
    const { payLink } = await commerce.begin({ reference, merchant: 'tr', order: reference, expected })
    const answer = await commerce.handle(new Request(payLink))
    return new URL(answer.headers.get('location') ?? '')
  }
  try {
    await work(commerce, openPage)
  } finally {
    await commerce.close()
  }
}

const PRICES = [124_990, 33_333, 777, 9_999_999]

test.each([
  ['every count', undefined],
  ['the counts of the shop', [1, 3, 6]],
])('%s: by BIN and by family, the answer is what the page asks for', async (_what, counts) => {
  await withShop(counts, async (commerce, openPage) => {
    for (const minor of PRICES) {
      const price = money(minor, 'TRY')
      const page = await openPage(price)
      const asked = { merchant: 'tr', price, clientIp: `203.0.113.${PRICES.indexOf(minor)}` }
      const families = await commerce.installments(asked)
      expect(families.map(({ family }) => family).sort()).toEqual(Object.keys(BINS).sort())
      for (const [family, bin] of Object.entries(BINS)) {
        const onPage = await rowsOnPage(page, bin)
        expect(onPage.length).toBeGreaterThan(1)
        const [ofCard] = await commerce.installments({ ...asked, bin })
        expect([family, rowsOf(ofCard)]).toEqual([family, onPage])
        const ofFamily = families.find((table) => table.family === family)
        expect([family, rowsOf(ofFamily)]).toEqual([family, onPage])
      }
    }
  })
})

test('a card without instalments pays the price at once, here as there', async () => {
  await withShop(undefined, async (commerce, openPage) => {
    const price = money(124_990, 'TRY')
    const page = await openPage(price)
    for (const bin of WITHOUT_INSTALLMENTS) {
      const [ofCard] = await commerce.installments({ merchant: 'tr', price, bin })
      expect(rowsOf(ofCard)).toEqual([{ count: 1, each: undefined, total: price.minor, interest: 0 }])
      expect(await rowsOnPage(page, bin)).toEqual(rowsOf(ofCard))
    }
  })
})

test('instalments that the merchant pays for are told from those that the shopper pays for', async () => {
  await withShop(undefined, async (commerce) => {
    const families = await commerce.installments({ merchant: 'tr', price: money(124_990, 'TRY') })
    const fundedBy = (name: string, of: number) =>
      families.find(({ family }) => family === name)?.options.find(({ count }) => count === of)?.fundedBy
    expect([1, 3, 6].map((count) => fundedBy('Maximum', count))).toEqual(['nobody', 'merchant', 'shopper'])
    expect([1, 3, 6].map((count) => fundedBy('Bonus', count))).toEqual(['nobody', 'shopper', 'shopper'])
  })
})
