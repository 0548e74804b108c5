import { toast } from '@medusajs/ui'
import { useMutation } from '@tanstack/react-query'
import { reconcile } from '../client'
import { useWords } from '../shown/use-words'

/** Does what the scheduled job does, now. `data` holds the troubles of the last time. */
export function useReconcile() {
  const { t } = useWords()
  return useMutation({
    mutationFn: reconcile,
    onSuccess: ({ checkouts, operations }) => toast.success(t('reconcile.done', { checkouts, operations })),
    onError: ({ message }) => toast.error(message),
  })
}
