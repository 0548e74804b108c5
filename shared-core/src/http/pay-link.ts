import { createHmac } from 'node:crypto'
import type { MethodName } from '../methods'
import type { ParsedOptions, SecretList } from '../options/options'
import { equalInConstantTime } from './endpoint'

type LinkOptions = Pick<ParsedOptions, 'publicUrl' | 'basePath' | 'linkSecret'>

/**
 * The absolute address that the shopper's browser opens; nobody can make one for another reference. The way to pay that it
 * names is not signed: it is only a choice, which anybody who has the link may make.
 */
export function payLink(
  { publicUrl, basePath, linkSecret }: LinkOptions,
  reference: string,
  method?: MethodName,
): string {
  const link = `${publicUrl}${basePath}/pay/${encodeURIComponent(reference)}?sig=${signatureOf(linkSecret[0], reference)}`
  return method === undefined ? link : `${link}&method=${method}`
}

export const isPaySignature = (secrets: SecretList, reference: string, signature: string | null): boolean =>
  signature !== null &&
  secrets.some((secret) => equalInConstantTime(signatureOf(secret, reference), signature))

/** Long enough to be followed at once, short enough that who is handed the link later proves nothing by it. */
const PROOF_MS = 2 * 60_000

interface OwnLink {
  readonly reference: string
  readonly shopper: string
  readonly method?: MethodName
  readonly now: Date
}

/** A pay link that proves for two minutes that this shopper opens it. The shopper's id does not stand in it. */
export function payLinkFor(options: LinkOptions, { reference, shopper, method, now }: OwnLink): string {
  const end = now.getTime() + PROOF_MS
  const proof = proofOf(options.linkSecret[0], { reference, shopper, end })
  return `${payLink(options, reference, method)}&opener=${end}.${proof}`
}

interface Claim {
  readonly secrets: SecretList
  readonly reference: string
  /** The parameter `opener` of the address. */
  readonly opener: string | null
  readonly now: Date
}

/** Whether the address proves that its opener is this shopper; undefined when it proves nothing, or no more. */
export function proofIn({
  secrets,
  reference,
  opener,
  now,
}: Claim): ((shopper: string) => boolean) | undefined {
  const [, ending, proof] = /^(\d{1,15})\.([\w-]+)$/.exec(opener ?? '') ?? []
  const end = Number(ending)
  if (proof === undefined || now.getTime() >= end) return undefined
  return (shopper) =>
    secrets.some((secret) => equalInConstantTime(proofOf(secret, { reference, shopper, end }), proof))
}

const signed = (secret: string, text: string): string =>
  createHmac('sha256', secret).update(text).digest('base64url')

const signatureOf = (secret: string, reference: string): string => signed(secret, reference)

const proofOf = (secret: string, claim: { reference: string; shopper: string; end: number }): string =>
  signed(secret, JSON.stringify(['opener', claim.reference, claim.shopper, claim.end]))
