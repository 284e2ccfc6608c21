import type { ReactNode } from 'react';

export type NoticeLook = 'info' | 'warning' | 'danger' | 'success';

/** KERN alert without its role: what appears is announced once, by the announcer or by a region. */
export function NoticeBox({
  look,
  title,
  children,
  actions,
}: {
  readonly look: NoticeLook;
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}): React.JSX.Element {
  return (
    <div className={`kern-alert kern-alert--${look} desk-notice`}>
      <div className="desk-notice__head">
        <span className={`kern-icon kern-icon--${look}`} aria-hidden="true" />
        <p className="kern-title desk-notice__title">{title}</p>
        {actions === undefined ? null : <div className="desk-notice__actions">{actions}</div>}
      </div>
      {children === undefined ? null : <div className="desk-notice__body">{children}</div>}
    </div>
  );
}
