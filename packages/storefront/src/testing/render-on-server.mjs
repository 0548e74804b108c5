// A server that renders a page: prints the element that its first argument names, with the answer that the second holds, if any.
import '@craftgate-commerce/storefront/define'
import { render } from '@lit-labs/ssr'
import { collectResult } from '@lit-labs/ssr/lib/render-result.js'
import { html, unsafeStatic } from 'lit/static-html.js'

const [name, text] = process.argv.slice(2)
const data = JSON.parse(text ?? 'null') ?? undefined
const tag = unsafeStatic(name)
const page = html`<${tag} .data=${data}></${tag}>`
process.stdout.write(await collectResult(render(page)))
