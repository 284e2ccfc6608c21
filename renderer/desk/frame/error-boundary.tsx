import { Component, type ReactNode } from 'react';
import { textsFor } from '../../../shared/texts/index.ts';

interface Props {
  readonly onError: (message: string) => void;
  readonly children: ReactNode;
}

/** A bug in the display must not leave a white window: it says so, and that the call goes on. */
export class ErrorBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: Error): void {
    this.props.onError(error.stack ?? error.message);
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    // The store may be what is broken, so the language is the default one.
    const { crash } = textsFor('de');
    return (
      <main className="desk-crash">
        <h1 className="kern-heading-large">{crash.title}</h1>
        <p className="kern-body">{crash.advice}</p>
        <button
          type="button"
          className="kern-btn kern-btn--primary"
          onClick={() => {
            location.reload();
          }}
        >
          <span className="kern-label">{crash.reload}</span>
        </button>
      </main>
    );
  }
}
