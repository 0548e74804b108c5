import './src/silence-logs'
import { defineConfig } from '@medusajs/framework/utils'
import { adminVite } from './src/admin-vite'
import { craftgatePayments, craftgatePlugin } from './src/craftgate'
import { readEnvironment } from './src/environment'
import { redisModules } from './src/redis'

const env = readEnvironment(process.env)

export default defineConfig({
  projectConfig: {
    databaseUrl: env.databaseUrl,
    redisUrl: env.redisUrl,
    http: {
      storeCors: env.storefrontUrl,
      adminCors: env.publicUrl,
      authCors: [env.storefrontUrl, env.publicUrl].join(),
      jwtSecret: env.cookieSecret,
      cookieSecret: env.cookieSecret,
    },
    // Medusa in production sends its cookie over https only; a demo on loopback has none.
    cookieOptions: { secure: env.publicUrl.startsWith('https:') },
  },
  admin: { disable: env.adminDisabled, vite: adminVite },
  plugins: [craftgatePlugin(env)],
  modules: [craftgatePayments(), ...(env.redisUrl ? redisModules(env.redisUrl) : [])],
})
