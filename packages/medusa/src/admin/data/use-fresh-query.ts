import { type QueryKey, useIsMutating, useQuery } from '@tanstack/react-query'

/**
 * Asks when shown, and again after everything that was changed from this screen, by us or by Medusa's own buttons,
 * whether it succeeded or not: a refund that Medusa refuses because the bank is not done changes what is shown, too.
 */
export function useFreshQuery<Answer>(queryKey: QueryKey, queryFn: () => Promise<Answer>) {
  const changing = useIsMutating() > 0
  return useQuery({ queryKey, queryFn, enabled: !changing, staleTime: 0 })
}
