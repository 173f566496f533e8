import type { ComeBack } from './close-code';

/** The life of the connection, across sockets. */
export type ConnectionState =
  | { name: 'stopped'; because: 'not-wanted' | 'client-error' }
  /** A socket is opening; its `hello` has not come. */
  | { name: 'opening'; attempt: number }
  /** `identify` or `resume` is under way; its `ready` has not come. */
  | { name: 'authenticating'; attempt: number; by: 'identify' | 'resume' }
  /** `ready` has come; missed events are on their way, and it may fail yet. */
  | { name: 'catching-up'; attempt: number }
  | { name: 'live' }
  /** Without a socket until the back-off has passed. */
  | { name: 'waiting'; attempt: number; after: Exclude<ComeBack, 'never'> };

export type ConnectionInput =
  | { type: 'wanted' }
  | { type: 'unwanted' }
  | { type: 'authenticating'; by: 'identify' | 'resume' }
  | { type: 'reset' }
  | { type: 'ready' }
  | { type: 'caught-up' }
  | { type: 'lost'; comeBack: ComeBack }
  | { type: 'back-off-passed' };

export const NOT_WANTED: ConnectionState = { name: 'stopped', because: 'not-wanted' };

/**
 * The state after an input. An input that means nothing in a state (the late word of a socket already given up) leaves it
 * as it is.
 */
export function transition(state: ConnectionState, input: ConnectionInput): ConnectionState {
  switch (input.type) {
    case 'wanted':
      return state.name === 'stopped' ? { name: 'opening', attempt: 0 } : state;
    case 'unwanted':
      return NOT_WANTED;
    case 'authenticating':
      return state.name === 'opening' ? { name: 'authenticating', attempt: state.attempt, by: input.by } : state;
    case 'reset':
      if (state.name === 'live') return { name: 'catching-up', attempt: 0 };
      return state.name === 'authenticating' ? { ...state, by: 'identify' } : state;
    case 'ready':
      return state.name === 'authenticating' ? { name: 'catching-up', attempt: state.attempt } : state;
    case 'caught-up':
      return state.name === 'catching-up' ? { name: 'live' } : state;
    case 'lost':
      return lost(state, input.comeBack);
    case 'back-off-passed':
      return state.name === 'waiting' ? { name: 'opening', attempt: state.attempt } : state;
  }
}

function lost(state: ConnectionState, comeBack: ComeBack): ConnectionState {
  if (state.name === 'stopped' || state.name === 'waiting') return state;
  if (comeBack === 'never') return { name: 'stopped', because: 'client-error' };
  const failures = state.name === 'live' ? 0 : state.attempt;
  return { name: 'waiting', attempt: failures + 1, after: comeBack };
}
