import { path } from '@/http/path';
import { api } from '@/session/browser-session';

/**
 * `GET /api/users/{userId}/avatars/{avatarId}`, or the small one of them: as a `data:` URL, which is there with the first
 * paint, as often as it is shown, and gone with the last that keeps it.
 */
export async function fetchAvatar(
  userId: string,
  avatarId: string,
  isSmall: boolean,
  signal: AbortSignal,
): Promise<string> {
  const large = path`/api/users/${userId}/avatars/${avatarId}`;
  return dataUrl(await api.file(isSmall ? `${large}/small` : large, signal));
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('an image cannot be read'));
    reader.readAsDataURL(blob);
  });
}
