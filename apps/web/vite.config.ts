import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'

const server = 'http://localhost:3000'

export default defineConfig(({ command }) => ({
  plugins: [react(), tailwindcss()],
  // While developing, workspace packages are read from their sources, so that a change to one is seen at once.
  resolve: command === 'serve' ? { conditions: ['source', ...defaultClientConditions] } : {},
  optimizeDeps: {
    exclude: ['@parley/client', '@parley/contract'],
    // What our own packages import, which Vite would otherwise find one by one, reloading the page each time.
    include: ['@trpc/client', '@trpc/react-query', '@tanstack/react-query', 'superjson', 'uuid', 'zod'],
  },
  server: {
    port: 5173,
    proxy: {
      '/trpc': { target: server, ws: true },
      '/files': server,
      '/blobs': server,
      '/avatars': server,
      '/api': server,
      '/docs': server,
      '/openapi.json': server,
      '/auth': server,
    },
  },
  build: {
    outDir: 'dist',
    sourcemap: true,
    // Small fonts would become data: addresses, which the security policy forbids.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // What changes with our releases apart from what does not: a returning person fetches only the former.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            { name: 'data', test: /node_modules[\\/](@trpc|@tanstack|zod|superjson|copy-anything|is-what)[\\/]/ },
          ],
        },
      },
    },
  },
}))
