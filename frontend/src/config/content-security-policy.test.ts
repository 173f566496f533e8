import { expect, it } from 'vitest';
import { contentSecurityPolicy } from './content-security-policy';

const own = { apiUrl: '', authUrl: '', wsUrl: '', sentryDsn: '' };
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
  const config = {
    ...own,
    apiUrl: 'https://api.example',
    authUrl: 'https://auth.example',
    wsUrl: 'wss://push.example/ws',
  };
  expect(contentSecurityPolicy(config, page)).toContain('https://api.example https://auth.example wss://push.example;');
});

it('lets errors be reported only where they are to be, and tells no key of it', () => {
  const policy = contentSecurityPolicy({ ...own, sentryDsn: 'https://k3y@errors.example/7' }, page);
  expect(policy).toContain('wss://chat.example:3000 https://errors.example;');
  expect(policy).not.toContain('k3y');
});

it('lets a service worker come from the own origin only', () => {
  expect(contentSecurityPolicy(own, page)).toContain("worker-src 'self';");
});

it('takes no host that could change the policy', () => {
  expect(contentSecurityPolicy(own, { ...page, host: 'x; script-src *' })).toContain("connect-src 'self';");
});
