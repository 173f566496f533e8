import * as z from 'zod/mini';
import { orNull } from '@/contracts/or-null';
import { authApi } from '@/session/browser-session';

const PATH = '/api/auth/sessions/current/push-subscription';

const answer = z.object({ applicationServerKey: orNull(z.string()), isSubscribed: z.boolean() });

export type ServerPush = z.infer<typeof answer>;

/** `GET /api/auth/sessions/current/push-subscription`: whether the server calls browsers, and this one. */
export function fetchServerPush(): Promise<ServerPush> {
  return authApi.call({ path: PATH, answer });
}

/** `PUT /api/auth/sessions/current/push-subscription` */
export async function putPushSubscription(subscription: PushSubscriptionJSON): Promise<void> {
  await authApi.call({ method: 'PUT', path: PATH, body: subscription, answer: z.unknown() });
}

/** `DELETE /api/auth/sessions/current/push-subscription` */
export async function deletePushSubscription(): Promise<void> {
  await authApi.call({ method: 'DELETE', path: PATH, answer: z.unknown() });
}
