import type { Article } from '../../../shared/knowledge/pack.ts';
import { useTexts } from '../desk-store.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';

/** Sizes of the text of an article in percent of the window's. */
export const textSizes = [100, 125, 150] as const;
export type TextSize = (typeof textSizes)[number];

/** How an article is read: size, on paper, elsewhere. */
export function ArticleTools(props: {
  readonly size: TextSize;
  readonly onSize: (size: TextSize) => void;
  readonly plainText: string;
}): React.JSX.Element {
  const { size, onSize, plainText } = props;
  const texts = useTexts().knowledge.page;
  const step = (by: 1 | -1): TextSize | undefined => textSizes[textSizes.indexOf(size) + by];
  const sizeButton = (label: string, wanted: TextSize | undefined): React.JSX.Element => (
    <ActionButton
      look="tertiary"
      label={label}
      disabled={wanted === undefined}
      onPress={() => {
        if (wanted !== undefined) onSize(wanted);
      }}
    />
  );
  return (
    <div className="desk-tools" role="group" aria-label={texts.tools}>
      {sizeButton(texts.smaller, step(-1))}
      {sizeButton(texts.larger, step(1))}
      <CopyButton text={plainText} label={texts.copyAll} />
      <ActionButton
        look="tertiary"
        label={texts.print}
        onPress={() => {
          print();
        }}
      />
    </div>
  );
}

/** The languages that an article can be read in; nothing for German alone. */
export function LanguageChoice(props: {
  readonly translations: NonNullable<Article['translations']>;
  readonly language: string;
  readonly onLanguage: (language: string) => void;
}): React.JSX.Element | null {
  const { translations, language, onLanguage } = props;
  const texts = useTexts().knowledge.page;
  if (translations.length === 0) return null;
  const languages = [
    { language: 'de', languageName: texts.german },
    ...translations.map((one) => ({ ...one, languageName: one.languageName ?? one.language })),
  ];
  return (
    <div className="desk-tools" role="group" aria-label={texts.language}>
      {languages.map((one) => (
        <ActionButton
          key={one.language}
          look="tertiary"
          label={one.languageName}
          pressed={one.language === language}
          onPress={() => {
            onLanguage(one.language);
          }}
        />
      ))}
    </div>
  );
}
