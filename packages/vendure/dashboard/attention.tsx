import { useQuery } from '@tanstack/react-query'
import { Badge, type DashboardAlert } from '@vendure/dashboard'
import { type Attention, fetchAttention } from './admin-api'
import { OpenPanel } from './open-panel'
import { useWords } from './words'

const NOTHING: Attention = { count: 0, kinds: [] }
const EVERY_MS = 60_000

/** Who may not read Craftgate's payments has nothing to be told of; neither has anybody while the server cannot be asked. */
const counted = (): Promise<Attention> => fetchAttention().catch(() => NOTHING)

/** Among the dashboard's own alerts, with the number of things that wait. */
export const attentionAlert: DashboardAlert<Attention> = {
  id: 'craftgate-attention',
  title: ({ count }) => `Craftgate: ${count}`,
  severity: 'warning',
  check: counted,
  shouldShow: (attention) => (attention?.count ?? 0) > 0,
  recheckInterval: EVERY_MS,
  actions: [{ component: ShowAttention }],
}

function ShowAttention() {
  const { words } = useWords()
  return (
    <OpenPanel path="/attention" size="sm" variant="outline">
      {words.openAttention}
    </OpenPanel>
  )
}

/** What waits for a person, by kind; nothing when nothing does. */
export function AttentionList() {
  const { words, lang } = useWords()
  const { data } = useQuery({
    queryKey: ['craftgate', 'attention', lang],
    queryFn: () => fetchAttention(lang),
    refetchInterval: EVERY_MS,
  })
  if (data === undefined || data.count === 0) return null
  return (
    <section
      className="space-y-3 pb-6"
      aria-labelledby="craftgate-attention"
      data-testid="craftgate-attention"
    >
      <h2 id="craftgate-attention" className="flex items-center gap-2 text-sm font-medium">
        {words.attention} <Badge variant="destructive">{data.count}</Badge>
      </h2>
      <ul className="space-y-1 text-sm">
        {data.kinds.map(({ kind, title, count }) => (
          <li key={kind}>
            {title}: {count}
          </li>
        ))}
      </ul>
      <OpenPanel path="/attention" variant="outline">
        {words.openAttention}
      </OpenPanel>
    </section>
  )
}
