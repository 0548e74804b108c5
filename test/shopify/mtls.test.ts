import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { writeCertificates } from '@craftgate-commerce/shopify-emulator'
import { type OpenShopify, openShopify } from '../faults/shopify/open-shopify'
import { until } from '../until'

const folder = mkdtempSync(path.join(tmpdir(), 'craftgate-ca-'))
const bundle = path.join(folder, 'ca.pem')
let open: OpenShopify
let honest: string
let foreign: string
/** Shopify's own client certificate, as the emulator keeps it. */
let shopify: { readonly cert: string; readonly key: string }

beforeAll(async () => {
  const certificates = `${process.env.TEST_STATE_DIR}/certificates`
  honest = (await writeCertificates(certificates)).shopifyCa
  foreign = (await writeCertificates(path.join(folder, 'foreign'))).shopifyCa
  const { client, clientKey } = JSON.parse(readFileSync(`${certificates}/emulator/bundle.json`, 'utf8'))
  shopify = { cert: client, key: clientKey }
  copyFileSync(honest, bundle)
  open = await openShopify('shopify_mtls', { env: { SHOPIFY_CA_FILE: bundle } })
})
afterAll(() => open?.stack.stop())

/** Status of one request on a connection of its own: 401 without trust, 400 for what comes in and says nothing. */
function connect(certificate: { readonly cert?: string; readonly key?: string }): Promise<number> {
  const url = `${open.stack.shopify.sessionUrl}/payment`
  return new Promise((resolve, reject) => {
    const options = { method: 'POST', agent: false, rejectUnauthorized: false, ...certificate }
    request(url, options, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
      .once('error', reject)
      .end('{}')
  })
}

test('only Shopify’s own certificate opens the session address', async () => {
  const { control } = open.stack.shopify.emulator
  expect((await control.sendSession({ kind: 'payment' })).status).toBe(200)
  expect(await connect(shopify)).toBe(400)
  expect(await connect({})).toBe(401)
  expect(await control.sessionRequests.withoutCertificate()).toBe(401)
  expect(await control.sessionRequests.withForeignCertificate()).toBe(401)
})

test('the session paths are not on the public address', async () => {
  const answer = await fetch(`${open.stack.shopify.main.url}/shopify/payment`, { method: 'POST', body: '{}' })
  expect(answer.status).toBe(404)
})

test('authorities are taken anew without a restart, also two at once; a broken file leaves the old ones', async () => {
  const status = () => connect(shopify)
  copyFileSync(foreign, bundle)
  expect(await until(status, (now) => now === 401)).toBe(401)
  writeFileSync(bundle, readFileSync(foreign, 'utf8') + readFileSync(honest, 'utf8'))
  expect(await until(status, (now) => now === 400)).toBe(400)
  const log = `${process.env.TEST_STATE_DIR}/logs/shopify-app-1.log`
  const complaints = () => readFileSync(log, 'utf8').split('New certificates could not be used').length
  const before = complaints()
  writeFileSync(bundle, '-----BEGIN CERTIFICATE-----\nnothing\n-----END CERTIFICATE-----\n')
  expect(await until(complaints, (now) => now > before)).toBeGreaterThan(before)
  expect(await connect(shopify)).toBe(400)
})
