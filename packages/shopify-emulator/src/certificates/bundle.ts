import { z } from 'zod'
import { certificatePem, issueAuthority, issueClient, issueServer, keyPem } from './issue'

const text = z.string().min(1)

/** Everything that one directory of certificates was made of, as PEM text. */
export const bundleSchema = z.object({
  shopifyCa: text,
  client: text,
  clientKey: text,
  foreignClient: text,
  foreignClientKey: text,
  appServerCa: text,
  appServer: text,
  appServerKey: text,
})

export type CertificateBundle = z.infer<typeof bundleSchema>

/** A chain like Shopify's (root, intermediate, client), another party's client, and a server certificate for the app. */
export async function makeBundle(): Promise<CertificateBundle> {
  const root = await issueAuthority('Emulated Shopify Payments Platform Root CA')
  const intermediate = await issueAuthority('Emulated Shopify Payments Platform Intermediate CA', root)
  const client = await issueClient('payments-platform.shopify.emulator', intermediate)
  const foreignCa = await issueAuthority('Somebody Else CA')
  const foreign = await issueClient('somebody-else.emulator', foreignCa)
  const appServerCa = await issueAuthority('Emulated Public CA')
  const appServer = await issueServer('localhost', appServerCa)
  return {
    shopifyCa: certificatePem(root) + certificatePem(intermediate),
    client: certificatePem(client) + certificatePem(intermediate),
    clientKey: await keyPem(client),
    foreignClient: certificatePem(foreign) + certificatePem(foreignCa),
    foreignClientKey: await keyPem(foreign),
    appServerCa: certificatePem(appServerCa),
    appServer: certificatePem(appServer),
    appServerKey: await keyPem(appServer),
  }
}
