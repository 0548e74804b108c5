// A server that renders a product page: prints <craftgate-installments> with the answer that its argument holds, if any.
import '@craftgate-commerce/storefront/define'
import { render } from '@lit-labs/ssr'
import { collectResult } from '@lit-labs/ssr/lib/render-result.js'
import { html } from 'lit'

const data = JSON.parse(process.argv[2] ?? 'null') ?? undefined
const page = html`<craftgate-installments variant="1" .data=${data}></craftgate-installments>`
process.stdout.write(await collectResult(render(page)))
