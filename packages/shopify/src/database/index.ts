// PostgreSQL through TypeORM: the tables, the migrations that make them, the connection.
export * from './entities'
export { isUniqueViolation } from './is-unique-violation'
export { lockByName } from './lock-by-name'
export { openDatabase, POOL_SIZE } from './open-database'
