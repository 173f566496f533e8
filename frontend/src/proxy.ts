import { NextResponse, type NextRequest } from 'next/server';
import { contentSecurityPolicy } from './config/content-security-policy';
import { serverRuntimeConfig } from './config/server-runtime-config';

/** Gives every page its security headers and a nonce of its own. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(serverRuntimeConfig(), {
    nonce,
    host: request.headers.get('host'),
    development: process.env.NODE_ENV === 'development',
  });

  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  // Next.js takes the nonce for its own scripts from the policy on the request.
  headers.set('content-security-policy', policy);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('x-frame-options', 'DENY');
  response.headers.set('referrer-policy', 'strict-origin-when-cross-origin');
  response.headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=()');
  response.headers.set('cross-origin-opener-policy', 'same-origin');
  return response;
}

export const config = { matcher: ['/((?!_next/static|_next/image|healthz|favicon.ico|icon.svg).*)'] };
