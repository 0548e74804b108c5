// Imported before anything of Medusa, which reads these once.

// An example must not call home from somebody's laptop or CI.
process.env.MEDUSA_DISABLE_TELEMETRY ??= 'true'

// No line for each request: addresses of pay links carry their signature.
process.env.LOG_LEVEL ??= 'info'
