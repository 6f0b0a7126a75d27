// Pure tests, tests against a real database, journeys through the running product: each a project of its own, so that
// `vitest --project unit` starts nothing.
import { defineConfig } from 'vitest/config'

const extensions = '{ts,tsx}'
const database = ['tests/support/database-server.ts', 'tests/support/real-atlas.ts']

export default defineConfig({
  test: {
    reporters: ['dot'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [`src/**/*.test.${extensions}`, `bench/**/*.test.${extensions}`, `bin/**/*.test.ts`],
          exclude: [`**/*.db.test.${extensions}`, 'node_modules/**'],
          globalSetup: ['tests/support/real-atlas.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: [`src/**/*.db.test.${extensions}`],
          globalSetup: database,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: [`tests/**/*.test.${extensions}`],
          globalSetup: [...database, 'tests/support/running-kembar.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
