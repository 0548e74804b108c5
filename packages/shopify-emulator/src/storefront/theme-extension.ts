// The blocks of an app's theme extension, as Shopify puts them into the section of a product: Liquid, the settings of their schema,
// and the script that the schema names. shopify.dev/docs/apps/build/online-store/theme-app-extensions/configuration
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Context } from 'hono'
import { Liquid, type TagToken, type TopLevelToken } from 'liquidjs'
import type { EmulatorContext } from '../context/emulator-context'

interface BlockSchema {
  readonly target: string
  readonly javascript?: string
  readonly settings?: readonly { readonly id?: string; readonly default?: string | boolean }[]
}

/** What a block sees of the page around it. */
export interface PageObjects {
  readonly shop: { readonly permanent_domain: string }
  readonly product: object
  readonly cart: { readonly currency: { readonly iso_code: string } }
  readonly request: { readonly locale: { readonly iso_code: string } }
}

const SCHEMA = /{%-?\s*schema\s*-?%}([\s\S]*?){%-?\s*endschema\s*-?%}/

/** Liquid with Shopify's tag, which shows nothing. */
const LIQUID = new Liquid()
LIQUID.registerTag('schema', {
  parse(_tag: TagToken, rest: TopLevelToken[]) {
    while (rest.length > 0) if ((rest.shift() as TagToken).name === 'endschema') return
  },
  render: () => '',
})

/** The HTML of every block for sections, one below the other; empty when the app has no theme extension. */
export async function sectionBlocks({ app }: EmulatorContext, page: PageObjects): Promise<string> {
  const { themeExtension: folder, blockSettings = {} } = app
  if (folder === undefined) return ''
  const blocks = readdirSync(path.join(folder, 'blocks')).map((file) =>
    readFileSync(path.join(folder, 'blocks', file), 'utf8'),
  )
  const rendered = blocks.map(async (source) => {
    const schema = schemaOf(source)
    if (schema.target !== 'section') return ''
    const defaults = (schema.settings ?? []).map(({ id = '', default: value }) => [id, value] as const)
    const settings = { ...Object.fromEntries(defaults), ...blockSettings }
    const block = { settings, shopify_attributes: 'data-shopify-editor-block' }
    const html: string = await LIQUID.parseAndRender(source, { ...page, block })
    const { javascript } = schema
    const script =
      javascript && `<script src="/${page.shop.permanent_domain}/extensions/${javascript}" defer></script>`
    return `${html}${script ?? ''}`
  })
  return (await Promise.all(rendered)).join('\n')
}

/** Throws for a block without a schema, which Shopify does not take. */
function schemaOf(source: string): BlockSchema {
  const text = SCHEMA.exec(source)?.[1]
  if (text === undefined) throw new Error('A block of a theme extension has a {% schema %}')
  return JSON.parse(text) as BlockSchema
}

/** GET /<shop>/extensions/<file>: an asset of the extension. */
export function themeAsset(c: Context, { app }: EmulatorContext): Response {
  const file = path.join(app.themeExtension ?? '', 'assets', path.basename(c.req.param('file') ?? ''))
  if (app.themeExtension === undefined || !existsSync(file)) return c.text('There is no such asset.\n', 404)
  return c.body(readFileSync(file), 200, { 'content-type': 'text/javascript; charset=utf-8' })
}
