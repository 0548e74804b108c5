import type { UserRequest } from '../http/panel-request'

/** The number of an order that is looked for, as somebody typed it; empty without any. */
export const numberAsked = ({ c }: UserRequest): string => (c.req.query('number') ?? '').trim().slice(0, 40)
