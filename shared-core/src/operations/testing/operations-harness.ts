import type { OperationResult } from '../../commerce'
import { silentLogger } from '../../logger'
import { type Money, money } from '../../money'
import type { CheckoutRecord, PaymentOperation } from '../../platform'
import { MemoryPlatform } from '../../testing'
import { createOperations, type Operations } from '..'
import type { PartialRefunds } from '../allocation'
import type { BankAccount } from './bank-account'
import { CrashInjector } from './crash-injector'
import { crashingPlatform } from './crashing-platform'
import { ScriptedBank } from './scripted-bank'

export const ACCOUNT = 'tr:sandbox'

export const tl = (minor: number): Money => money(minor, 'TRY')

interface HarnessParts {
  readonly partialRefunds?: PartialRefunds
  readonly account?: string
  /** A shop with several accounts. */
  readonly platform?: MemoryPlatform
}

/** A shop, Craftgate's money side and a clock that tests move. The keys of steps are k1, k2 … */
export class OperationsHarness {
  now = new Date('2026-03-01T10:00:00Z')
  readonly bank = new ScriptedBank()
  readonly platform: MemoryPlatform
  operations: Operations
  /** Stands for the API key. */
  apiKey = 'first'
  readonly pauses: number[] = []
  private keys = 0

  private readonly partialRefunds: PartialRefunds
  private readonly account: string

  constructor({ partialRefunds = 'proportional', account = ACCOUNT, platform }: HarnessParts = {}) {
    this.partialRefunds = partialRefunds
    this.account = account
    this.platform = platform ?? new MemoryPlatform({ clock: () => this.now })
    this.operations = this.process()
  }

  /** A server of the shop; it dies when the injector says so. */
  process(crash = new CrashInjector()): Operations {
    return createOperations({
      platform: crashingPlatform(this.platform, crash),
      clientFor: () => this.bank.client(crash),
      fingerprintOf: () => this.apiKey,
      newKey: () => `k${++this.keys}`,
      // Nothing else happens meanwhile, so the clock stands still: what takes seconds is tested by the pauses.
      pause: async (ms) => {
        this.pauses.push(ms)
      },
      options: {
        reconcileAfterSeconds: 120,
        partialRefunds: this.partialRefunds,
        chargeRefundsFromMe: false,
        deadlines: { readMs: 10_000, startMs: 15_000, moneyMs: 60_000 },
      },
      logger: silentLogger,
      clock: () => this.now,
    })
  }

  refund(account: BankAccount, minor: number, key = 'r', on = this.operations): Promise<OperationResult> {
    return on.refund({ account: this.account, paymentId: account.id, key, amount: tl(minor) })
  }

  capture(account: BankAccount, minor?: number, key = 'c', on = this.operations): Promise<OperationResult> {
    const amount = minor === undefined ? undefined : tl(minor)
    return on.capture({ account: this.account, paymentId: account.id, key, amount })
  }

  void(account: BankAccount, key = 'v', on = this.operations): Promise<OperationResult> {
    return on.void({ account: this.account, paymentId: account.id, key })
  }

  /** The attempt that these payments paid, the lead first. */
  async attempt(payments: readonly BankAccount[], over: Partial<CheckoutRecord> = {}): Promise<void> {
    const times = { createdAt: this.now, updatedAt: this.now, stateSince: this.now, version: 0 }
    const expected = tl(payments.reduce((all, { price }) => all + price, 0))
    await this.platform.saveCheckout({
      ...{ id: 'a1', reference: 's1', attempt: 1, account: this.account, order: 'o1', context: {} },
      ...{ phase: 'AUTH', state: 'captured', expected, paymentIds: payments.map(({ id }) => id) },
      ...{ ...times, ...over },
    })
  }

  /** The keys of steps begin anew, as they would in a database that was restored if they were not random. */
  forgetKeys(): void {
    this.keys = 0
  }

  pass(seconds: number): void {
    this.now = new Date(this.now.getTime() + seconds * 1000)
  }

  /** Reconcile, some minutes later. */
  resume(on = this.operations) {
    this.pass(240)
    return on.resumeOperations()
  }

  stored(key: string): PaymentOperation | undefined {
    return this.platform.operations.get(`${this.account} ${key}`)
  }

  operation(key = 'r'): PaymentOperation {
    const operation = this.stored(key)
    if (operation === undefined) throw new Error(`No operation ${key}`)
    return operation
  }

  /** What the shop was told about money calls that it had to leave pending. */
  get reported(): readonly string[] {
    return this.platform.settledOperations.map(({ key, state }) => `${key} ${state}`)
  }
}

export function failureOf(result: OperationResult) {
  if (result.state === 'failed') return result
  throw new Error(`It is ${result.state}`)
}
