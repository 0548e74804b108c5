import { Skeleton } from '@medusajs/ui'
import { useState } from 'react'
import { LoadFailed } from '../asking/load-failed'
import { useFreshQuery } from '../asking/use-fresh-query'
import { fetchCheckouts } from '../client'
import { useWords } from '../shown/use-words'
import { AttemptPages } from './attempt-pages'
import { AttemptTable } from './attempt-table'
import { FILTERS, type Filter } from './filters'
import { NoAttempts } from './no-attempts'

/** The attempts of a filter, page by page. */
export function AttemptList({ filter }: { readonly filter: Filter }) {
  const { t } = useWords()
  const [page, turnTo] = useState(0)
  const { data, isError, refetch } = useFreshQuery(['craftgate', 'attempts', filter, page], () =>
    fetchCheckouts(FILTERS[filter], page),
  )
  if (isError) return <LoadFailed what={t('attempts.loadFailed')} again={refetch} />
  if (!data) return <Skeleton className="m-6 h-48" />
  if (data.count === 0) return <NoAttempts filter={filter} />
  return (
    <>
      <AttemptTable checkouts={data.checkouts} />
      <AttemptPages count={data.count} page={page} turnTo={turnTo} />
    </>
  )
}
