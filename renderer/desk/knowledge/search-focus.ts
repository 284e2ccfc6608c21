/** Id of the search field; keys that are typed anywhere go there. */
export const searchInputId = 'search';
export const hitListId = 'hits';

export function focusSearch(): void {
  const field = document.getElementById(searchInputId);
  if (field instanceof HTMLInputElement) {
    field.focus();
    field.select();
  }
}
