import { authApi } from '@/session/browser-session';
import { accountSchema, type Account } from './fetch-account';

/** `PUT /api/auth/me/avatar`, the image as the body. */
export async function changeAvatar(image: Blob): Promise<Account> {
  return authApi.call({ method: 'PUT', path: '/api/auth/me/avatar', file: image, answer: accountSchema });
}
