import { html } from 'hono/html'
import type { CheckoutView, MethodView } from '../hosted-page-service'
import { labelOf, methodTextsOf } from './method-texts'
import { methodPath, type PageOptions, withOptions } from './page-options'
import type { Html } from './shell'

/** More tabs than these fold behind a line, by group; a phone shows three rows of them. */
const IN_SIGHT = 6

/** The tab that is shown: the one asked for, else the card, else the first; undefined where there is none. */
export const chosenMethod = ({ methods }: CheckoutView, wanted?: string): MethodView | undefined =>
  methods.find(({ name }) => name === wanted) ?? methods.find(({ name }) => name === 'CARD') ?? methods[0]

/** The ways to pay as links; a page with one has nothing to choose. */
export function methodTabs(view: CheckoutView, chosen: MethodView | undefined, options: PageOptions): Html {
  const { methods } = view
  if (methods.length < 2) return html``
  const t = methodTextsOf(options.lang)
  const first = methods.slice(0, IN_SIGHT)
  const shown = chosen === undefined || first.includes(chosen) ? first : [...first, chosen]
  const rest = methods.filter((method) => !shown.includes(method))
  const links = (list: readonly MethodView[]) =>
    html`<ul>${list.map((method) => html`<li>${tab(view, method, { chosen, options })}</li>`)}</ul>`
  return html`<nav class="methods" aria-label="${t.ways}">
    ${links(shown)}
    ${rest.length === 0 ? '' : html`<details><summary>${t.otherWays(rest.length)}</summary>${byGroup(rest).map(([group, list]) => html`<h2>${t.groups[group]}</h2>${links(list)}`)}</details>`}
  </nav>`
}

function tab(
  { token }: CheckoutView,
  method: MethodView,
  { chosen, options }: { readonly chosen: MethodView | undefined; readonly options: PageOptions },
): Html {
  const current = method === chosen ? html`aria-current="page"` : ''
  return html`<a href="${withOptions(methodPath(token, method.name), options)}" data-method="${method.name}" ${current}>${labelOf(method, options.lang)}</a>`
}

function byGroup(methods: readonly MethodView[]): (readonly [MethodView['group'], readonly MethodView[]])[] {
  const groups = [...new Set(methods.map(({ group }) => group))]
  return groups.map((group) => [group, methods.filter((method) => method.group === group)] as const)
}
