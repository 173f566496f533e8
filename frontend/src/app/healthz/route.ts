export const dynamic = 'force-static';

/** Answers as soon as the server process can answer anything; it asks no other service. */
export function GET(): Response {
  return new Response('ok\n', { headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
