import { useIsMutating, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { fetchDeclinedPayments, fetchOperations, fetchPayment, fetchSellerPayments } from './admin-api'
import { useWords } from './words'

/**
 * Asks when shown, and again after everything that was changed from this page, by us or by Vendure's own buttons, whether
 * it succeeded or not.
 */
function useFreshQuery<Answer>(name: string, id: string, ask: (id: string, lang: string) => Promise<Answer>) {
  const { lang } = useWords()
  const changing = useIsMutating() > 0
  return useQuery({
    queryKey: ['craftgate', name, id, lang],
    queryFn: () => ask(id, lang),
    enabled: !changing,
    staleTime: 0,
    retry: false,
  })
}

export const usePayment = (paymentId: string) => useFreshQuery('payment', paymentId, fetchPayment)

export const useOperations = (paymentId: string) => useFreshQuery('operations', paymentId, fetchOperations)

export const useDeclinedPayments = (paymentId: string) =>
  useFreshQuery('declined', paymentId, fetchDeclinedPayments)

export const useSellerPayments = (orderId: string) => useFreshQuery('seller', orderId, fetchSellerPayments)

/** Changes something at Craftgate and says how it ended; everything on the page is read again, the order too. */
export function useChange<Input>(work: (input: Input) => Promise<unknown>, done: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: work,
    onSuccess: () => {
      toast.success(done)
    },
    onError: ({ message }) => {
      toast.error(message)
    },
    onSettled: () => {
      void queries.invalidateQueries()
    },
  })
}
