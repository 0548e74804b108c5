import { Button, usePermissions } from '@vendure/dashboard'
import { useState } from 'react'
import { askAgain, type Payment } from './admin-api'
import { CaptureDialog, RefundDialog } from './amount-dialog'
import { total } from './formats'
import { OpenPanel } from './open-panel'
import type { OrderPayment } from './order-payments'
import { useChange } from './use-payment'
import { useWords } from './words'

interface PaymentActionsProps {
  readonly payment: OrderPayment
  /** Absent as long as Craftgate could not be asked: then no money is moved. */
  readonly facts?: Payment
}

/** What this administrator may do with a payment. The block stands inside of the page's own form: no button submits it. */
export function PaymentActions({ payment, facts }: PaymentActionsProps) {
  const { words } = useWords()
  const { hasPermissions } = usePermissions()
  const [open, setOpen] = useState<'capture' | 'refund'>()
  const { reference } = payment.metadata
  const ask = useChange(() => askAgain(reference), words.asked)
  const maySettle = hasPermissions(['WriteCraftgate'])
  const mayChange = hasPermissions(['UpdateOrder'])
  const close = () => setOpen(undefined)
  const isRefundable = facts && Number(total(facts.transactions.map(({ refundable }) => refundable))) > 0
  return (
    <div className="flex flex-wrap gap-2">
      {maySettle && mayChange && facts && payment.state === 'Authorized' && (
        <Button type="button" size="sm" onClick={() => setOpen('capture')}>
          {words.capture.button}
        </Button>
      )}
      {mayChange && isRefundable && payment.state === 'Settled' && (
        <Button type="button" size="sm" variant="outline" onClick={() => setOpen('refund')}>
          {words.refund.button}
        </Button>
      )}
      {maySettle && (
        <Button
          type="button"
          size="sm"
          variant="outline"
          disabled={ask.isPending}
          onClick={() => ask.mutate(undefined)}
        >
          {words.askAgain}
        </Button>
      )}
      <OpenPanel path={`/payments/${encodeURIComponent(reference)}`} size="sm" variant="outline">
        {words.openPanel}
      </OpenPanel>
      {facts && open === 'capture' && <CaptureDialog payment={payment} facts={facts} close={close} />}
      {facts && open === 'refund' && <RefundDialog payment={payment} facts={facts} close={close} />}
    </div>
  )
}
