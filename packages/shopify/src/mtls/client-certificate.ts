import type { IncomingMessage } from 'node:http'
import { TLSSocket } from 'node:tls'
import { equalInConstantTime } from '@craftgate-commerce/core/adapter'
import proxyAddr from 'proxy-addr'
import type { MtlsOptions } from '../options'

/** Whether a request of Shopify's came with Shopify's own client certificate. */
export type ClientCertificateVerifier = (request: IncomingMessage) => boolean

/**
 * direct, emulator: our own TLS checked the certificate. proxy: a proxy that we know, by its address and its secret,
 * says that it did. off: everybody is Shopify, which is for development alone.
 */
export function createVerifier(options: MtlsOptions): ClientCertificateVerifier {
  switch (options.mode) {
    case 'direct':
    case 'emulator':
      return ({ socket }) => socket instanceof TLSSocket && socket.authorized
    case 'proxy':
      return proxyVerifier(options)
    case 'off':
      return () => true
  }
}

function proxyVerifier({
  secret,
  proxies,
}: Extract<MtlsOptions, { mode: 'proxy' }>): ClientCertificateVerifier {
  const isProxy = proxyAddr.compile(proxies)
  const one = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '')
  return ({ headers, socket }) =>
    isProxy(socket.remoteAddress ?? '', 0) &&
    equalInConstantTime(one(headers['x-proxy-secret']), secret) &&
    one(headers['x-ssl-client-verify']) === 'SUCCESS'
}
