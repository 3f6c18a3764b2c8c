import './app/without-eval'
import { createRoot } from 'react-dom/client'
import { StrictMode } from 'react'
import { App } from './app/App'
import './styles/index.css'

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
