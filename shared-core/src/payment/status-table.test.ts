import { kindOf, STATUS_TABLE, type StatusWords } from './status-table'

const STATUSES = ['SUCCESS', 'FAILURE', 'INIT_THREEDS', 'CALLBACK_THREEDS', 'WAITING']
const PHASES = ['AUTH', 'PRE_AUTH', 'POST_AUTH']
const ACTIONS = [undefined, 'REVIEW', 'BLOCK']

/** The rule in other words than the table's, so that a wrong row shows. */
function expectedKind({ status, phase, fraudAction }: StatusWords): string {
  if (fraudAction === 'BLOCK' || status === 'FAILURE') return 'declined'
  if (status !== 'SUCCESS') return 'pending'
  if (fraudAction === 'REVIEW') return 'review'
  return phase === 'PRE_AUTH' ? 'authorized' : 'captured'
}

const every = STATUSES.flatMap((status) =>
  PHASES.flatMap((phase) => ACTIONS.map((fraudAction) => ({ status, phase, fraudAction }))),
)

test.each(every)('$status in $phase with fraud action $fraudAction means what the rule says', (words) => {
  expect(kindOf(words)).toBe(expectedKind(words))
})

test('each row of the table is reached by some payment', () => {
  const reached = every.map((words) => STATUS_TABLE.find((row) => rowFits(row, words)))
  expect(new Set(reached)).toEqual(new Set(STATUS_TABLE))
})

const rowFits = (row: (typeof STATUS_TABLE)[number], words: StatusWords): boolean =>
  row.status === words.status &&
  (row.phase === 'any' || row.phase === words.phase) &&
  (row.fraud === 'any' || row.fraud === (words.fraudAction ?? 'none'))

test.each<StatusWords>([
  { status: 'PARTIALLY_PAID', phase: 'AUTH' },
  { status: undefined, phase: 'AUTH' },
  { status: 'SUCCESS', phase: 'NEW_PHASE' },
  { status: 'SUCCESS', phase: undefined },
  { status: 'SUCCESS', phase: 'AUTH', fraudAction: 'HOLD' },
])('words that nobody has told us of mean nothing, least of all paid: %j', (words) => {
  expect(kindOf(words)).toBeUndefined()
})
