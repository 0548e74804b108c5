import type { Page } from 'playwright-core'
import type { Visitor } from './chromium'
import { flawsOf, violationsOf } from './page-flaws'

/** What WCAG 2.2 (1.4.10) asks of every page: no sideways scrolling on the smallest phone. */
const SMALLEST_PHONE = 320

/** One shopper between a pay link and the shop. What is wrong with the pages is gathered, so that a run tells all of it. */
export class Trip {
  readonly flaws: string[] = []

  /** `name`: what the pictures begin with. */
  constructor(
    readonly visitor: Visitor,
    private readonly name: string,
  ) {}

  get page(): Page {
    return this.visitor.page
  }

  async look(at: string, page = this.page): Promise<void> {
    const found = [...(await flawsOf(page, 'tr', SMALLEST_PHONE)), ...(await violationsOf(page))]
    this.flaws.push(...found.map((flaw) => `${at}: ${flaw}`))
    await this.visitor.picture(`${this.name}-${at}`, page)
  }
}

export type Step = (trip: Trip) => Promise<void>

interface Answers {
  /** By the label of the field. */
  readonly type?: Readonly<Record<string, string>>
  readonly choose?: Readonly<Record<string, string>>
  /** The words on the button. */
  readonly press: string | RegExp
}

/** A page that is waited for, looked at and answered, by the words that stand on it. */
export const answer =
  (at: string, { type = {}, choose = {}, press }: Answers): Step =>
  async (trip) => {
    const { page } = trip
    const button = page.getByRole('button', { name: press, exact: true })
    await button.waitFor()
    await trip.look(at)
    for (const [label, text] of Object.entries(type)) await page.getByLabel(label, { exact: true }).fill(text)
    for (const [label, name] of Object.entries(choose))
      await page.getByRole('combobox', { name: label, exact: true }).selectOption(name)
    await button.click()
  }
