// Whoever may name an address to be called, and does not run this server, must not reach what stands beside it.
import dns from 'node:dns'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import type { AlertFetch } from '@craftgate-commerce/core'

/** Loopback, private, link-local, shared, multicast, and what is reserved (IANA's special-purpose registries). */
const INTERNAL_V4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.168.0.0/16', '198.18.0.0/15', '224.0.0.0/4', '240.0.0.0/4'],
]
/** 64:ff9b leads to an IPv4 address, 2002 too. */
const INTERNAL_V6 = ['::/128', '::1/128', '64:ff9b::/96', '2002::/16', 'fc00::/7', 'fe80::/10', 'ff00::/8']

const internal = new BlockList()
for (const [list, family] of [
  [INTERNAL_V4, 'ipv4'],
  [INTERNAL_V6, 'ipv6'],
] as const)
  for (const [network = '', prefix] of list.map((each) => each.split('/')))
    internal.addSubnet(network, Number(prefix), family)

/** Of an IP address; an IPv4 address that is written as IPv6 is what it is. */
const isOfInternet = (address: string): boolean =>
  isIP(address) !== 0 && !internal.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** False for a host that is the number of an internal address; of a name it is known when it is looked up. */
export function mayBeOfInternet({ hostname }: URL): boolean {
  const host = hostname.replace(/^\[|\]$/g, '')
  return isIP(host) === 0 ? !/(^|\.)localhost$/.test(host) : isOfInternet(host)
}

/** Finds a host's addresses for a connection, and fails for one that has an internal one: a name may change after it was read. */
const lookupOfInternet: LookupFunction = (hostname, options, done) =>
  dns.lookup(hostname, { ...options, all: true }, (error, found) => {
    const [first] = found ?? []
    if (error || first === undefined) return done(error ?? new Error(`${hostname} has no address`), '')
    if (!found.every(({ address }) => isOfInternet(address)))
      return done(new Error(`${hostname} is no address of the internet`), '')
    return options.all ? done(null, found) : done(null, first.address, first.family)
  })

/**
 * As `fetch`, of an address of the internet only; its answer has no body. A connection of its own: one that is kept may lead where
 * another caller was allowed to.
 */
export const fetchOfInternet: AlertFetch = async (url, { method, headers, signal, body }) => {
  const address = new URL(url)
  if (!mayBeOfInternet(address)) throw new Error(`${address.hostname} is no address of the internet`)
  const request = address.protocol === 'https:' ? requestHttps : requestHttp
  const length = { 'content-length': Buffer.byteLength(body) }
  return new Promise((fulfil, reject) => {
    request(address, {
      ...{ method, signal, agent: false, lookup: lookupOfInternet },
      headers: { ...headers, ...length },
    })
      .on('response', (answer) => {
        answer.resume()
        fulfil(new Response(null, { status: answer.statusCode }))
      })
      .on('error', reject)
      .end(body)
  })
}
