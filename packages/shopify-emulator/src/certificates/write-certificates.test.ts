import { X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBundle, writeCertificates } from './write-certificates'

const directory = () => mkdtempSync(join(tmpdir(), 'certificates-'))

describe('the certificates of both sides', () => {
  test('are the same however often and by how many they are asked for', async () => {
    const here = directory()
    const [first, second] = await Promise.all([openBundle(here), openBundle(here)])
    expect(first).toEqual(second)
    const paths = await writeCertificates(here)
    expect(readFileSync(paths.shopifyCa, 'utf8')).toBe(first.shopifyCa)
  })

  test('name this machine for the server of the app', async () => {
    const { appServer } = await writeCertificates(directory())
    const certificate = new X509Certificate(readFileSync(appServer))
    expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1')
    expect(certificate.checkHost('localhost')).toBe('localhost')
  })

  test('chain the client to the root through the intermediate', async () => {
    const { client, shopifyCa, foreignClient } = await openBundle(directory())
    const [root, intermediate] = shopifyCa.split(/(?<=-----END CERTIFICATE-----\n)/)
    const issuer = new X509Certificate(intermediate ?? '')
    expect(new X509Certificate(client).verify(issuer.publicKey)).toBe(true)
    expect(issuer.verify(new X509Certificate(root ?? '').publicKey)).toBe(true)
    expect(new X509Certificate(foreignClient).verify(issuer.publicKey)).toBe(false)
  })
})
