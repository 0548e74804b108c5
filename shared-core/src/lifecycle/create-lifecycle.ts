import type { Lifecycle, LifecycleParts } from './lifecycle'

const notYet = async (): Promise<never> => {
  throw new Error('Under construction')
}

export function createLifecycle(_parts: LifecycleParts): Lifecycle {
  return { capture: notYet, void: notYet, refund: notYet, payment: notYet, resumeIntents: notYet }
}
