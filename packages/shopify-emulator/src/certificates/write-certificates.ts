import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundleSchema, type CertificateBundle, makeBundle } from './bundle'
import { type CertificatePaths, certificatePaths } from './certificate-paths'

/**
 * Makes the certificates of both sides in this directory, unless they are there: `shopify-ca.pem`, `app-server.pem`,
 * `app-server-key.pem`. The app and the emulator may both call it, in either order or at once.
 */
export async function writeCertificates(directory: string): Promise<CertificatePaths> {
  await openBundle(directory)
  return certificatePaths(directory)
}

/** The same, and what the emulator needs to post with. */
export async function openBundle(directory: string): Promise<CertificateBundle> {
  const own = join(directory, 'emulator')
  mkdirSync(own, { recursive: true, mode: 0o700 })
  const file = join(own, 'bundle.json')
  if (!existsSync(file)) keepFirst(file, await makeBundle())
  const bundle = bundleSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  writeApart(certificatePaths(directory), bundle)
  return bundle
}

/** A link cannot replace a file: of two processes one wins, and both then read the winner's. */
function keepFirst(file: string, bundle: CertificateBundle): void {
  const beside = `${file}.${process.pid}.tmp`
  writeFileSync(beside, JSON.stringify(bundle), { mode: 0o600 })
  try {
    linkSync(beside, file)
  } catch (error) {
    if (!existsSync(file)) throw error
  } finally {
    rmSync(beside, { force: true })
  }
}

function writeApart(paths: CertificatePaths, bundle: CertificateBundle): void {
  writeOnce(paths.shopifyCa, bundle.shopifyCa)
  writeOnce(paths.appServer, bundle.appServer)
  writeOnce(paths.appServerKey, bundle.appServerKey)
}

function writeOnce(file: string, text: string): void {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return
  const beside = `${file}.${process.pid}.tmp`
  writeFileSync(beside, text, { mode: 0o600 })
  renameSync(beside, file)
}
