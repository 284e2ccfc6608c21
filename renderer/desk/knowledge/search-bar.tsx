import { Button } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { SearchField } from 'react-aria-components/SearchField';
import { searchArea, useDesk, useDeskStore, useTexts } from '../desk-store.ts';
import { hitListId, searchInputId } from './search-focus.ts';

/** The search field; Enter opens the first hit, the down key goes into the list. */
export function SearchBar(): React.JSX.Element {
  const texts = useTexts().knowledge;
  const store = useDeskStore();
  const query = useDesk((state) => state.query);
  const areaName = useDesk((state) => {
    const ars = searchArea(state);
    return state.desk?.municipalities.find((municipality) => municipality.ars === ars)?.name;
  });
  return (
    <SearchField
      className="desk-search"
      value={query}
      onChange={(text) => {
        store.getState().search(text);
      }}
      onSubmit={() => {
        const [first] = store.getState().hits ?? [];
        if (first !== undefined) store.getState().openArticle(first.id);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown') return;
        const option = document.querySelector(`#${hitListId} [role=row]`);
        if (option instanceof HTMLElement) option.focus();
      }}
    >
      <Label className="kern-label">
        {texts.search}{' '}
        <span className="desk-muted">{texts.searchIn(areaName ?? texts.everywhere)}</span>
      </Label>
      <div className="desk-search__field">
        <span className="kern-icon kern-icon--search" aria-hidden="true" />
        <Input
          id={searchInputId}
          className="kern-form-input__input"
          placeholder={texts.placeholder}
          maxLength={20_000}
          autoComplete="off"
          spellCheck={false}
        />
        {query === '' ? null : (
          <Button className="desk-search__clear" aria-label={texts.clear}>
            <span className="kern-icon kern-icon--close" aria-hidden="true" />
          </Button>
        )}
      </div>
    </SearchField>
  );
}
