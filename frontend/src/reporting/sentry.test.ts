import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { startSentry } from './sentry';

it('an error arrives where the DSN says, without what it must not tell', async () => {
  let arrived: (envelope: { url: string; body: string }) => void;
  const envelope = new Promise<{ url: string; body: string }>((resolve) => (arrived = resolve));
  const sink = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      response.end('{}');
      arrived({ url: request.url ?? '', body });
    });
  });
  await new Promise<void>((resolve) => sink.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = sink.address() as AddressInfo;
    startSentry(`http://public@127.0.0.1:${port}/7`).report(new Error('broke for ada@mail.example.org'));
    const { url, body } = await envelope;
    expect(url).toMatch(/^\/api\/7\/envelope\//);
    expect(body).toContain('broke for [address]');
    expect(body).not.toContain('ada@');
    expect(body).toContain('"infer_ip":"never"');
  } finally {
    sink.close();
  }
});
