import { useTexts } from '../desk-store.ts';
import { DeskDialog } from './desk-dialog.tsx';

/** Which key does what. */
export function KeysDialog(): React.JSX.Element {
  const texts = useTexts().keys;
  return (
    <DeskDialog title={texts.title}>
      <table className="desk-keys">
        <thead>
          <tr>
            <th scope="col">{texts.key}</th>
            <th scope="col">{texts.effect}</th>
          </tr>
        </thead>
        <tbody>
          {texts.rows.map(([key, effect]) => (
            <tr key={key}>
              <th scope="row">
                <kbd className="desk-key">{key}</kbd>
              </th>
              <td>{effect}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </DeskDialog>
  );
}
