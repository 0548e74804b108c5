import type { CraftgateCommerce } from '@craftgate-commerce/core'
import { Inject, Injectable } from '@nestjs/common'
import { EventBus, type RequestContext, VendureEvent } from '@vendure/core'
import { CRAFTGATE } from '../tokens'
import { reasonOf, vendureLogger } from '../vendure-logger'
import { ApplyOperation } from './apply-operation'
import { EventListener, type Subscription } from './event-listener'
import { currentRequest, type OperationName } from './request-operations'

/** A capture, void or refund was written down in the transaction of `ctx`. Vendure tells it after the outermost commit. */
class OperationWrittenEvent extends VendureEvent {
  constructor(
    readonly ctx: RequestContext,
    readonly operation: OperationName,
  ) {
    super()
  }
}

/**
 * Carries out what the payment handler wrote down, as soon as the shop's transaction is committed. How many run at once
 * is bounded by the payments' lock, whose connections are not the shop's. What a crash leaves here reconcile finds.
 */
@Injectable()
export class DeferredOperations extends EventListener {
  private readonly running = new Map<string, Promise<void>>()

  constructor(
    @Inject(CRAFTGATE) private readonly craftgate: CraftgateCommerce,
    private readonly events: EventBus,
    private readonly shop: ApplyOperation,
  ) {
    super()
  }

  protected listen(): Subscription | undefined {
    const written = this.events.ofType(OperationWrittenEvent)
    return written.subscribe(({ operation }) => void this.run(operation))
  }

  /** Called in the transaction that wrote the operation. */
  async afterCommit(ctx: RequestContext, { account, paymentId, key }: OperationName): Promise<void> {
    const operation = { account, paymentId, key }
    currentRequest()?.written.push(operation)
    await this.events.publish(new OperationWrittenEvent(ctx, operation))
  }

  /** Resolves when Craftgate answered and the shop was told; never rejects. Who asks meanwhile waits for the same. */
  run(operation: OperationName): Promise<void> {
    const name = `${operation.account} ${operation.key}`
    const running =
      this.running.get(name) ?? this.carryOut(operation).finally(() => this.running.delete(name))
    this.running.set(name, running)
    return running
  }

  private async carryOut(operation: OperationName): Promise<void> {
    try {
      const result = await this.craftgate.executeOperation(operation, operation.key)
      // Its end core has told already.
      if (result.operation && result.state !== 'done' && result.state !== 'failed')
        await this.shop.apply(result.operation)
    } catch (error) {
      const reason = reasonOf(error)
      vendureLogger.error('A payment operation was interrupted; reconcile carries it on', {
        key: operation.key,
        reason,
      })
    }
  }
}
