import { path } from '@/http/path';
import { api } from '@/session/browser-session';
import { viewSchema, type OperatedView } from './views';

export type ViewAction = 'rebuild' | 'switch' | 'back' | 'stop' | 'drop';

export interface ViewChange {
  view: string;
  action: ViewAction;
}

/** `POST /api/operations/views/{view}`: changes the generations of a view, and returns it as it is then. */
export function changeView({ view, action }: ViewChange): Promise<OperatedView> {
  return api.call({ method: 'POST', path: path`/api/operations/views/${view}`, body: { action }, answer: viewSchema });
}
