import { fileURLToPath, URL } from 'node:url'
import vue from '@vitejs/plugin-vue'
import Components from 'unplugin-vue-components/vite'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import { defineConfig } from 'vitest/config'

// The server to talk to while developing: YIZHENG=http://127.0.0.1:8080 npm run dev
const server = process.env.YIZHENG ?? 'http://127.0.0.1:8080'

export default defineConfig({
  plugins: [
    vue(),
    // Element Plus by component: only what a page uses is loaded with it.
    Components({ dirs: [], dts: 'src/components.d.ts', resolvers: [ElementPlusResolver({ importStyle: 'css' })] }),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  // Our CSP forbids eval; messages are interpreted, never compiled to functions.
  define: {
    __VUE_OPTIONS_API__: 'true',
    __VUE_I18N_FULL_INSTALL__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
  build: {
    target: 'es2022',
    // Nothing inlined: CSP allows no data: scripts, and hashed files are kept by browsers for good.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 480,
    // What nearly every page shares travels together: a request costs more than a small file.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'shared', test: /\/src\/(api|app|composables|shared)\//, minShareCount: 3 },
            {
              name: 'element',
              test: /\/node_modules\/(element-plus|@element-plus)\/(?!.*locale\/lang)/,
              minShareCount: 12,
            },
          ],
        },
      },
    },
  },
  server: { port: 18500, proxy: { '/api': server, '/openapi.json': server } },
  test: { environment: 'happy-dom', include: ['src/**/*.test.ts'], server: { deps: { inline: ['element-plus'] } } },
})
