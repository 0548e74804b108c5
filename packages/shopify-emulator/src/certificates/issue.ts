import 'reflect-metadata'
import { randomBytes, webcrypto } from 'node:crypto'
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  cryptoProvider,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  type Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509'

type Keys = webcrypto.CryptoKeyPair

/** A certificate with its key, and who can sign with it. */
export interface Issued {
  readonly certificate: X509Certificate
  readonly keys: Keys
}

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const DAY = 24 * 60 * 60 * 1000
const TEN_YEARS = 3650 * DAY

cryptoProvider.set(webcrypto as unknown as Parameters<typeof cryptoProvider.set>[0])

export function issueAuthority(name: string, by?: Issued): Promise<Issued> {
  const signing = KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign
  return issue(name, by, [
    new BasicConstraintsExtension(true, undefined, true),
    new KeyUsagesExtension(signing, true),
  ])
}

export function issueServer(name: string, by: Issued): Promise<Issued> {
  const names = new SubjectAlternativeNameExtension([
    { type: 'dns', value: 'localhost' },
    { type: 'ip', value: '127.0.0.1' },
  ])
  return issue(name, by, [...leaf(ExtendedKeyUsage.serverAuth), names])
}

export const issueClient = (name: string, by: Issued): Promise<Issued> =>
  issue(name, by, leaf(ExtendedKeyUsage.clientAuth))

export const certificatePem = ({ certificate }: Issued): string => `${certificate.toString('pem')}\n`

export async function keyPem({ keys }: Issued): Promise<string> {
  const key = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)
  return `${PemConverter.encode(key, 'PRIVATE KEY')}\n`
}

const leaf = (usage: ExtendedKeyUsage): Extension[] => [
  new BasicConstraintsExtension(false, undefined, true),
  new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
  new ExtendedKeyUsageExtension([usage]),
]

async function issue(name: string, by: Issued | undefined, extensions: Extension[]): Promise<Issued> {
  const keys = (await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])) as Keys
  const certificate = await X509CertificateGenerator.create({
    serialNumber: `01${randomBytes(15).toString('hex')}`,
    subject: `CN=${name}`,
    issuer: by?.certificate.subject ?? `CN=${name}`,
    notBefore: new Date(Date.now() - DAY),
    notAfter: new Date(Date.now() + TEN_YEARS),
    signingAlgorithm: ALGORITHM,
    publicKey: keys.publicKey,
    signingKey: (by?.keys ?? keys).privateKey,
    extensions: [...extensions, ...(await identifiers(keys, by?.keys ?? keys))],
  })
  return { certificate, keys }
}

/** They tell two authorities of one name apart, when an old one and a new one are trusted at the same time. */
const identifiers = (own: Keys, signer: Keys): Promise<Extension[]> =>
  Promise.all([
    SubjectKeyIdentifierExtension.create(own.publicKey),
    AuthorityKeyIdentifierExtension.create(signer.publicKey),
  ])
