import { useQuery } from '@tanstack/react-query'
import { useDisplayLocale, useLocalFormat } from '@vendure/dashboard'
import { type Decimal, fetchTimeZone } from './admin-api'

/** Amounts and moments as the merchant reads and writes them. Decimal text goes to Intl as it is: no float comes between. */
export function useFormats() {
  const { bcp47Tag } = useDisplayLocale()
  const { toMinorUnits } = useLocalFormat()
  const { data: timeZone, isPending } = useTimeZone()
  return {
    money: (amount: Decimal, currency: string): string =>
      new Intl.NumberFormat(bcp47Tag, { style: 'currency', currency }).format(amount),
    /** "%4,75" of 4.75 per cent. */
    percent: (rate: Decimal): string =>
      new Intl.NumberFormat(bcp47Tag, { style: 'percent', maximumFractionDigits: 4 }).format(
        Number(rate) / 100,
      ),
    /** Without the currency, for a field. */
    amount: (amount: Decimal, currency: string): string => {
      const { maximumFractionDigits: digits } = new Intl.NumberFormat('en', {
        style: 'currency',
        currency,
      }).resolvedOptions()
      return new Intl.NumberFormat(bcp47Tag, { useGrouping: false, minimumFractionDigits: digits }).format(
        amount,
      )
    },
    /** By the shop's clock: empty until that is known, by the browser's where it can not be asked. */
    moment: (iso: string): string =>
      isPending
        ? ''
        : new Intl.DateTimeFormat(bcp47Tag, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
            new Date(iso),
          ),
    /** What a merchant typed, as Vendure stores it; undefined when it is no amount above zero. */
    typedAmount: (text: string): number | undefined => {
      const decimal = decimalOf(text)
      const minor = decimal === undefined ? 0 : toMinorUnits(Number(decimal))
      return minor > 0 ? minor : undefined
    },
  }
}

/** Asked once for all pages: it is an option of the server. */
const useTimeZone = () =>
  useQuery({
    queryKey: ['craftgate', 'time-zone'],
    queryFn: fetchTimeZone,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })

/** The last separator parts the fraction, unless three digits follow it: 1.250 is a thousand and more in both languages. */
function decimalOf(text: string): string | undefined {
  const digits = text.replaceAll(/[\s\u00A0]/g, '')
  const parts = /^(?<whole>\d{1,3}(?:[.,]?\d{3})*|\d+)(?:[.,](?<fraction>\d{1,2}))?$/.exec(digits)?.groups
  if (parts?.whole === undefined) return undefined
  return `${parts.whole.replaceAll(/[.,]/g, '')}.${parts.fraction ?? '0'}`
}

/** Adds decimal texts of one currency exactly. */
export function total(amounts: readonly Decimal[]): Decimal {
  const fraction = Math.max(0, ...amounts.map((amount) => amount.split('.')[1]?.length ?? 0))
  const minor = amounts.reduce((sum, amount) => sum + toInteger(amount, fraction), 0n)
  const text = String(minor).padStart(fraction + 1, '0')
  return (fraction === 0 ? text : `${text.slice(0, -fraction)}.${text.slice(-fraction)}`) as Decimal
}

function toInteger(amount: Decimal, fraction: number): bigint {
  const [whole = '0', part = ''] = amount.split('.')
  return BigInt(whole + part.padEnd(fraction, '0'))
}
