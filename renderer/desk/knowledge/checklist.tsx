import { marked } from 'marked';
import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox';
import { Markdown } from './markdown.tsx';

/** The items of a list to tick off while reading them aloud; other text stays text. */
export function Checklist({ text }: { readonly text: string }): React.JSX.Element {
  const tokens = marked.lexer(text).filter(({ type }) => type !== 'space');
  return (
    <>
      {tokens.map((token, index) =>
        token.type === 'list' && 'items' in token ? (
          <ul key={index} className="desk-checklist">
            {(token.items as readonly { readonly text: string }[]).map((item, position) => (
              <li key={position}>
                <CheckboxField>
                  <CheckboxButton className="desk-check">
                    <span className="desk-check__box" aria-hidden="true" />
                    <Markdown text={item.text} />
                  </CheckboxButton>
                </CheckboxField>
              </li>
            ))}
          </ul>
        ) : (
          <Markdown key={index} text={token.raw} />
        ),
      )}
    </>
  );
}
