import { Skeleton, Table, Text } from '@medusajs/ui'
import { useState } from 'react'
import { fetchCheckouts, PAGE_SIZE } from '../client'
import { LoadFailed } from '../data/load-failed'
import { useFreshQuery } from '../data/use-fresh-query'
import { TimeZone } from '../views/use-formats'
import { useTranslations } from '../views/use-translations'
import { AttemptTable } from './attempt-table'
import { FILTERS, type Filter } from './filter-select'

/** The attempts of a filter, page by page. */
export function AttemptList({ filter }: { readonly filter: Filter }) {
  const { t, lang } = useTranslations()
  const [page, turnTo] = useState(0)
  const { data, isError, refetch } = useFreshQuery(['craftgate', 'attempts', filter, page, lang], () =>
    fetchCheckouts(FILTERS[filter], page, lang),
  )
  if (isError) return <LoadFailed what={t('attempts.loadFailed')} again={refetch} />
  if (!data) return <Skeleton className="m-6 h-48" />
  if (data.count === 0) return <NoAttempts filter={filter} />
  return (
    <TimeZone.Provider value={data.time_zone}>
      <AttemptTable checkouts={data.checkouts} />
      <AttemptPages count={data.count} page={page} turnTo={turnTo} />
    </TimeZone.Provider>
  )
}

function NoAttempts({ filter }: { readonly filter: Filter }) {
  const { t } = useTranslations()
  return (
    <div className="flex h-48 flex-col items-center justify-center gap-y-1">
      <Text size="small" leading="compact" weight="plus">
        {t('attempts.none')}
      </Text>
      <Text size="small" className="text-ui-fg-muted">
        {t(filter === 'unexpected' ? 'attempts.noneUnexpected' : 'attempts.noneExplained')}
      </Text>
    </div>
  )
}

interface AttemptPagesProps {
  readonly count: number
  readonly page: number
  readonly turnTo: (page: number) => void
}

function AttemptPages({ count, page, turnTo }: AttemptPagesProps) {
  const { t } = useTranslations()
  const pages = Math.ceil(count / PAGE_SIZE)
  const words = ['of', 'results', 'pages', 'prev', 'next'].map((word) => [word, t(`attempts.${word}`)])
  return (
    <Table.Pagination
      count={count}
      pageSize={PAGE_SIZE}
      pageIndex={page}
      pageCount={pages}
      canPreviousPage={page > 0}
      canNextPage={page + 1 < pages}
      previousPage={() => turnTo(page - 1)}
      nextPage={() => turnTo(page + 1)}
      translations={Object.fromEntries(words)}
    />
  )
}
