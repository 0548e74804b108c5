import type { Money, RefundPreview } from '@craftgate-commerce/core'
import { isZero, type RefundDestination } from '@craftgate-commerce/core/adapter'
import { html } from 'hono/html'
import type { UserRequest } from '../http/panel-request'
import type { Html } from '../ui/html'
import { facts, table } from '../ui/tables'
import { moneyText, typedAmount } from '../ui/texts'
import type { Lang } from '../words'
import { ALL_PIECES, type ItemLeft, itemsLeft, leftBySeller, PIECES } from './refund-items'
import { type Acted, placesOf, type RefundPlace, type Wanted } from './wanted'
import { moneyWords } from './words'

/** Asks for another amount, and shows this page with it. */
export function amountForm(
  request: UserRequest,
  acted: Acted,
  { wrong, items }: Wanted,
  amount: Money | undefined,
): Html {
  const { c, lang } = request
  const shown = items === undefined ? amount : undefined
  return html`<form class="row" method="get">${amountField(request, { isWrong: wrong === 'amount', shown })}
    ${destinationField(acted, { lang, id: 'to-amount', chosen: c.req.query('to') })}
    <button class="secondary" type="submit">${moneyWords[lang].show}</button></form>`
}

interface AmountTyped {
  readonly isWrong: boolean
  /** What the page shows, where none was typed. */
  readonly shown: Money | undefined
}

/** The amount of the order that a page is about. */
export function amountField({ c, lang }: UserRequest, { isWrong, shown }: AmountTyped): Html {
  const words = moneyWords[lang]
  const value = c.req.query('amount') ?? (shown === undefined ? '' : typedAmount(shown, lang))
  return html`<div class="field"><label for="amount">${words.amount}</label>
      <input id="amount" name="amount" type="text" inputmode="decimal" autocomplete="off" maxlength="20" value="${value}" aria-describedby="amount-help amount-error" ${isWrong ? html`aria-invalid="true"` : ''}>
      <p class="help" id="amount-help">${words.amountHelp}</p><p class="error" id="amount-error">${isWrong ? words.wrongAmount : ''}</p></div>`
}

interface Previewed {
  readonly preview: Extract<RefundPreview, { readonly state: 'possible' }>
  readonly destination: RefundDestination | 'source'
}

/** What goes off the order, and what whoever paid gets. */
export function refundFacts({ preview, destination }: Previewed, lang: Lang): Parameters<typeof facts>[0] {
  const words = moneyWords[lang]
  const { price, cardAmount, interest, walletAmount, items } = preview
  const difference = isZero(interest.amount) ? undefined : moneyText(interest.amount, lang)
  const sellers = items.flatMap(({ seller }) => seller ?? [])
  return [
    [words.price, moneyText(price, lang)],
    [words.gets[destination], html`<strong>${moneyText(cardAmount, lang)}</strong>`],
    [words.interest, interest.kind === 'shopper-interest' ? difference : undefined],
    [words.campaign, interest.kind === 'merchant-campaign' ? difference : undefined],
    [words.wallet, walletAmount && destination === 'source' ? moneyText(walletAmount, lang) : undefined],
    ...sellers.map(({ memberId, amount }) => [words.seller(memberId), moneyText(amount, lang)] as const),
  ]
}

interface Choice {
  readonly lang: 'tr' | 'en'
  readonly id: string
  readonly chosen: string | undefined
}

/** Where it goes. */
function destinationField({ action, found }: Acted, { lang, id, chosen }: Choice): Html | '' {
  if (action !== 'refund') return ''
  const { to, places } = moneyWords[lang]
  const option = (place: RefundPlace) =>
    html`<option value="${place}" ${chosen === place ? html`selected` : ''}>${places[place || 'source']}</option>`
  return html`<div class="field"><label for="${id}">${to}</label><select id="${id}" name="to">${placesOf(found.facts).map(option)}</select></div>`
}

/** Pieces of what was bought, to be chosen; nothing where Craftgate knows of no items. */
export function itemsForm({ c, lang }: UserRequest, acted: Acted, { wrong }: Wanted): Html | '' {
  const items = itemsLeft(acted.found, acted.sold)
  if (acted.action !== 'refund' || items.length === 0) return ''
  const words = moneyWords[lang]
  const isWrong = wrong === 'pieces' || wrong === 'none-left'
  const shown = ({ externalId, piecesLeft }: ItemLeft) => {
    const asked = c.req.query(PIECES + externalId) ?? '0'
    return asked === ALL_PIECES ? String(piecesLeft) : asked
  }
  const input = (item: ItemLeft) => {
    const { externalId, name, piecesLeft } = item
    return html`<input type="number" name="${PIECES}${externalId}" min="0" max="${piecesLeft}" step="1" inputmode="numeric" value="${shown(item)}" aria-label="${words.piecesOf(name)}" aria-describedby="pieces-error" ${isWrong ? html`aria-invalid="true"` : ''}>`
  }
  const rows = items.map((item) => [
    item.name,
    moneyText(item.price, lang),
    isZero(item.left) ? words.allBack : words.leftOf(moneyText(item.left, lang), item.piecesLeft),
    isZero(item.left) ? '–' : input(item),
  ])
  return html`<section class="card" aria-labelledby="by-item"><h2 id="by-item">${words.byItem}</h2><p class="help">${words.byItemHelp}</p>${sellersLinks(items, lang)}
    <form class="stack pieces" method="get">${table({ caption: words.byItem, heads: [words.item, `${words.price}#`, words.left, words.pieces], rows, empty: '' })}
      <p class="error" id="pieces-error">${isWrong ? (wrong === 'none-left' ? words.noneLeft : words.wrongPieces) : ''}</p>
      ${destinationField(acted, { lang, id: 'to-items', chosen: c.req.query('to') })}
      <div class="row"><button class="secondary" type="submit">${words.show}</button></div></form></section>`
}

/** To all that is left of a seller's goods: what was sold of the order that is his. */
function sellersLinks(items: readonly ItemLeft[], lang: 'tr' | 'en'): Html | '' {
  const bySeller = [...leftBySeller(items)]
  if (bySeller.length === 0) return ''
  const link = ([seller, own]: (typeof bySeller)[number]) => {
    const pieces = own.map(({ externalId, piecesLeft }) => [PIECES + externalId, String(piecesLeft)] as const)
    return html`<li><a href="?${new URLSearchParams(Object.fromEntries(pieces)).toString()}">${moneyWords[lang].allOfSeller(seller)}</a></li>`
  }
  return html`<ul class="plainlist">${bySeller.map(link)}</ul>`
}

/** What the button's form bears beside the amount. */
export const refundFields = ({ items = [], destination }: Wanted): Html =>
  html`${items.map(({ externalId, quantity }) => html`<input type="hidden" name="${PIECES}${externalId}" value="${quantity}">`)}${destination === undefined ? '' : html`<input type="hidden" name="to" value="${destination}">`}`
