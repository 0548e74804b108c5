import {
  craftgateOptions,
  merchantOptions,
  parseConfiguration,
  parseOptions,
  z,
} from '@craftgate-commerce/core/adapter'
import { readEnvFile } from './project/env-file'

export type Environment = Readonly<Record<string, string | undefined>>

/** What the process was given, and below it what stands in `.env` of this folder. */
export function readEnvironment(folder: string, given: Environment): Environment {
  return { ...readEnvFile(folder), ...given }
}

const { apiKey, secretKey, webhookKey, callbackKey, environment } = merchantOptions.shape
const { publicUrl } = craftgateOptions.shape

const variables = z.object({
  CRAFTGATE_API_KEY: apiKey,
  CRAFTGATE_SECRET_KEY: secretKey,
  CRAFTGATE_WEBHOOK_KEY: webhookKey,
  CRAFTGATE_CALLBACK_KEY: callbackKey,
  CRAFTGATE_URL: environment,
  CRAFTGATE_PUBLIC_URL: publicUrl,
  CRAFTGATE_LINK_SECRET: z.string({ error: 'is missing; use 32 or more random characters' }),
})

/** The shop as its environment describes it. Throws CraftgateError `configuration` with a line for each wrong variable. */
export function shopOptions(env: Environment): ReturnType<typeof parseOptions> {
  const shop = parseConfiguration(variables, env)
  return parseOptions({
    publicUrl: shop.CRAFTGATE_PUBLIC_URL,
    linkSecret: shop.CRAFTGATE_LINK_SECRET,
    returnOrigins: [new URL(shop.CRAFTGATE_PUBLIC_URL).origin],
    merchants: {
      main: {
        apiKey: shop.CRAFTGATE_API_KEY,
        secretKey: shop.CRAFTGATE_SECRET_KEY,
        webhookKey: shop.CRAFTGATE_WEBHOOK_KEY,
        callbackKey: shop.CRAFTGATE_CALLBACK_KEY,
        environment: shop.CRAFTGATE_URL,
      },
    },
  })
}
