import { randomUUID } from 'node:crypto'
import { parse } from 'node-html-parser'
import type { Store } from './store'

// What a merchant does with the pages of the panel, whatever shop they are of. Addresses are those below the panel.

export type MerchantPages = Awaited<ReturnType<Store['merchantPages']>>

/** 2026-11-24, by the clock of Craftgate's reports. */
export const dayAtCraftgate = (daysAgo = 0): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Istanbul' }).format(
    Date.now() - daysAgo * 24 * 3_600_000,
  )

/** Sends a form that was opened just now; answers where it leads. Throws when it leads nowhere. */
export async function submit(
  merchant: MerchantPages,
  path: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<string> {
  const led = await merchant.post(path, { once: randomUUID(), ...fields })
  const [, below] = led.split('/panel')
  if (below === undefined) throw new Error(`${path} answered ${led}`)
  return below
}

/** The first link of a page that has this form. Throws when there is none. */
export async function linkIn(merchant: MerchantPages, path: string, form: RegExp): Promise<string> {
  const links = parse(await merchant.text(path)).querySelectorAll('main a[href]')
  const below = links.map(({ attributes: { href = '' } }) => href.split('/panel')[1] ?? '')
  const found = below.find((href) => form.test(href))
  if (found === undefined) throw new Error(`${path} has no link like ${form}`)
  return found
}

/** The Craftgate account that whoever is logged in works with: the first of them. */
export async function accountOf(merchant: MerchantPages): Promise<string> {
  const search = parse(await merchant.text('/members')).querySelector('main form[role=search]')
  const account = search?.querySelector('input[name=merchant], [name=merchant] option')
  return account?.getAttribute('value') ?? ''
}

const PERSON = {
  ...{ memberType: 'PERSONAL', contactName: 'Ayşe', contactSurname: 'Yılmaz', name: 'Ayşe Yılmaz' },
  ...{ email: 'ayse@example.com', phoneNumber: '+905551112233', address: 'Kadıköy, İstanbul' },
}

/** The form of a member who buys and sells. */
export const SELLING_BUYER = {
  ...PERSON,
  ...{ isBuyer: '1', isSubMerchant: '1', iban: 'TR930006701000000001111111' },
  settlementEarningsDestination: 'WALLET',
}

/** A member with an empty wallet in lira; the page of both. */
export async function memberWithWallet(merchant: MerchantPages, account: string): Promise<string> {
  const form = { ...SELLING_BUYER, memberExternalId: randomUUID() }
  const member = (await submit(merchant, `/members/${account}`, form)).replace(/\?.*/, '')
  await submit(merchant, `${member}/wallet`)
  return member
}

export interface WalletMove {
  readonly what: 'credit' | 'debit' | 'deposit' | 'withdraw'
  /** As it is typed: 100,50 */
  readonly amount: string
}

/** By the form that asks once more. */
export async function moveInWallet(
  merchant: MerchantPages,
  member: string,
  { what, amount }: WalletMove,
): Promise<void> {
  const asked = { what, amount, reason: 'Telafi' }
  expect(await submit(merchant, `${member}/money/${what}`, asked)).toMatch(/done=(moved|waiting)/)
}
