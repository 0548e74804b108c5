// What is kept for how long: the options, and the job that deletes in batches what is older.
export { applyRetention, deleteOld, type RetentionReport } from './apply-retention'
export { type RetentionOptions, retentionOptions } from './retention-options'
