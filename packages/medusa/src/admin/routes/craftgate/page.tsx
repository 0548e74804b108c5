import { defineRouteConfig } from '@medusajs/admin-sdk'
import { CreditCard } from '@medusajs/icons'
import { Button, Container, Heading, Text } from '@medusajs/ui'
import { useState } from 'react'
import { AttemptList } from '../../attempts/attempt-list'
import { AttentionList } from '../../attempts/attention-list'
import { type Filter, FilterSelect } from '../../attempts/filter-select'
import { OpenPanel } from '../../attempts/open-panel'
import { ReconciliationIssues, useReconcile } from '../../attempts/reconciliation'
import { useTranslations } from '../../views/use-translations'

/** What waits for a person, and attempts to pay of the whole shop; at first unexpected payments. */
export default function CraftgatePage() {
  const { t } = useTranslations()
  const [filter, choose] = useState<Filter>('unexpected')
  const { mutate, isPending, data: report } = useReconcile()
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-4 px-6 py-4">
        <div>
          <Heading>{t('attempts.title')}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t('attempts.subtitle')}
          </Text>
        </div>
        <div className="flex flex-wrap items-center gap-4">
          <FilterSelect filter={filter} choose={choose} />
          <OpenPanel>{t('openPanel')}</OpenPanel>
          <Button size="small" variant="secondary" isLoading={isPending} onClick={() => mutate()}>
            {t('reconcile.button')}
          </Button>
        </div>
      </div>
      <AttentionList />
      {report && <ReconciliationIssues issues={report.problems} />}
      <AttemptList key={filter} filter={filter} />
    </Container>
  )
}

export const config = defineRouteConfig({ label: 'Craftgate', icon: CreditCard })
