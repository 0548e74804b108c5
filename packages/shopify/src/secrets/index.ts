// What is secret at rest: tokens, Craftgate keys and shoppers' contacts are sealed; signing secrets are derived.
export { deriveSecrets, Keyring, type SecretList, UnreadableSecret } from './keyring'
export { secretPlace, storedSecret } from './stored-secret'
