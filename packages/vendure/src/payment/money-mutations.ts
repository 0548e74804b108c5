import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common'
import { GqlExecutionContext } from '@nestjs/graphql'
import { type ID, internal_getRequestContext, parseContext } from '@vendure/core'
import { from, lastValueFrom, type Observable } from 'rxjs'
import type { PaymentCall } from './capture-and-void'
import { MoneyWork } from './money-work'

interface MutationArgs {
  readonly id?: ID
  readonly state?: string
  readonly input?: { readonly paymentId?: ID; readonly amount?: number }
}

/** The Admin API's mutations that move money, and which capture or void each asks for. Refunds are written down inside. */
const MUTATIONS: Readonly<Record<string, (args: MutationArgs) => PaymentCall | undefined>> = {
  settlePayment: ({ id }) => ({ kind: 'capture', id }),
  cancelPayment: ({ id }) => ({ kind: 'void', id }),
  transitionPaymentToState: ({ id, state }) => {
    if (state === 'Settled') return { kind: 'capture', id }
    return state === 'Cancelled' ? { kind: 'void', id } : undefined
  },
  captureCraftgatePayment: ({ input }) => ({ kind: 'capture', id: input?.paymentId, amount: input?.amount }),
  refundOrder: () => undefined,
  modifyOrder: () => undefined,
  cancelOrder: () => undefined,
}

/**
 * Around the merchant's mutations that move money; see `MoneyWork`. It must be the outermost of the plugin's interceptors.
 */
@Injectable()
export class MoneyMutations implements NestInterceptor {
  constructor(private readonly work: MoneyWork) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { isGraphQL, req, info } = parseContext(context)
    if (!isGraphQL || info?.parentType.name !== 'Mutation') return next.handle()
    const ctx = internal_getRequestContext(req)
    const callOf = MUTATIONS[info.fieldName]
    if (callOf === undefined || ctx?.apiType !== 'admin') return next.handle()
    const call = callOf(GqlExecutionContext.create(context).getArgs<MutationArgs>())
    // Vendure's own interceptor emits a promise, which ends with the commit.
    return from(this.work.around<unknown>(ctx, call, () => lastValueFrom(next.handle())))
  }
}
