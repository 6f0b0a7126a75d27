// Two builds from one configuration: browser code and styles into dist/public with names that carry their content's hash,
// and (with --ssr) the server as one file into dist/server.
import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { defineConfig, type Plugin } from 'vite'

const browserFiles = globSync(['src/web/islands/*.ts', 'src/web/styles/*.css']).filter(
  (file) => !file.endsWith('.test.ts'),
)

/** The server reads its migrations from the folder beside itself, in the sources as in the build. */
const migrations: Plugin = {
  name: 'migrations',
  generateBundle() {
    for (const file of globSync('src/db/migrations/*.sql')) {
      this.emitFile({ type: 'asset', fileName: `migrations/${basename(file)}`, source: readFileSync(file) })
    }
  },
}

export default defineConfig(({ isSsrBuild }) =>
  isSsrBuild
    ? {
        publicDir: false,
        plugins: [migrations],
        build: {
          target: 'node24',
          ssr: true,
          emptyOutDir: true,
          rolldownOptions: {
            input: { cli: 'src/main/cli.ts' },
            output: { entryFileNames: '[name].js', codeSplitting: false },
          },
        },
      }
    : {
        publicDir: 'src/web/public',
        build: {
          target: 'baseline-widely-available',
          manifest: true,
          modulePreload: false,
          emptyOutDir: true,
          assetsInlineLimit: 0,
          rolldownOptions: { input: browserFiles },
        },
      },
)
