import { UPLOAD_PATIENCE } from './exchange';
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
    // It may have been cancelled while the access token was renewed.
    signal.throwIfAborted();
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    request.timeout = UPLOAD_PATIENCE.answer + UPLOAD_PATIENCE.body;
    headers.forEach((value, name) => request.setRequestHeader(name, value));
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const answer = answerOf(request);
      // A success that is no JSON is none of ours: of something between us and the service.
      if (answer.ok) answer.json().then(resolve, (cause) => reject(new UnreachableError('no answer', { cause })));
      else void problemOf(answer).then(reject);
    };
    request.onerror = () => reject(new UnreachableError('no answer'));
    request.ontimeout = request.onerror;
    request.onabort = () => reject(new DOMException('the upload was cancelled', 'AbortError'));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

function answerOf(request: XMLHttpRequest): Response {
  const lines = request
    .getAllResponseHeaders()
    .trim()
    .split(/[\r\n]+/)
    .filter(Boolean);
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()];
  });
  const hasBody = ![204, 205, 304].includes(request.status);
  return new Response(hasBody ? request.responseText : null, { status: request.status, headers });
}
