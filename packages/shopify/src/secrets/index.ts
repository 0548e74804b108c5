// What is secret at rest: tokens, Craftgate keys and shoppers' contacts are sealed; signing secrets are derived.
export { deriveSecret } from './derive'
export { Keyring, UnreadableSecret } from './keyring'
