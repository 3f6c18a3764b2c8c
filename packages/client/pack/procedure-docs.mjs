import { readFileSync } from 'node:fs'
import { parseAst } from 'rolldown/parseAst'

const sources = new URL('../../router/src/', import.meta.url)

/**
 * The doc comment of every procedure, by its path (`messages.send`): `undefined` for one that has none.
 * TypeScript drops the comments of what a declaration takes from another file, so they are read from the sources.
 */
export function documentRouter() {
  return new Map(commentsOf(open('./root.js'), 'appRouter', ''))
}

/** Puts the comments above the procedures that a declaration of the router lists. */
export function addDocs(declaration, docs) {
  const last = [...listProcedures(declaration)].toReversed()
  return last.reduce((code, { name, at }) => {
    const comment = docs.get(name)
    return comment ? `${code.slice(0, at)}${comment}\n${code.slice(at)}` : code
  }, declaration)
}

/** Every procedure that a declaration of the router lists, and where. */
export function* listProcedures(declaration) {
  yield* proceduresIn(parseAst(declaration, { lang: 'dts' }).body, declaration, '')
}

function* proceduresIn(node, code, path) {
  if (!node || typeof node !== 'object') return
  if (node.type !== 'TSPropertySignature') {
    for (const child of Object.values(node)) yield* proceduresIn(child, code, path)
    return
  }
  const [, built] = code.slice(node.key.end).match(/^: (?:import\("@trpc\/server"\)|[\w$]+)\.TRPC(\w+)</) ?? []
  const name = path + node.key.name
  if (built === 'BuiltRouter') yield* proceduresIn(node.typeAnnotation, code, `${name}.`)
  else if (built) yield { name, at: node.start }
}

function open(specifier) {
  const code = readFileSync(new URL(specifier.replace(/\.js$/, '.ts'), sources), 'utf8')
  return { code, body: parseAst(code, { lang: 'ts' }).body }
}

function* commentsOf(file, name, path) {
  for (const property of find(file, name).properties) {
    if (property.type === 'SpreadElement') {
      yield* commentsOf(fileOf(file, property.argument.name), property.argument.name, path)
      continue
    }
    const own = path + property.key.name
    if (property.shorthand) yield* commentsOf(fileOf(file, property.key.name), property.key.name, `${own}.`)
    else yield [own, commentAbove(file.code, property.start)]
  }
}

/** The object of `export const name = { … }` or `= router({ … })`. */
function find({ body }, name) {
  const declarators = body.flatMap((node) => node.declaration?.declarations ?? [])
  const { init } = declarators.find(({ id }) => id.name === name)
  return init.type === 'CallExpression' ? init.arguments[0] : init
}

function fileOf(file, name) {
  const from = file.body.find((node) => node.specifiers?.some(({ local }) => local.name === name))
  return from?.type === 'ImportDeclaration' ? open(from.source.value) : file
}

const commentAbove = (code, at) => code.slice(0, at).match(/\/\*\*(?:(?!\*\/)[^])*\*\/(?=\s*$)/)?.[0]
