// A shop in memory for tests of anything built on this core: `@craftgate-commerce/core/testing`.
// Not part of the main bundle; nothing here is meant for production.
export {
  describeCommercePlatform,
  type MissingCapability,
  type PlatformUnderTest,
} from './describe-commerce-platform'
export { MemoryOrder } from './memory-order'
export { MemoryPlatform, type MemoryPlatformParts } from './memory-platform'
