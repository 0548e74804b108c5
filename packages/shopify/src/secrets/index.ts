// What is secret at rest: tokens, Craftgate keys and shoppers' contacts are sealed; signing secrets are derived.
export { deriveSecret, Keyring, UnreadableSecret } from './keyring'
