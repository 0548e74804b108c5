// Imported first: an example must not call home from somebody's laptop or CI.
process.env.VENDURE_DISABLE_TELEMETRY ??= 'true'
