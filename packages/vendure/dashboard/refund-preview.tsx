import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { previewRefund } from './admin-api'
import { useFormats } from './formats'
import { useWords } from './words'

interface RefundPreviewProps {
  readonly paymentId: string
  readonly currency: string
  /** As Vendure stores it; undefined while what is typed is no amount. */
  readonly amount: number | undefined
}

/** Says what the card gets before anything is given back. */
export function RefundPreview({ paymentId, currency, amount }: RefundPreviewProps) {
  const { words, lang } = useWords()
  const { money } = useFormats()
  const settled = useSettled(amount)
  const { data } = useQuery({
    queryKey: ['craftgate', 'preview', paymentId, settled, lang],
    queryFn: () => previewRefund(paymentId, settled ?? 0, lang),
    enabled: settled !== undefined,
    staleTime: 0,
    retry: false,
  })
  const isTold = settled !== undefined && settled === amount
  return (
    <p role="status" className="min-h-5 text-sm" data-testid="craftgate-refund-preview">
      {isTold && data?.refusal}
      {isTold && data?.cardAmount && words.refund.cardGets(money(data.cardAmount, currency))}
      {isTold && data?.walletAmount && ` ${words.refund.walletGets(money(data.walletAmount, currency))}`}
    </p>
  )
}

const QUIET_MS = 400

/** The value once nobody types any more: each question leads to one of Craftgate. */
function useSettled(value: number | undefined): number | undefined {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), QUIET_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
