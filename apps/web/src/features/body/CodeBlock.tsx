import { Check, Copy } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { copyText } from '../../ui/copy-text'
import { IconButton } from '../../ui/IconButton'
import { type Coloured, findHighlighted, grammarOf, highlight } from './highlight'

/** Code between fences; in its colours once these are there, which changes no measure of it. */
export function CodeBlock({ code, language }: { code: string; language: string | null | undefined }) {
  const grammar = grammarOf(language)
  const colours = useColours(grammar, code)
  return (
    <div className="body-code group/code">
      <pre dir="ltr">
        <code>{colours ? colours.map(toSpan) : code}</code>
      </pre>
      <CopyCode code={code} />
    </div>
  )
}

function useColours(grammar: string | null, code: string): Coloured[] | undefined {
  const [made, setMade] = useState<{ code: string; grammar: string; tree: Coloured[] }>()
  const known = grammar === null ? undefined : findHighlighted(grammar, code)
  const missing = grammar !== null && known === undefined
  useEffect(() => {
    if (!missing) return
    let here = true
    highlight(grammar, code).then(
      (tree) => here && setMade({ code, grammar, tree }),
      // Without its colours it reads as well.
      () => null,
    )
    return () => {
      here = false
    }
  }, [missing, grammar, code])
  return known ?? (made?.code === code && made.grammar === grammar ? made.tree : undefined)
}

function toSpan(node: Coloured, key: number): ReactNode {
  if (node.type === 'text') return node.value
  if (node.type !== 'element') return null
  const { className } = node.properties
  return (
    <span key={key} className={Array.isArray(className) ? className.join(' ') : undefined}>
      {node.children.map(toSpan)}
    </span>
  )
}

function CopyCode({ code }: { code: string }) {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 2_000)
    return () => clearTimeout(timer)
  }, [copied])
  const copy = () => {
    copyText(code).then(
      () => setCopied(true),
      () => null,
    )
  }
  return (
    <IconButton
      label={copied ? 'Copied' : 'Copy code'}
      size={28}
      icon={copied ? <Check /> : <Copy />}
      onClick={copy}
      className="absolute! end-1 top-1 bg-bg-sunken! opacity-0 group-hover/code:opacity-100 focus-visible:opacity-100 pointer-coarse:hidden"
    />
  )
}
