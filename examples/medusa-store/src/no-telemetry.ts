// Imported first: an example must not call home from somebody's laptop or CI.
process.env.MEDUSA_DISABLE_TELEMETRY ??= 'true'
