import type { World } from '../world'
import type { FinalStates } from './control'

/** Proof for tests that nothing was finished twice: read from the history, not from the state. */
export function finalStates({ state }: World): FinalStates[] {
  const payments = state.sessions.map((session) => ({ ...session, kind: 'payment' as const }))
  return [...payments, ...state.transactions]
    .map(({ gid, kind, history }) => ({
      ...{ gid, kind },
      states: history
        .map((change) => change.state)
        .filter((one): one is 'resolved' | 'rejected' => one === 'resolved' || one === 'rejected'),
    }))
    .filter(({ states }) => states.length > 0)
}
