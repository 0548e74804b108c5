// PostgreSQL through TypeORM: the tables, the migrations that make them, the connection.
export * from './entities'
export { lockHolders, openDatabase, POOL_SIZE, withLock } from './open-database'
export { isUniqueViolation } from './postgres'
