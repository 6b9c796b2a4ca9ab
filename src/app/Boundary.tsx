import { Component, type ReactNode } from 'react'

/** The last net, below the router: for a fault of the app's own frame. Plain HTML, because nothing else may work. */
export class Boundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    if (!this.state.broken) return this.props.children
    return (
      <main
        style={{ maxWidth: '40rem', margin: '0 auto', padding: '2rem 1rem', font: '18px/1.5 sans-serif' }}
      >
        <h1>Doorstep stopped working</h1>
        <p>That is a fault in Doorstep, not something that you did. Nothing that you saved is lost.</p>
        <button type="button" style={{ font: 'inherit', padding: '0.75rem 1.5rem' }} onClick={reload}>
          Reload
        </button>
      </main>
    )
  }
}

function reload() {
  window.location.reload()
}
