import { problemOf, UnreachableError } from './problem';

export interface Progress {
  readonly signal: AbortSignal;
  /** How much of the file has been sent, from 0 to 1. */
  onProgress(part: number): void;
}

/**
 * Sends a file as the body of a `PUT`. By XMLHttpRequest: `fetch` does not tell how much of a body has been sent.
 * A success is its JSON, else a {@link ProblemError} or an {@link UnreachableError}.
 */
export function sendFile(
  url: string,
  file: Blob,
  headers: Headers,
  { signal, onProgress }: Progress,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    headers.forEach((value, name) => request.setRequestHeader(name, value));
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) return resolve(JSON.parse(request.responseText));
      void problemOf(new Response(request.responseText, { status: request.status })).then(reject);
    };
    request.onerror = () => reject(new UnreachableError('no answer'));
    request.onabort = () => reject(new DOMException('the upload was cancelled', 'AbortError'));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
