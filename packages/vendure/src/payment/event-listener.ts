import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common'

export interface Subscription {
  unsubscribe(): void
}

/** Hears of events of Vendure's event bus from the start of the server to its end. */
export abstract class EventListener implements OnApplicationBootstrap, OnModuleDestroy {
  private subscription?: Subscription

  /** Undefined where there is nothing to hear of. */
  protected abstract listen(): Subscription | undefined

  onApplicationBootstrap(): void {
    this.subscription = this.listen()
  }

  onModuleDestroy(): void {
    this.subscription?.unsubscribe()
  }
}
