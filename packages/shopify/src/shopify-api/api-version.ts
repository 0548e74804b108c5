/** The version that the extension is deployed with and that we call. The schemas since 2026-04 are the same. */
export const API_VERSION = '2026-10'

/** A session is answered in the version that it was begun with, so that a new deployment strands nobody. */
const ANSWERED: readonly string[] = ['2026-04', '2026-07', API_VERSION]

export const isAnsweredVersion = (version: string): boolean => ANSWERED.includes(version)
