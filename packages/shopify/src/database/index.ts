// PostgreSQL through TypeORM: the tables, the migrations that make them, the connection.
export * from './entities'
export { openDatabase, POOL_SIZE } from './open-database'
export { isUniqueViolation, lockByName } from './postgres'
