import { API_METHODS } from './api-methods'
import type { Method, MethodName, PageMethodName } from './method'
import { PAGE_METHODS } from './page-methods'

/** Craftgate's ways to pay, one row for each name; the type refuses a table that lacks one. */
export const METHODS: Readonly<Record<MethodName, Method>> = { ...PAGE_METHODS, ...API_METHODS }

const isPageMethod = (name: string): name is PageMethodName => name in PAGE_METHODS

/** The names that init's `enabledPaymentMethods` takes, in the order of the tabs. */
export const PAGE_METHOD_NAMES: readonly PageMethodName[] = Object.keys(PAGE_METHODS).filter(isPageMethod)
