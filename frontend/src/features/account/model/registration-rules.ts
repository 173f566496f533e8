import type { FieldError } from '@/http/problem';
import type { Translate } from '@/i18n/translate';
import type { Registration } from '../api/register';

/** The rules of the auth service, told before the request; the service has the last word. */
export function registrationErrors({ email, username, password }: Registration, t: Translate): FieldError[] {
  const errors: FieldError[] = [];
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
    errors.push({ field: 'email', message: t('signIn.emailRule') });
  }
  if (!/^[A-Za-z0-9][A-Za-z0-9_.-]{2,29}$/.test(username)) {
    errors.push({ field: 'username', message: t('signIn.usernameRule') });
  }
  const refused = passwordError(password, t);
  if (refused !== null) errors.push({ field: 'password', message: refused });
  return errors;
}

/** Why a password cannot be chosen; null if it can. */
export function passwordError(password: string, t: Translate): string | null {
  const length = [...password].length;
  return length < 8 || length > 128 ? t('signIn.passwordRule') : null;
}
