import { ArrowUpRightOnBox } from '@medusajs/icons'
import { Alert, Badge, Button, Container, Copy, Heading, Text } from '@medusajs/ui'
import type { Operation, Payment, PaymentFacts } from '../api-types'
import { OpenPanel } from '../attempts/open-panel'
import { useRetry } from '../data/use-retry'
import { CheckoutBadge, type PaymentStatus } from '../views/checkout-badge'
import { useTranslations } from '../views/use-translations'
import { OperationHistory } from './operation-history'
import { CardFacts, MoneyFacts, ProcessingFacts } from './payment-facts'
import { PaymentTimeline } from './payment-timeline'
import { TransactionTable } from './transaction-table'

/** One payment: what Craftgate says of it now, then what our own records say. */
export function PaymentSection({ payment }: { readonly payment: Payment }) {
  const { checkout, operations, timeline } = payment
  return (
    <Container className="divide-y divide-dashed p-0" data-testid="craftgate-payment">
      <PaymentHeader payment={payment} />
      {'unavailable' in payment ? (
        <UnavailableAlert reason={payment.unavailable} />
      ) : (
        <>
          {payment.fraud && <FraudAlert fraud={payment.fraud} checkout={checkout} />}
          <CardFacts facts={payment} />
          <MoneyFacts facts={payment} />
          <ProcessingFacts facts={payment} />
          <TransactionTable transactions={payment.transactions} currency={payment.currency_code} />
        </>
      )}
      {operations.length > 0 && (
        <OperationHistory operations={operations} currency={checkout.currency_code} />
      )}
      {timeline.length > 0 && <PaymentTimeline events={timeline} />}
      <PaymentFooter reference={checkout.reference} panelUrl={payment.panel_url} />
    </Container>
  )
}

function PaymentHeader({ payment }: { readonly payment: Payment }) {
  const { t } = useTranslations()
  const id = String(payment.craftgate_payment_id)
  return (
    <div className="flex items-start justify-between gap-x-4 px-6 py-4">
      <div>
        <Heading level="h2">{t('payment.title')}</Heading>
        <div className="flex items-center gap-x-1">
          <Text size="small" className="text-ui-fg-subtle">
            {t('payment.id')} {id}
          </Text>
          <Copy content={id} variant="mini" className="text-ui-fg-muted" aria-label={t('payment.copyId')} />
        </div>
      </div>
      <CheckoutBadge state={statusOf(payment)} />
    </div>
  )
}

/** Where a payment stands. Its record follows a capture or a void only when Craftgate is asked again; the operations know. */
function statusOf({ checkout, operations }: Pick<Payment, 'checkout' | 'operations'>): PaymentStatus {
  const isDone = (kind: Operation['kind']) =>
    operations.some((operation) => operation.kind === kind && operation.state === 'done')
  if (isDone('void')) return 'voided'
  return checkout.state === 'authorized' && isDone('capture') ? 'captured' : checkout.state
}

/** Craftgate could not be asked: what stands below is from our own records. */
function UnavailableAlert({ reason }: { readonly reason: string }) {
  const { t } = useTranslations()
  return (
    <div className="px-6 py-4">
      <Alert variant="warning" role="status">
        <strong className="txt-compact-small-plus block">{t('payment.unavailable')}</strong>
        {reason}
      </Alert>
    </div>
  )
}

type Fraud = NonNullable<PaymentFacts['fraud']>

const LOOK = {
  REVIEW: { color: 'orange', variant: 'warning', explained: 'fraud.reviewExplained' },
  BLOCK: { color: 'red', variant: 'error', explained: 'fraud.blockExplained' },
} as const satisfies Record<Fraud, object>

/** What Craftgate's fraud check found, and what the merchant should do about it. */
function FraudAlert({ fraud, checkout }: { readonly fraud: Fraud; readonly checkout: Payment['checkout'] }) {
  const { t } = useTranslations()
  const { color, variant, explained } = LOOK[fraud]
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <div className="flex items-center justify-between">
        <span className="txt-compact-small-plus">{t('fraud.label')}</span>
        <Badge size="2xsmall" color={color}>
          {t(`fraud.${fraud}`)}
        </Badge>
      </div>
      <Alert variant={variant} role="status">
        {t(explained)}
      </Alert>
      {checkout.state === 'review' && (
        <OpenPanel path={`/fraud/reviews/${checkout.reference}`}>{t('fraud.decide')}</OpenPanel>
      )}
    </div>
  )
}

interface PaymentFooterProps {
  readonly reference: string
  readonly panelUrl: string | null
}

function PaymentFooter({ reference, panelUrl }: PaymentFooterProps) {
  const { t } = useTranslations()
  const { mutate, isPending } = useRetry(reference)
  return (
    <div className="bg-ui-bg-subtle flex flex-wrap items-center justify-end gap-2 rounded-b-lg px-6 py-4">
      {panelUrl && <PanelLink url={panelUrl} />}
      <Button size="small" variant="secondary" isLoading={isPending} onClick={() => mutate()}>
        {t('retry')}
      </Button>
    </div>
  )
}

function PanelLink({ url }: { readonly url: string }) {
  const { t } = useTranslations()
  return (
    <Button size="small" variant="transparent" asChild>
      <a href={url} target="_blank" rel="noreferrer">
        {t('panel')}
        <ArrowUpRightOnBox aria-hidden />
        <span className="sr-only">{t('opensNewTab')}</span>
      </a>
    </Button>
  )
}
