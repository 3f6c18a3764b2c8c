// The chosen theme, applied before the first paint so that nobody sees the other one flash by.
try {
  const theme = localStorage.getItem('parley.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Storage may be blocked; then the system decides.
}
