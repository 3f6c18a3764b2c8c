import type { createLowlight, LanguageFn } from 'lowlight'

/** Text, and spans with the classes of what they are. */
export type Coloured = ReturnType<ReturnType<typeof createLowlight>['highlight']>['children'][number]

type Load = () => Promise<{ default: LanguageFn }>

/** Each grammar is a file of its own, fetched when a block in that language is first seen. */
const grammars: Record<string, Load> = {
  bash: () => import('highlight.js/lib/languages/bash'),
  c: () => import('highlight.js/lib/languages/c'),
  cpp: () => import('highlight.js/lib/languages/cpp'),
  csharp: () => import('highlight.js/lib/languages/csharp'),
  css: () => import('highlight.js/lib/languages/css'),
  diff: () => import('highlight.js/lib/languages/diff'),
  dockerfile: () => import('highlight.js/lib/languages/dockerfile'),
  go: () => import('highlight.js/lib/languages/go'),
  graphql: () => import('highlight.js/lib/languages/graphql'),
  ini: () => import('highlight.js/lib/languages/ini'),
  java: () => import('highlight.js/lib/languages/java'),
  javascript: () => import('highlight.js/lib/languages/javascript'),
  json: () => import('highlight.js/lib/languages/json'),
  kotlin: () => import('highlight.js/lib/languages/kotlin'),
  lua: () => import('highlight.js/lib/languages/lua'),
  makefile: () => import('highlight.js/lib/languages/makefile'),
  markdown: () => import('highlight.js/lib/languages/markdown'),
  nginx: () => import('highlight.js/lib/languages/nginx'),
  php: () => import('highlight.js/lib/languages/php'),
  powershell: () => import('highlight.js/lib/languages/powershell'),
  python: () => import('highlight.js/lib/languages/python'),
  r: () => import('highlight.js/lib/languages/r'),
  ruby: () => import('highlight.js/lib/languages/ruby'),
  rust: () => import('highlight.js/lib/languages/rust'),
  scala: () => import('highlight.js/lib/languages/scala'),
  scss: () => import('highlight.js/lib/languages/scss'),
  sql: () => import('highlight.js/lib/languages/sql'),
  swift: () => import('highlight.js/lib/languages/swift'),
  typescript: () => import('highlight.js/lib/languages/typescript'),
  xml: () => import('highlight.js/lib/languages/xml'),
  yaml: () => import('highlight.js/lib/languages/yaml'),
}

const aliases: Record<string, string> = {
  'c++': 'cpp',
  cs: 'csharp',
  docker: 'dockerfile',
  golang: 'go',
  html: 'xml',
  js: 'javascript',
  jsonc: 'json',
  jsx: 'javascript',
  kt: 'kotlin',
  make: 'makefile',
  md: 'markdown',
  mjs: 'javascript',
  patch: 'diff',
  ps1: 'powershell',
  py: 'python',
  rb: 'ruby',
  rs: 'rust',
  sh: 'bash',
  shell: 'bash',
  svg: 'xml',
  toml: 'ini',
  ts: 'typescript',
  tsx: 'typescript',
  yml: 'yaml',
  zsh: 'bash',
}

/** The grammar that a fenced block's language is written in, if there is one. */
export function grammarOf(language: string | null | undefined): string | null {
  const name = language?.toLowerCase() ?? ''
  const grammar = Object.hasOwn(aliases, name) ? aliases[name]! : name
  return Object.hasOwn(grammars, grammar) ? grammar : null
}

const ready = new Map<string, Coloured[]>()
const most = 100

/** What was highlighted before, so that a block which scrolls back in does not flash. */
export const findHighlighted = (grammar: string, code: string): Coloured[] | undefined =>
  ready.get(`${grammar} ${code}`)

/** The code as a tree of spans with classes; the library and the grammar are fetched when they are first needed. */
export async function highlight(grammar: string, code: string): Promise<Coloured[]> {
  const [{ createLowlight }, { default: language }] = await Promise.all([import('lowlight'), grammars[grammar]!()])
  const { children } = createLowlight({ [grammar]: language }).highlight(grammar, code)
  if (ready.size >= most) ready.clear()
  ready.set(`${grammar} ${code}`, children)
  return children
}
