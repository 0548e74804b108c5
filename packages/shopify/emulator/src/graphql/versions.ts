/** Served here; all of them with the schema of 2026-10. */
export const VERSIONS: readonly string[] = ['2025-10', '2026-01', '2026-04', '2026-07', '2026-10']
