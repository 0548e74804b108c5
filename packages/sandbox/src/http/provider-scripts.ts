import { Hono } from 'hono'
import { applePayScript } from '../provider-scripts/apple-pay'
import { bkmExpressScript } from '../provider-scripts/bkm-express'
import { googlePayScript } from '../provider-scripts/google-pay'
import { jQueryScript, masterpassScript } from '../provider-scripts/masterpass'

/** Where each stand-in for a provider's own script is; a shop names these addresses in place of the provider's. */
const SCRIPTS: Readonly<Record<string, string>> = {
  '/google-pay/pay.js': googlePayScript,
  '/apple-pay/apple-pay-sdk.js': applePayScript,
  '/bkm-express/bex.js': bkmExpressScript,
  '/masterpass/jquery.js': jQueryScript,
  '/masterpass/mfs-client.js': masterpassScript,
}

/** Serves the scripts that a page of the merchant's loads from a provider. */
export function createProviderScripts(): Hono {
  const app = new Hono()
  for (const [path, script] of Object.entries(SCRIPTS))
    app.get(path, (c) =>
      c.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store' }),
    )
  return app
}
