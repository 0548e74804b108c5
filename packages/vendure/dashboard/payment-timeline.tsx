import { Badge } from '@vendure/dashboard'
import type { ReactNode } from 'react'
import type { DeclinedPayment, Operation } from './admin-api'
import { useFormats } from './formats'
import type { OrderPayment } from './order-payments'
import { useWords } from './words'

interface PaymentTimelineProps {
  readonly declined: readonly DeclinedPayment[]
  /** Absent when every try was declined. */
  readonly payment?: OrderPayment
  readonly startedAt?: string
  readonly operations: readonly Operation[]
  readonly currency?: string
}

/** From the first try to the last refund, oldest first. */
export function PaymentTimeline({
  declined,
  payment,
  startedAt,
  operations,
  currency,
}: PaymentTimelineProps) {
  const { words } = useWords()
  const { money } = useFormats()
  const { timeline: word } = words
  const wasAuthorized = operations.some(({ kind }) => kind === 'capture') || payment?.state === 'Authorized'
  const entries = [
    ...(startedAt ? [{ at: startedAt, key: 'started', what: word.started }] : []),
    ...declined.map(({ at, amount, currencyCode, card, reason, code }, index) => ({
      at: at ?? '',
      key: `declined-${index}`,
      what: word.declined,
      more: [money(amount, currencyCode), card, `${reason} (${code})`].filter(Boolean).join(' · '),
    })),
    ...(payment
      ? [{ at: payment.createdAt, key: 'paid', what: wasAuthorized ? word.authorized : word.paid }]
      : []),
  ].toSorted((one, other) => one.at.localeCompare(other.at))
  return (
    <section className="space-y-3">
      <h2 className="text-sm font-medium">{word.title}</h2>
      <ol className="space-y-3" data-testid="craftgate-timeline">
        {entries.map(({ key, at, what, more }: Entry) => (
          <TimelineEntry key={key} at={at} more={more}>
            {what}
          </TimelineEntry>
        ))}
        {operations.map((operation) => (
          <OperationEntry key={operation.key} operation={operation} currency={currency} />
        ))}
      </ol>
    </section>
  )
}

interface Entry {
  readonly at: string
  readonly key: string
  readonly what: string
  readonly more?: string
}

interface TimelineEntryProps {
  /** Empty when it is not known. */
  readonly at: string
  readonly children: ReactNode
  readonly more?: ReactNode
}

function TimelineEntry({ at, children, more }: TimelineEntryProps) {
  const { moment } = useFormats()
  return (
    <li className="border-l pl-4 text-sm">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <span className="flex flex-wrap items-center gap-2">{children}</span>
        {at && (
          <time dateTime={at} className="text-muted-foreground">
            {moment(at)}
          </time>
        )}
      </div>
      {more && <p className="text-muted-foreground">{more}</p>}
    </li>
  )
}

const LOOK = {
  planned: 'secondary',
  unknown: 'outline',
  waiting: 'outline',
  done: 'secondary',
  failed: 'destructive',
} as const satisfies Record<Operation['state'], string>

interface OperationEntryProps {
  readonly operation: Operation
  /** Unknown as long as Craftgate could not be asked. */
  readonly currency?: string
}

function OperationEntry({ operation, currency }: OperationEntryProps) {
  const { words } = useWords()
  const { money } = useFormats()
  const { timeline: word } = words
  const { kind, state, amount, cardAmount, cancelled, errorMessage, errorCode, createdAt } = operation
  const price = (decimal: Operation['amount']) => (currency ? money(decimal, currency) : decimal)
  const cardPart = kind === 'refund' || kind === 'void' ? word.toCard : word.fromCard
  const remarks = [
    cardAmount && state !== 'failed' && cardPart(price(cardAmount)),
    cancelled && word.cancelled,
    state === 'failed' && (errorMessage ?? errorCode),
  ].filter(Boolean)
  return (
    <TimelineEntry at={createdAt} more={remarks.join(' · ')}>
      {word.kinds[kind]} {price(amount)}
      <Badge variant={LOOK[state]}>{word.states[state]}</Badge>
    </TimelineEntry>
  )
}
