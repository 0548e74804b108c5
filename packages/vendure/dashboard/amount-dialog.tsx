import {
  Button,
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
  Input,
  Label,
} from '@vendure/dashboard'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { capture, type Decimal, type Payment, refund } from './admin-api'
import { total, useFormats } from './formats'
import type { OrderPayment } from './order-payments'
import { RefundPreview } from './refund-preview'
import { useChange } from './use-payment'
import { useWords } from './words'

interface MoneyDialogProps {
  readonly payment: OrderPayment
  readonly facts: Payment
  readonly close: () => void
}

/** Gives a part or all of what is left back to the card. */
export function RefundDialog({ payment, facts, close }: MoneyDialogProps) {
  const { words } = useWords()
  const { money } = useFormats()
  const reasonId = useId()
  const [reason, setReason] = useState('')
  const { mutate, isPending } = useChange(
    (amount: number) => refund(payment.id, amount, reason).then(close),
    words.refund.done,
  )
  const left = total(facts.transactions.map(({ refundable }) => refundable))
  return (
    <AmountDialog
      title={words.refund.title}
      text={words.refund.text(money(left, facts.currencyCode))}
      button={words.refund.button}
      most={left}
      currency={facts.currencyCode}
      isBusy={isPending}
      run={mutate}
      close={close}
      told={(amount) => (
        <RefundPreview paymentId={payment.id} currency={facts.currencyCode} amount={amount} />
      )}
    >
      <div className="space-y-2">
        <Label htmlFor={reasonId}>{words.refund.reason}</Label>
        <Input
          id={reasonId}
          value={reason}
          maxLength={200}
          onChange={({ target }) => setReason(target.value)}
        />
      </div>
    </AmountDialog>
  )
}

/** Takes what was authorized, or a part of it. */
export function CaptureDialog({ payment, facts, close }: MoneyDialogProps) {
  const { words } = useWords()
  const { money } = useFormats()
  const { mutate, isPending } = useChange(
    (amount: number) => capture(payment.id, amount).then(close),
    words.capture.done,
  )
  return (
    <AmountDialog
      title={words.capture.title}
      text={words.capture.text(money(facts.price, facts.currencyCode))}
      button={words.capture.button}
      most={facts.price}
      currency={facts.currencyCode}
      isBusy={isPending}
      run={mutate}
      close={close}
    />
  )
}

interface AmountDialogProps {
  readonly title: string
  readonly text: string
  readonly button: string
  readonly most: Decimal
  readonly currency: string
  readonly isBusy: boolean
  /** Given the amount as Vendure stores it. */
  readonly run: (amount: number) => void
  readonly close: () => void
  /** What is said of the amount while it is typed; undefined while it is none. */
  readonly told?: (amount: number | undefined) => ReactNode
  readonly children?: ReactNode
}

function AmountDialog({
  title,
  text,
  button,
  most,
  currency,
  isBusy,
  run,
  close,
  told,
  children,
}: AmountDialogProps) {
  const { words } = useWords()
  const { amount: toField, typedAmount } = useFormats()
  const id = useId()
  const [typed, setTyped] = useState(toField(most, currency))
  const [isWrong, setWrong] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // React hands the event on to the page's own form, out of which this one is shown.
    event.stopPropagation()
    const amount = typedAmount(typed)
    setWrong(amount === undefined)
    if (amount !== undefined && !isBusy) run(amount)
  }
  return (
    <Dialog open onOpenChange={(isOpen) => isOpen || close()}>
      <DialogContent showCloseButton={false}>
        <form onSubmit={submit} className="space-y-6">
          <DialogHeader>
            <DialogTitle>{title}</DialogTitle>
            <DialogDescription>{text}</DialogDescription>
          </DialogHeader>
          <div className="space-y-2">
            <Label htmlFor={id}>{words.refund.amount}</Label>
            <Input
              id={id}
              inputMode="decimal"
              autoComplete="off"
              value={typed}
              aria-invalid={isWrong}
              aria-describedby={isWrong ? `${id}-wrong` : undefined}
              onChange={({ target }) => setTyped(target.value)}
            />
            {isWrong && (
              <p id={`${id}-wrong`} role="alert" className="text-destructive text-sm">
                {words.notAnAmount}
              </p>
            )}
            {told?.(typedAmount(typed))}
          </div>
          {children}
          <DialogFooter>
            <Button type="button" variant="outline" onClick={close}>
              {words.cancel}
            </Button>
            <Button type="submit" disabled={isBusy}>
              {button}
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  )
}
