import { Alert, AlertDescription } from '@vendure/dashboard'
import type { ReactNode } from 'react'
import type { Payment } from './admin-api'
import { total, useFormats } from './formats'
import { useWords } from './words'

/** How it was paid, what the order costs, what the card was charged, and how Craftgate and the bank handled it. */
export function PaymentFacts({ facts }: { readonly facts: Payment }) {
  const { words } = useWords()
  const { money, moment, percent } = useFormats()
  const { facts: word } = words
  const price = (amount: Payment['interest']) => amount && money(amount, facts.currencyCode)
  const rate = facts.bankCommissionRate
  const refundable = total(facts.transactions.map((transaction) => transaction.refundable))
  return (
    <>
      <p className="text-muted-foreground text-sm">{words.paymentNumber(facts.craftgatePaymentId)}</p>
      {facts.fraud && (
        <Alert variant={facts.fraud === 'BLOCK' ? 'destructive' : 'default'} role="status">
          <AlertDescription>{words.fraud[facts.fraud]}</AlertDescription>
        </Alert>
      )}
      <dl className="grid gap-x-8 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
        <Fact name={word.paidWith} value={facts.paidWith} />
        <Fact name={word.bank} value={facts.bank ?? facts.bankApp} />
        <Fact name={word.installments} value={facts.installment > 1 ? facts.installment : word.single} />
        <Fact name={word.price} value={price(facts.price)} />
        <Fact name={word.interest} value={price(facts.interest)} />
        <Fact name={word.campaign} value={price(facts.campaign)} />
        <Fact name={word.paid} value={<strong>{price(facts.paidPrice)}</strong>} />
        <Fact name={word.points} value={price(facts.pointsUsed)} />
        <Fact name={word.wallet} value={price(facts.walletShare)} />
        <Fact
          name={word.bankCommission}
          value={facts.bankCommission && `${price(facts.bankCommission)}${rate ? ` (${percent(rate)})` : ''}`}
        />
        <Fact name={word.expectedPayout} value={price(facts.expectedPayout)} />
        <Fact name={word.sellerShares} value={price(facts.sellerShares)} />
        <Fact
          name={word.blockageResolved}
          value={facts.blockageResolvedAt && moment(facts.blockageResolvedAt)}
        />
        <Fact name={word.refundable} value={price(refundable)} />
        <Fact name={word.threeDS} value={facts.threeDS ? word.yes : word.no} />
        <Fact name={word.authCode} value={facts.authCode} />
        <Fact name={word.pos} value={facts.pos ?? facts.provider} />
        <Fact name={word.fraudScore} value={facts.fraudScore} />
      </dl>
    </>
  )
}

interface FactProps {
  readonly name: string
  /** Nothing is shown of what is not known. */
  readonly value: ReactNode
}

export function Fact({ name, value }: FactProps) {
  if (value === null || value === undefined || value === '') return null
  return (
    <div>
      <dt className="text-muted-foreground text-xs font-medium">{name}</dt>
      <dd className="text-sm">{value}</dd>
    </div>
  )
}
