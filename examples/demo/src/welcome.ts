import { ZERDALI } from '@craftgate-commerce/example-shopify-store'
import { type TestCard, testCards, testOtp } from '@craftgate-commerce/sandbox'
import { MEDUSA_ADMIN } from './medusa'
import type { Stack } from './stack'
import type { StoreName } from './stack-options'
import { SUPERADMIN } from './vendure'

const CARDS: readonly (readonly [TestCard, string])[] = [
  [testCards.success, 'Garanti Bonus: pays, with up to 12 instalments'],
  [testCards.maximum, 'İş Bankası Maximum: three instalments without interest'],
  [testCards.requires3ds, 'pays with 3D Secure only'],
  [testCards.notSufficientFunds, 'declined: not sufficient funds'],
  [testCards.refundNotPossible, 'pays, but cannot be refunded'],
]

/** What a person needs to click through the shops. */
export function welcome(
  { storefronts, vendure, medusa, shopify, sandbox }: Stack<StoreName>,
  { stateDir, docs }: { readonly stateDir: string; readonly docs?: string },
): string {
  const cards = CARDS.map(([card, what]) => `    ${grouped(card.cardNumber)}   ${what}`)
  return `
The shops are open.

  Vendure   shop       ${storefronts.vendure?.url}
            dashboard  ${vendure.main.dashboard}
                       ${SUPERADMIN.identifier} / ${SUPERADMIN.password}
  Medusa    shop       ${storefronts.medusa?.url}
            admin      ${medusa.main.adminUrl}
                       ${MEDUSA_ADMIN.email} / ${MEDUSA_ADMIN.password}
  Shopify   shop       ${shopify.emulator.shopUrl(ZERDALI.domain)}
            admin      ${shopify.emulator.shopUrl(ZERDALI.domain)}/admin
            app        ${shopify.main.url}/?shop=${ZERDALI.domain}
  Craftgate emulator   ${sandbox.url}   payments, webhooks, faults
  Logs                 ${stateDir}/logs
  Documentation        ${docs ?? 'npm run docs, in another terminal'}

  Test cards: any name, any expiry in the future, CVC 000, one-time code ${testOtp}
${cards.join('\n')}

  Coupons: HOSGELDIN10 (10 %), KAHVE50 (50 TL from 250 TL)

Ctrl-C stops everything; orders are kept for the next time.
`
}

const grouped = (number: string) => number.replace(/(\d{4})(?=\d)/g, '$1 ')
