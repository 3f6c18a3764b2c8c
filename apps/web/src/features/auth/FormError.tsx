/** What concerns the whole form, in place above its button; announced when it comes. */
export function FormError({ children }: { children: string | null }) {
  return (
    <div role="alert">
      {children !== null && <p className="mb-4 rounded-md bg-danger/8 px-3 py-2 text-meta text-danger">{children}</p>}
    </div>
  )
}
