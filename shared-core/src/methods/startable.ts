import { DIRECT_METHODS } from './direct'
import type { MethodName } from './method'
import { PAGE_METHODS } from './table'

/** What a shop, or a pay link, may name alone: started by API, or on the hosted page that then offers nothing else. */
export const STARTABLE_METHODS: readonly MethodName[] = [...new Set([...PAGE_METHODS, ...DIRECT_METHODS])]

export const isStartable = (name: string | null | undefined): name is MethodName =>
  STARTABLE_METHODS.some((each) => each === name)
