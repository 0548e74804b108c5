// A server that renders a page: prints the element that its first argument names, with the answer (`data`) and the attributes
// that the second holds, if any.
import '@craftgate-commerce/storefront/define'
import { render } from '@lit-labs/ssr'
import { collectResult } from '@lit-labs/ssr/lib/render-result.js'
import { html, unsafeStatic } from 'lit/static-html.js'

const [name, text = '{}'] = process.argv.slice(2)
const { data, attributes = {} } = JSON.parse(text)
const tag = unsafeStatic(name)
const opening = unsafeStatic(
  [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${value}"`)].join(' '),
)
const page = html`<${opening} .data=${data}></${tag}>`
process.stdout.write(await collectResult(render(page)))
