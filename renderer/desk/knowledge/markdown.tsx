import { Fragment, type ReactNode } from 'react';
import { marked, type Token, type Tokens } from 'marked';

/**
 * Shows the Markdown of a knowledge pack as React elements. No HTML is ever made from a string: what the
 * list of tokens below does not know, HTML in the text included, is shown as the text it is.
 */
export function Markdown({ text }: { readonly text: string }): React.JSX.Element {
  return <div className="desk-markdown">{blocks(marked.lexer(text))}</div>;
}

function blocks(tokens: readonly Token[]): ReactNode {
  return tokens.map((token, index) => <Fragment key={index}>{block(token)}</Fragment>);
}

function block(token: Token): ReactNode {
  switch (token.type) {
    case 'space':
      return null;
    case 'paragraph':
      return <p>{inline(childrenOf(token))}</p>;
    case 'heading':
      return <h4>{inline(childrenOf(token))}</h4>;
    case 'blockquote':
      return <blockquote>{blocks(childrenOf(token))}</blockquote>;
    case 'list': {
      const { ordered, items } = token as Tokens.List;
      const entries = items.map((item, index) => <li key={index}>{blocks(item.tokens)}</li>);
      return ordered ? <ol>{entries}</ol> : <ul>{entries}</ul>;
    }
    case 'hr':
      return <hr />;
    case 'text':
      return inline([token]);
    default:
      return <p>{token.raw}</p>;
  }
}

function inline(tokens: readonly Token[]): ReactNode {
  return tokens.map((token, index) => <Fragment key={index}>{span(token)}</Fragment>);
}

function span(token: Token): ReactNode {
  switch (token.type) {
    case 'strong':
      return <strong>{inline(childrenOf(token))}</strong>;
    case 'em':
      return <em>{inline(childrenOf(token))}</em>;
    case 'br':
      return <br />;
    case 'link': {
      const { href } = token as Tokens.Link;
      return (
        <>
          {inline(childrenOf(token))} <span className="desk-muted">({href})</span>
        </>
      );
    }
    case 'escape':
      return (token as Tokens.Escape).text;
    case 'text':
      return 'tokens' in token ? inline(childrenOf(token)) : plainText(token);
    default:
      return token.raw;
  }
}

function childrenOf(token: Token): readonly Token[] {
  return ('tokens' in token ? token.tokens : undefined) ?? [];
}

/** marked keeps entities of the source in `text`; React would show `&amp;` literally. */
function plainText({ raw }: Token): string {
  return raw
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&nbsp;', '\u00a0')
    .replaceAll('&amp;', '&');
}
