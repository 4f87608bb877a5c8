import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

// Tests run the sources; the built package resolves the same names through `imports` of package.json.
export default defineConfig({
  resolve: {
    alias: [
      { find: /^#rule$/, replacement: at('./src/engine/rule.ts') },
      { find: /^#rules\/(.*)\.js$/, replacement: `${at('./rules')}/$1.ts` },
      { find: /^#test\/(.*)\.js$/, replacement: `${at('./test')}/$1.ts` },
    ],
  },
  test: { include: ['test/**/*.test.ts'], testTimeout: 30_000, isolate: false },
})
