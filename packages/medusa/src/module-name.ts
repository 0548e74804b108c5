/** Key of the plugin's module in Medusa's container. */
export const CRAFTGATE_MODULE = 'craftgate'
