const OURS = /^pp_craftgate(_|$)/

/** True for the id that Medusa gives to an entry of our own provider. */
export const isOwnProvider = (providerId: string): boolean => OURS.test(providerId)
