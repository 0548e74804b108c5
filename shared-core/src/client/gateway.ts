import type Craftgate from '@craftgate/craftgate'

type Client = InstanceType<typeof Craftgate.Client>

/** Limits of one piece of work: everything called through `within` ends when the signal does. */
export interface CallLimits {
  readonly signal?: AbortSignal
  /**
   * Sent as `x-idempotency-key` with calls that change something, as Craftgate's newer SDKs do. What the server does
   * with it is not documented: a second belt, never a reason to repeat a call whose outcome is unknown.
   */
  readonly idempotencyKey?: string
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

/** The rest of the official SDK's catalogue, over the same wire and by the same rules. */
export interface WholeGateway extends Gateway {
  bankAccountTracking(): ReturnType<Client['bankAccountTracking']>
  bkmExpress(): ReturnType<Client['bkmExpress']>
  fileReporting(): ReturnType<Client['fileReporting']>
  fraud(): ReturnType<Client['fraud']>
  juzdan(): ReturnType<Client['juzdan']>
  masterpass(): ReturnType<Client['masterpass']>
  merchant(): ReturnType<Client['merchant']>
  merchantApm(): ReturnType<Client['merchantApm']>
  onboarding(): ReturnType<Client['onboarding']>
  payByLink(): ReturnType<Client['payByLink']>
  settlement(): ReturnType<Client['settlement']>
  settlementReporting(): ReturnType<Client['settlementReporting']>
  wallet(): ReturnType<Client['wallet']>
  within(limits: CallLimits): WholeGateway
}
