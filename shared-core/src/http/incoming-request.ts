import type { Opener } from '../checkout'
import type { ClientInfo, SettleResult, StartResult } from '../commerce'
import type { Logger } from '../logger'
import type { ParsedOptions } from '../options'
import type { CheckoutRecord, CommercePlatform } from '../platform'

/** What the endpoints work with. An endpoint verifies and finds, and lets these decide. */
export interface HttpDependencies {
  readonly options: ParsedOptions
  readonly platform: CommercePlatform
  readonly start: (record: CheckoutRecord, opener: Opener) => Promise<StartResult>
  readonly settle: (record: CheckoutRecord) => Promise<SettleResult>
  /** Follows the money calls that are still open to their end. */
  readonly resumeOperations: () => Promise<{ readonly troubles: readonly string[] }>
  readonly logger: Logger
  readonly clock: () => Date
}

/** One request at one endpoint. */
export interface IncomingRequest {
  readonly request: Request
  readonly client: ClientInfo
  /** Stands in the log and on the page that the shopper sees, so that support finds one by the other. */
  readonly requestId: string
}

export type Body =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refused'; readonly status: 400 | 413 | 415 }

interface Limits {
  readonly mediaType: string
  readonly maxBytes: number
}

/** Reads at most `maxBytes`, however much the sender announces or sends. 415 for another content type. */
export async function readBody(request: Request, { mediaType, maxBytes }: Limits): Promise<Body> {
  if (mediaTypeOf(request) !== mediaType) return { kind: 'refused', status: 415 }
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return { kind: 'refused', status: 413 }
  try {
    const bytes = await readAtMost(request, maxBytes)
    if (bytes === undefined) return { kind: 'refused', status: 413 }
    return { kind: 'text', text: new TextDecoder().decode(bytes) }
  } catch {
    return { kind: 'refused', status: 400 }
  }
}

const mediaTypeOf = (request: Request): string | undefined =>
  request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()

/** Undefined when there is more. */
async function readAtMost(request: Request, maxBytes: number): Promise<Uint8Array | undefined> {
  if (request.body === null) return new Uint8Array()
  const reader = request.body.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength
    if (size > maxBytes) {
      await reader.cancel()
      return undefined
    }
    chunks.push(part.value)
  }
  return Buffer.concat(chunks)
}
