import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFileSync, unwatchFile, watchFile } from 'node:fs'
import type { Logger } from '@craftgate-commerce/core'
import { errorCode } from '../context/logging'
import type { MtlsOptions } from '../options'

type CertificateFiles = Extract<MtlsOptions, { mode: 'direct' | 'emulator' }>

const LOOK_EVERY_MS = 5_000

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g

/**
 * What TLS of the session address is made of, as the files say now.
 * @throws Error when a file cannot be read, or the bundle holds no certificate or a broken one: Node would take it
 * without a word, and trust nobody.
 */
export function tlsContextOf({ caFile, certificateFile, keyFile }: CertificateFiles) {
  const ca = readFileSync(caFile, 'utf8')
  const certificates = ca.match(CERTIFICATE) ?? []
  if (certificates.length === 0) throw new Error(`${caFile} holds no certificate`)
  for (const certificate of certificates) new X509Certificate(certificate)
  return { ca, cert: readFileSync(certificateFile), key: readFileSync(keyFile) }
}

/** The files of the session address, as the options name them. */
export const CERTIFICATE_FILES = ['caFile', 'certificateFile', 'keyFile'] as const

/** Why a file cannot be used; undefined when it can. Says nothing of what it holds. */
export function certificateProblem(
  kind: (typeof CERTIFICATE_FILES)[number],
  file: string,
): string | undefined {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    const code = errorCode(error)
    return code === 'ENOENT' ? 'there is no such file' : `cannot be read ${code}`.trim()
  }
  if (kind === 'keyFile') return isPrivateKey(text) ? undefined : 'holds no private key in PEM form'
  const certificates = text.match(CERTIFICATE) ?? []
  return certificates.length > 0 && certificates.every(isCertificate)
    ? undefined
    : 'holds no certificate in PEM form, or a broken one'
}

const isCertificate = (text: string): boolean => isMade(() => new X509Certificate(text))
const isPrivateKey = (text: string): boolean => isMade(() => createPrivateKey(text))

function isMade(make: () => unknown): boolean {
  try {
    make()
    return true
  } catch {
    return false
  }
}

/** A caller without a certificate is answered, so that it learns in words what is missing; see `createVerifier`. */
export const ASK_FOR_CERTIFICATE = { requestCert: true, rejectUnauthorized: false } as const

interface Reloadable {
  setSecureContext(context: ReturnType<typeof tlsContextOf>): void
}

/**
 * Takes new certificates without a restart, when a file changed. What cannot be read or used leaves the old ones in
 * place. Returns how to stop looking.
 */
export function reloadCertificates(server: Reloadable, files: CertificateFiles, logger: Logger): () => void {
  const reload = () => {
    try {
      server.setSecureContext(tlsContextOf(files))
      logger.info('The certificates of the session address were read anew')
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      logger.error('New certificates could not be used; the old ones stay', { reason })
    }
  }
  const watched = [files.caFile, files.certificateFile, files.keyFile]
  for (const file of watched) watchFile(file, { interval: LOOK_EVERY_MS, persistent: false }, reload)
  return () => {
    for (const file of watched) unwatchFile(file, reload)
  }
}
