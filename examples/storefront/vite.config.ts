import { defineConfig } from 'vite'

// Two builds: what browsers load, and the small server that hands it out.
export default defineConfig(({ isSsrBuild }) => ({
  build: isSsrBuild
    ? {
        outDir: 'dist/server',
        target: 'node20',
        copyPublicDir: false,
        rollupOptions: { input: 'src/server/main.ts' },
      }
    : { outDir: 'dist/client', assetsDir: 'static', target: 'es2022', modulePreload: { polyfill: false } },
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
}))
