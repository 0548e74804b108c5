// An emulator of the Craftgate sandbox: API, hosted payment page, 3D Secure, webhooks and a console, without an account.
// `startSandbox` runs it inside your tests; `Shopper` walks through its pages.
export type { Control, PaymentControl, RefundControl } from './control/control'
export type { ArmedFault, FaultInput } from './control/fault'
export type { RequestRecord } from './control/request-log'
export type { CheckoutRow, PaymentRow, RefundRow, Sums } from './control/rows'
export type { SandboxOptions } from './create-sandbox'
export type { Duration, TimeSource } from './engine/clock/clock'
export type { IdempotencySettings } from './engine/fault-settings'
export type { WebhookEvent } from './engine/webhooks/event'
export type { Logger } from './http/logger'
export type { SeedInput } from './seed/seed'
export { type Sandbox, type SandboxMerchant, startSandbox } from './start-sandbox'
export * from './testing/shopper'
