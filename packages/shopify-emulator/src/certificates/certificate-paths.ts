import { join } from 'node:path'

/** Files that the app is given. Beside them `emulator/` keeps the emulator's own keys. */
export interface CertificatePaths {
  /** Root and intermediate that sign Shopify's client certificate: what the app trusts on its session listener. */
  readonly shopifyCa: string
  /** Server certificate of the app's session listener, for 127.0.0.1 and localhost. */
  readonly appServer: string
  readonly appServerKey: string
}

export const certificatePaths = (directory: string): CertificatePaths => ({
  shopifyCa: join(directory, 'shopify-ca.pem'),
  appServer: join(directory, 'app-server.pem'),
  appServerKey: join(directory, 'app-server-key.pem'),
})
