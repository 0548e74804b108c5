import { cell, code } from './table.mjs'
import { optionsOf, textsOf } from './zod-schema.mjs'

const CORE = 'shared-core/src/options/options.ts'
const APP = 'packages/shopify/src/options/app-options.ts'
const ENVIRONMENT = 'packages/shopify/src/options/environment.ts'

/** A row for each variable of the environment that sets an option. */
export function variablesOfShopify() {
  // The app's own words before those of an option that is core's.
  const known = [...optionsOf(CORE, 'craftgateOptions'), ...optionsOf(APP, 'appOptions')]
  const options = new Map(known.map((option) => [option.path, option]))
  const rows = textsOf(ENVIRONMENT, 'VARIABLES').map(([path, variable]) => {
    const { doc, fallback, values } = options.get(path) ?? {}
    if (!doc) throw new Error(`The option ${path} of the Shopify app has no docstring`)
    // A constant of the code is no value that a reader knows.
    const shown = fallback && !/^[A-Z_]+$/.test(fallback) ? code(fallback) : ''
    return [code(variable), shown, cell(values), cell(doc)]
  })
  return [
    ...rows,
    [code('CHECKOUT'), '', 'JSON', 'The options of the payment page, above, for every shop.'],
    [
      code('CHECKOUT_MODULE'),
      '',
      'path',
      'An ES module with those options as its default export, for a function of the order.',
    ],
    [code('NODE_ENV'), '', '', '`production` refuses everything that is for development only.'],
  ]
}
