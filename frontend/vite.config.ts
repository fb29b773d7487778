import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';
import { precompress } from './precompress.mjs';

// The host stays the browser's, or the server would take its changes for another site's.
const server = { target: process.env.API_ORIGIN ?? 'http://127.0.0.1:3000', changeOrigin: false };

export default defineConfig({
  plugins: [vue(), precompress()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // The content security policy knows no data: fonts or scripts, so nothing is inlined.
    assetsInlineLimit: 0,
    // The polyfill would be an inline script in the page.
    modulePreload: { polyfill: false },
    target: 'es2022',
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  define: {
    __VUE_OPTIONS_API__: false,
    __VUE_PROD_DEVTOOLS__: false,
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: false,
    __VUE_I18N_LEGACY_API__: false,
    __VUE_I18N_FULL_INSTALL__: true,
    __INTLIFY_PROD_DEVTOOLS__: false,
  },
  server: {
    proxy: { '/api': server, '/health': server, '/metrics': server },
  },
});
