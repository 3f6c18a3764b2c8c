import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { dts } from 'rolldown-plugin-dts'
import { addDocs, documentRouter } from './procedure-docs.mjs'

const packages = fileURLToPath(new URL('../..', import.meta.url))
const contract = '\0contract'

/** What whoever installs the package installs with it; all else is bundled. */
export const external = ['@trpc/client', '@trpc/server', '@tanstack/react-query', 'react', 'superjson', 'zod']
const isExternal = (id) => [...external, '@parley/core'].some((name) => id === name || id.startsWith(`${name}/`))

const input = {
  index: `${packages}client/dist/client`,
  react: `${packages}client/dist/react`,
  contract,
}

/** Makes the JavaScript of every subpath from what `tsc` made of the packages. */
export async function bundleJavaScript(dir, contractFiles) {
  await write(dir, '.js', {
    platform: 'neutral',
    resolve: { mainFields: ['module', 'main'], conditionNames: ['import', 'default'] },
    plugins: [contractPlugin('.js', contractFiles)],
  })
}

/** Makes the declarations of every subpath; the router's have the doc comments of its sources. */
export async function bundleDeclarations(dir, contractFiles) {
  await write(dir, '.d.ts', {
    plugins: [contractPlugin('.d.ts', contractFiles), routerPlugin, dts({ dtsInput: true, tsconfig: false })],
  })
}

async function write(dir, extension, options) {
  const entries = Object.entries(input).map(([name, path]) => [name, path === contract ? path : path + extension])
  const bundle = await rolldown({
    ...options,
    input: Object.fromEntries(entries),
    external: isExternal,
    checks: { pluginTimings: false },
  })
  await bundle.write({
    dir,
    format: 'es',
    entryFileNames: extension === '.js' ? '[name].js' : '[name].ts',
    chunkFileNames: extension === '.js' ? 'shared/[name].js' : 'shared/[name].ts',
  })
  await bundle.close()
}

/** One module of all that `@parley/contract` has, each file of which is a subpath there. */
const contractPlugin = (extension, names) => ({
  name: 'parley:contract',
  resolveId: (id) => (id === contract ? `${packages}contract/dist/all${extension}` : undefined),
  load: (id) =>
    id === `${packages}contract/dist/all${extension}`
      ? names.map((name) => `export * from './${name}.js'`).join('\n')
      : undefined,
})

/** What a procedure is called with inside the server is nobody's business outside, and would drag the server in. */
const routerPlugin = {
  name: 'parley:router',
  transform: {
    order: 'pre',
    handler(code, id) {
      if (!id.endsWith('/router/dist/root.d.ts')) return
      return addDocs(code.replaceAll('import("./request-context.js").RequestCtx', 'object'), documentRouter())
    },
  },
}
