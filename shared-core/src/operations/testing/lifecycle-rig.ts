import type { OperationResult } from '../../commerce'
import { silentLogger } from '../../logger'
import { type Money, money } from '../../money'
import type { PaymentOperation } from '../../platform'
import { MemoryPlatform } from '../../testing'
import { createLifecycle } from '../create-lifecycle'
import type { Lifecycle } from '../lifecycle'
import type { PartialRefunds } from '../plan/transaction-share'
import type { BankAccount } from './bank-account'
import { Fuse } from './fuse'
import { fusedPlatform } from './fused-platform'
import { ScriptedBank } from './scripted-bank'

export const ACCOUNT = 'tr:sandbox'

export const tl = (minor: number): Money => money(minor, 'TRY')

/** A shop, Craftgate's money side and a clock that tests move. */
export class LifecycleRig {
  now = new Date('2026-03-01T10:00:00Z')
  readonly bank = new ScriptedBank()
  readonly platform = new MemoryPlatform({ clock: () => this.now })
  lifecycle: Lifecycle

  constructor(private readonly partialRefunds: PartialRefunds = 'proportional') {
    this.lifecycle = this.process()
  }

  /** A server of the shop; it dies when the fuse says so. */
  process(fuse = new Fuse()): Lifecycle {
    return createLifecycle({
      platform: fusedPlatform(this.platform, fuse),
      gatewayFor: () => this.bank.gateway(fuse),
      options: {
        partialRefunds: this.partialRefunds,
        deadlines: { readMs: 10_000, startMs: 15_000, moneyMs: 60_000 },
      },
      logger: silentLogger,
      clock: () => this.now,
    })
  }

  refund(account: BankAccount, minor: number, key = 'r', on = this.lifecycle): Promise<OperationResult> {
    return on.refund({ account: ACCOUNT, paymentId: account.id, key, amount: tl(minor) })
  }

  capture(account: BankAccount, minor?: number, key = 'c', on = this.lifecycle): Promise<OperationResult> {
    const amount = minor === undefined ? undefined : tl(minor)
    return on.capture({ account: ACCOUNT, paymentId: account.id, key, amount })
  }

  void(account: BankAccount, key = 'v', on = this.lifecycle): Promise<OperationResult> {
    return on.void({ account: ACCOUNT, paymentId: account.id, key })
  }

  pass(seconds: number): void {
    this.now = new Date(this.now.getTime() + seconds * 1000)
  }

  /** Reconcile, some minutes later. */
  resume(on = this.lifecycle) {
    this.pass(240)
    return on.resumeOperations()
  }

  stored(key: string): PaymentOperation | undefined {
    return this.platform.operations.get(`${ACCOUNT} ${key}`)
  }

  operation(key = 'r'): PaymentOperation {
    const operation = this.stored(key)
    if (operation === undefined) throw new Error(`No operation ${key}`)
    return operation
  }

  /** What the shop was told about money calls that it had to leave pending. */
  get told(): readonly string[] {
    return this.platform.settledOperations.map(({ key, state }) => `${key} ${state}`)
  }
}

export function failureOf(result: OperationResult) {
  if (result.state === 'failed') return result
  throw new Error(`It is ${result.state}`)
}
