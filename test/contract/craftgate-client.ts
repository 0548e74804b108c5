import Craftgate from '@craftgate/craftgate'
import type { Sandbox } from '@craftgate-commerce/sandbox'

/** What the merchant does at Craftgate without the shop, as in its panel. */
export const client = ({ apiKey, secretKey, url }: Sandbox) =>
  new Craftgate.Client({ apiKey, secretKey, baseUrl: url })
