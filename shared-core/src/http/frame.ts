// The pay link in a frame of the shop's own page (option `checkout.frame`): Craftgate's page stands there, and nothing else.
// developer.craftgate.io/payment-form: `iframe=true`, and `useTopRedirection` of the request that opens the page.
import { NOTHING_TO_PAY, OWN_WINDOW } from '../messages/frame'
import type { Localized } from '../messages/localized'
import type { ParsedOptions } from '../options/options'
import { escapeHtml, languageOf, type PageRequest, shopperPage } from './shopper-page'

interface FrameTexts {
  readonly title: Localized
  readonly text: Localized
  readonly button: Localized
}

/** The request with the origins whose frame it came from, where the shop allows it. */
export function inFrame<Incoming extends PageRequest>(
  { checkout, returnOrigins }: Pick<ParsedOptions, 'checkout' | 'returnOrigins'>,
  incoming: Incoming,
): Incoming {
  const isAsked = new URL(incoming.request.url).searchParams.get('frame') === 'true'
  return checkout.frame && isAsked ? { ...incoming, framedBy: returnOrigins } : incoming
}

/** Where the frame was to be led, as a link for the whole window: a page that nobody touched may not lead its window on. */
const outOfFrame = (incoming: PageRequest, address: string, texts: FrameTexts): Response =>
  shopperPage(incoming, {
    ...texts,
    status: 200,
    body: `<p><a class="button" target="_top" href="${escapeHtml(address)}">${texts.button[languageOf(incoming.request)]}</a></p>`,
  })

/** Of an answer that leads to the shop; others stay as they are. */
export function backOutOfFrame(incoming: PageRequest, answer: Response): Response {
  const address = answer.headers.get('location')
  return address === null ? answer : outOfFrame(incoming, address, NOTHING_TO_PAY)
}

/** A way to pay with pages of its own, which are made for a window: the same link, without the frame. */
export function openInWindow(incoming: PageRequest): Response {
  const link = new URL(incoming.request.url)
  link.searchParams.delete('frame')
  return outOfFrame(incoming, link.href, OWN_WINDOW)
}
