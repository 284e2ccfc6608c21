import { accountSchema, type Account } from '../../../shared/settings/settings.ts';

/** The account as it is typed. */
export interface AccountForm {
  readonly registrars: string;
  readonly user: string;
  readonly authorizationUser: string;
  readonly domain: string;
}

export type AccountField = keyof AccountForm;

/** What was typed when an account is shown for change. */
export function formOf(account: Account | undefined): AccountForm {
  return {
    registrars: account?.registrars.join(' ') ?? '',
    user: account?.user ?? '',
    authorizationUser: account?.authorizationUser ?? '',
    domain: account?.domain ?? '',
  };
}

/** The account that a form means, `empty` for no account, or the fields that are wrong. */
export function accountOf(
  form: AccountForm,
):
  | { readonly kind: 'account'; readonly account: Account }
  | { readonly kind: 'empty' }
  | { readonly kind: 'wrong'; readonly fields: readonly AccountField[] } {
  const registrars = form.registrars.split(/[\s,;]+/).filter((text) => text !== '');
  const user = form.user.trim();
  const authorizationUser = form.authorizationUser.trim();
  const domain = form.domain.trim();
  if (registrars.length === 0 && user === '') return { kind: 'empty' };
  const parsed = accountSchema.safeParse({
    registrars,
    user,
    ...(authorizationUser === '' ? {} : { authorizationUser }),
    ...(domain === '' ? {} : { domain }),
  });
  if (parsed.success) return { kind: 'account', account: parsed.data };
  const names: readonly AccountField[] = ['registrars', 'user', 'authorizationUser', 'domain'];
  const fields = names.filter((name) => parsed.error.issues.some(({ path }) => path[0] === name));
  return { kind: 'wrong', fields };
}
