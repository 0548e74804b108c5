import { variablesOfShopify } from './shopify-variables.mjs'
import { cell, code, table } from './table.mjs'
import { optionsOf, propertiesOf } from './zod-schema.mjs'

const CORE = 'shared-core/src/options/options.ts'
const VENDURE = 'packages/vendure/src/plugin-options.ts'
const MEDUSA = 'packages/medusa/src/options.ts'
const ENTRY = 'packages/medusa/src/providers/craftgate/provider-options.ts'

/** Whose documentation explains what is handed on as it is. */
const EXPLAINED = [
  [/\.googlePay\./, 'As Google documents it.'],
  [/\.applePay\./, 'As Apple documents it.'],
  [/\.masterpass\./, 'As Masterpass documents it.'],
  [/\.bkmExpress\./, 'BKM’s script; its usual one without it.'],
  [/^checkout\./, 'As Craftgate documents it.'],
]

function rowsOf(options, properties = new Map()) {
  return options.map(({ path, doc, fallback, optional, values }) => {
    const meaning = properties.get(path)?.doc || doc || EXPLAINED.find(([pattern]) => pattern.test(path))?.[1]
    if (meaning === undefined) throw new Error(`The option ${path} has no docstring`)
    const needed = fallback ?? (optional ? '' : undefined)
    return [
      code(path),
      needed === undefined ? '**needed**' : needed && code(needed),
      cell(values),
      cell(meaning),
    ]
  })
}

const HEADS = ['option', 'default', 'values', 'meaning']

/** What an adapter adds to core's options, by the docstrings of its interface. */
function ownOptions(file, name, interfaceName) {
  const core = new Set(optionsOf(CORE, 'craftgateOptions').map(({ path }) => path))
  const properties = propertiesOf(file, interfaceName)
  const given = new Map(optionsOf(file, name).map((option) => [option.path, option]))
  return [...properties]
    .filter(([path]) => !core.has(path) || path === 'returnOrigins')
    .map(([path, property]) => ({
      path,
      ...property,
      fallback: given.get(path)?.fallback,
      values: given.get(path)?.values,
    }))
}

export function optionsPage() {
  const core = optionsOf(CORE, 'craftgateOptions')
  const section = (title, intro, rows, heads = HEADS) => `## ${title}\n\n${intro}\n\n${table(heads, rows)}\n`
  const without = (names) => core.filter(({ path }) => !names.some((name) => path.startsWith(name)))
  return `# Options

Made from the schemas that check them at start, and from their docstrings. A wrong option stops the start with one line for
each wrong key.

${section(
  'Of every shop',
  'Options of the Vendure plugin and of the Medusa plugin, and of core. `<name>` is a name of yours. `basePath` is no option of Medusa, which mounts routes by their files.',
  rowsOf(without(['returnOrigins', 'checkout'])),
)}
${section(
  'The payment page',
  'Under `checkout`. With `forOrder`, a function of the order, also for one order; `totalPrice` is in minor units. See [core](../packages/core#the-payment-page).',
  rowsOf(core.filter(({ path }) => path.startsWith('checkout.'))),
)}
${section('Vendure alone', 'Beside those of every shop.', rowsOf(ownOptions(VENDURE, 'ownKeys', 'CraftgatePluginOptions')))}
${section('Medusa alone', 'Beside those of every shop.', rowsOf(ownOptions(MEDUSA, 'withOurKeys', 'CraftgatePluginOptions')))}
${section(
  'An entry of Medusa’s checkout',
  'The `options` of one entry of `providers`.',
  rowsOf(optionsOf(ENTRY, 'providerOptions'), propertiesOf(ENTRY, 'CraftgateProviderOptions')),
)}
${section(
  'Environment of the Shopify app',
  'What each means for a deployment stands in [Deploying the Shopify app](../packages/shopify-deployment).',
  variablesOfShopify(),
  ['variable', 'default', 'values', 'meaning'],
)}`
}
