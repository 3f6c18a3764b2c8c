/** The product's mark: two lines of talk. Takes the colour of the text around it. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 20 20" className={className} aria-hidden="true" fill="currentColor">
      <path
        fillRule="evenodd"
        d="M4.5 1.5h11A3.5 3.5 0 0 1 19 5v6.5a3.5 3.5 0 0 1-3.5 3.5H10l-4.4 3.6a.7.7 0 0 1-1.1-.5V15A3.5 3.5 0 0 1 1 11.5V5a3.5 3.5 0 0 1 3.5-3.5ZM6 5.6a.9.9 0 0 0 0 1.8h8a.9.9 0 0 0 0-1.8H6Zm0 3.8a.9.9 0 0 0 0 1.8h4.5a.9.9 0 0 0 0-1.8H6Z"
      />
    </svg>
  )
}
