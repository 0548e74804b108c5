import { toast } from '@medusajs/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { retryCheckout } from '../client'
import { useTranslations } from '../views/use-translations'

/** The first word of Medusa's own query keys of orders: the order may have followed the answer. */
const ORDERS = ['orders']

/** Asks Craftgate about an attempt, and says what it answered. */
export function useRetry(reference: string) {
  const { t } = useTranslations()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => retryCheckout(reference),
    onSuccess: ({ checkout }) => {
      toast.success(t('retried', { state: t(`checkout.${checkout.state}`) }))
      return queries.invalidateQueries({ queryKey: ORDERS })
    },
    onError: ({ message }) => toast.error(message),
  })
}
