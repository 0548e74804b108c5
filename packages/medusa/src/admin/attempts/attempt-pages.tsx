import { Table } from '@medusajs/ui'
import { PAGE_SIZE } from '../client'
import { useWords } from '../shown/use-words'

interface AttemptPagesProps {
  readonly count: number
  readonly page: number
  readonly turnTo: (page: number) => void
}

export function AttemptPages({ count, page, turnTo }: AttemptPagesProps) {
  const { t } = useWords()
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
