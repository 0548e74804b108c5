// What Medusa's dashboard puts in place of these words when it bundles the plugin.

declare const __BACKEND_URL__: string | undefined
declare const __AUTH_TYPE__: 'session' | 'jwt' | undefined
declare const __JWT_TOKEN_STORAGE_KEY__: string | undefined
