import type { FieldError } from '@/http/problem';
import type { Registration } from '../api/register';

/** The rules of the auth service, told before the request; the service has the last word. */
export function registrationErrors({ email, username, password }: Registration): FieldError[] {
  const errors: FieldError[] = [];
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
    errors.push({ field: 'email', message: 'Enter a valid e-mail address.' });
  }
  if (!/^[A-Za-z0-9][A-Za-z0-9_.-]{2,29}$/.test(username)) {
    errors.push({
      field: 'username',
      message: 'Use 3 to 30 letters, digits, dots, dashes or underscores, and begin with a letter or digit.',
    });
  }
  const refused = passwordError(password);
  if (refused !== null) errors.push({ field: 'password', message: refused });
  return errors;
}

/** Why a password cannot be chosen; null if it can. */
export function passwordError(password: string): string | null {
  const length = [...password].length;
  return length < 8 || length > 128 ? 'Use 8 to 128 characters.' : null;
}
