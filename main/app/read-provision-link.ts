import type { ProvisionLinkFault } from '../../shared/settings/provision-link.ts';

/** A link `amtsdraht://provision?url=https://…`, judged; nothing has been done. */
export type ProvisionLink =
  | { readonly ok: true; readonly url: string }
  | { readonly ok: false; readonly fault: ProvisionLinkFault };

const maxLength = 2_000;

/** The first `amtsdraht:` link among the arguments of a start; null: there is none. */
export function provisionLinkIn(argv: readonly string[]): ProvisionLink | null {
  const link = argv.map((argument) => argument.trim()).find((each) => /^amtsdraht:/i.test(each));
  return link === undefined ? null : judge(link);
}

function judge(link: string): ProvisionLink {
  const wrong = (fault: ProvisionLinkFault): ProvisionLink => ({ ok: false, fault });
  if (link.length > maxLength) return wrong('tooLong');
  const [, query] = /^amtsdraht:\/\/provision\/?\?(.*)$/is.exec(link) ?? [];
  if (query === undefined) return wrong('unknown');
  const text = new URLSearchParams(query).get('url') ?? '';
  if (text === '') return wrong('noUrl');
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return wrong('notHttps');
  }
  if (url.protocol !== 'https:') return wrong('notHttps');
  if (url.username !== '' || url.password !== '') return wrong('credentials');
  return { ok: true, url: url.href };
}
