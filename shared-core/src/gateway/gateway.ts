import type Craftgate from '@craftgate/craftgate'

type Client = InstanceType<typeof Craftgate.Client>

/** Limits of one piece of work: everything called through `within` ends when the signal does. */
export interface CallLimits {
  readonly signal?: AbortSignal
}

/**
 * The one door to Craftgate for one merchant: the official SDK's catalogue over our own wire.
 * Every call throws only CraftgateError. A call that moves money is sent once; when its answer is unclear the
 * error is `unknown-outcome` with retry `ask-first`.
 */
export interface Gateway {
  payment(): ReturnType<Client['payment']>
  paymentReporting(): ReturnType<Client['paymentReporting']>
  installment(): ReturnType<Client['installment']>
  within(limits: CallLimits): Gateway
  close(): Promise<void>
}
