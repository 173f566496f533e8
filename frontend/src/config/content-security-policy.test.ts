import { expect, it } from 'vitest';
import { contentSecurityPolicy } from './content-security-policy';

const own = { apiUrl: '', authUrl: '', wsUrl: '' };
const page = { nonce: 'n0nce', host: 'chat.example:3000', development: false };

it('runs scripts by nonce only', () => {
  const policy = contentSecurityPolicy(own, page);
  expect(policy).toContain("script-src 'self' 'nonce-n0nce' 'strict-dynamic';");
  expect(policy).not.toContain('unsafe-eval');
});

it('connects to the own origin and to the configured services only', () => {
  expect(contentSecurityPolicy(own, page)).toContain(
    "connect-src 'self' ws://chat.example:3000 wss://chat.example:3000;",
  );
  const config = { apiUrl: 'https://api.example', authUrl: 'https://auth.example', wsUrl: 'wss://push.example/ws' };
  expect(contentSecurityPolicy(config, page)).toContain('https://api.example https://auth.example wss://push.example;');
});

it('takes no host that could change the policy', () => {
  expect(contentSecurityPolicy(own, { ...page, host: 'x; script-src *' })).toContain("connect-src 'self';");
});
