// What a Turkish copy editor would strike out of a page, as far as a program sees it.

/** Parts of a page's text that stand by themselves: what an element says, a name that is read aloud, the title. */
export type Texts = readonly string[]

/** A word by itself: JavaScript's \b knows no Turkish letters. */
const word = (words: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\d_@.-])(?:${words})(?![\\p{L}\\d_.-]\\S|[\\p{L}\\d_])`, 'iu')

const AMOUNT = String.raw`\d{1,3}(?:\.\d{3})*(?:,\d+)?`

/** What is wrong, and how it looks. */
const FAULTS: readonly (readonly [fault: string, form: RegExp])[] = [
  ['writes the lira as TRY', /\d[\s\u00A0]?TRY\b|\bTRY[\s\u00A0]?\d/],
  [
    'has an amount with a decimal point',
    /\d\.\d{1,2}[\s\u00A0]?(?:TL\b|₺)|₺[\s\u00A0]?[\d.]*\.\d{1,2}(?![\d,])/,
  ],
  ['has thousands without a point', /(?<![\d.])\d{4,}(?:,\d+)?[\s\u00A0]?(?:TL\b|₺)|₺[\s\u00A0]?\d{4,}/],
  ['has a date as programs write it', /(?<![\d-])20\d\d-\d\d-\d\d(?![\d-])/],
  ['has a straight apostrophe', /[\p{L}\d]'\p{Ll}/u],
  ['puts the per cent behind', /\d[\s\u00A0]?%/],
  [
    'says it in English',
    word(
      'the|and|your|you|payment|payments|order|orders|refund|refunded|amount|date|status|failed|error|instal?lments?|shipping|pending|unknown|cancel|cancelled|paid|total|please|with|from|card|cart|checkout|merchant|fraud|review|link|back|continue',
    ),
  ],
]

/** Products are called the same in every language. */
const NAMES = /Shopify Payments Apps API/g

/** Ways to write money and days, of which a page has one. */
const WAYS: readonly (readonly [what: string, ways: readonly RegExp[]])[] = [
  [
    'money',
    [new RegExp(String.raw`₺[\s\u00A0]?${AMOUNT}`), new RegExp(String.raw`${AMOUNT}[\s\u00A0]?TL\b`)],
  ],
  [
    'days',
    [
      /(?<![\d.])\d{1,2}\.\d{2}\.20\d\d\b/,
      /(?<!\d)\d{1,2} (?:Oca|Şub|Mar|Nis|May|Haz|Tem|Ağu|Eyl|Eki|Kas|Ara)(?![\p{L}]) 20\d\d/u,
      /(?<!\d)\d{1,2} (?:Ocak|Şubat|Mart|Nisan|Mayıs|Haziran|Temmuz|Ağustos|Eylül|Ekim|Kasım|Aralık) 20\d\d/,
    ],
  ],
]

/** Empty where nothing is wrong. */
export function turkishFaults(all: Texts): string[] {
  const texts = all.map((text) => text.replaceAll(NAMES, ''))
  const faults = texts.flatMap((text) =>
    FAULTS.filter(([, form]) => form.test(text)).map(([fault]) => `${fault}: ${text.trim().slice(0, 120)}`),
  )
  const mixed = WAYS.flatMap(([what, ways]) => {
    const seen = ways.flatMap((way) => texts.flatMap((text) => way.exec(text)?.[0] ?? []).slice(0, 1))
    return seen.length > 1 ? [`writes ${what} in more than one way: ${seen.join(', ')}`] : []
  })
  return [...new Set([...faults, ...mixed])]
}
