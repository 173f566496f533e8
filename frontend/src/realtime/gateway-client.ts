import { backOffMillis } from './back-off';
import { comeBackAfter, type ComeBack } from './close-code';
import { NOT_WANTED, transition, type ConnectionInput, type ConnectionState } from './connection-state';
import { Heartbeat } from './heartbeat';
import { advanced, afterEvent, isKnown, type Positions } from './positions';
import {
  parseServerFrame,
  type ActivityFrame,
  type ClientFrame,
  type EventFrame,
  type PassingClientFrame,
  type PassingFrame,
  type ReadyFrame,
  type ServerFrame,
} from './protocol';
import { WatchedChannels } from './watched-channels';

/** Where a client goes on that was stopped, in this process or another: all of it, or nothing. Plain JSON. */
export interface ResumePoint {
  readonly epoch: string;
  readonly positions: Positions;
  /** Of a client with {@link GatewayOptions.onActivity}. */
  readonly channelIds?: string[];
  readonly acknowledged?: Positions;
}

export interface GatewayOptions {
  url: string;
  /** Goes on there; not given, delivery starts at the present. */
  resumeFrom?: ResumePoint;
  /**
   * The access token, or a newer one if the gateway did not accept the last. Null: nobody is signed in, and the client
   * stops. A rejection is taken for a lost connection.
   */
  token(renew: boolean): Promise<string | null>;
  /** Every event once, in the order of its stream. */
  onEvent(event: EventFrame): void;
  /** Whatever is fetched with this token contains everything before the frame that brought it. */
  onToken(token: string): void;
  /**
   * Delivery starts anew here: everything before is contained in whatever is fetched with the last token, everything
   * after arrives as an event.
   */
  onStart(): void;
  /** From here on delivery is live, of these servers and conversations: of any other that is still shown nothing comes. */
  onCaughtUp(serverIds: string[]): void;
  onSubscribed(serverId: string): void;
  onUnsubscribed(serverId: string): void;
  /** A connection can be spoken on: what was said on the last one has to be said again. */
  onReady(): void;
  /** Who is there, who is writing. */
  onPassing(frame: PassingFrame): void;
  /**
   * Given: messages come of the channels alone that {@link GatewayClient.say} last asked to watch, and of all others that
   * something happened. Not given: all messages come.
   */
  onActivity?(frame: ActivityFrame): void;
  /** From here on messages come of these channels, and of no others; what was before is fetched with the last token. */
  onWatching?(channelIds: string[]): void;
  random?: () => number;
  createSocket?: (url: string) => WebSocket;
}

const OPENING_MILLIS = 10_000;
const PROBE_MILLIS = 5_000;
const SOCKET_OPEN = 1;

/**
 * The reference client of the gateway protocol. It keeps one connection for as long as it is wanted, and delivers each
 * event exactly once, in order, across sockets: after a loss it resumes from its positions.
 */
export class GatewayClient {
  #state: ConnectionState = NOT_WANTED;
  #socket: WebSocket | null = null;
  #session: { epoch: string; positions: Positions } | null = null;
  readonly #watched: WatchedChannels | null;
  #tokenRefused = false;
  #heartbeatMillis = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #heartbeat: Heartbeat;
  readonly #random: () => number;
  readonly #listeners = new Set<() => void>();

  constructor(private readonly options: GatewayOptions) {
    this.#random = options.random ?? Math.random;
    const { resumeFrom } = options;
    if (resumeFrom) this.#session = { epoch: resumeFrom.epoch, positions: resumeFrom.positions };
    this.#watched = options.onActivity ? new WatchedChannels(resumeFrom) : null;
    this.#heartbeat = new Heartbeat(
      { beat: () => this.#send({ op: 'heartbeat' }), dead: () => this.#drop('resume') },
      this.#random,
    );
  }

  readonly state = (): ConnectionState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  start(): void {
    this.#apply({ type: 'wanted' });
  }

  /** Behind the last event that was handed over; null before anything is known, and once it was stopped. */
  resumePoint(): ResumePoint | null {
    return this.#session && { ...this.#session, ...this.#watched?.askedAgain() };
  }

  /** Ends the connection and forgets its positions. */
  stop(): void {
    this.#session = null;
    this.#watched?.forget();
    this.#apply({ type: 'unwanted' });
  }

  /** Replaces the access token on a live connection. */
  authenticate(token: string): void {
    if (this.#isReady()) this.#send({ op: 'authenticate', token });
  }

  /** Says something that passes; false without a connection, and then nothing happens. */
  say(frame: PassingClientFrame): boolean {
    return this.#isReady() && this.#send(frame);
  }

  /** The network has changed, or the page is looked at again: find out at once instead of at the next heartbeat. */
  check(): void {
    if (this.#state.name === 'waiting') this.#apply({ type: 'back-off-passed' });
    else if (this.#state.name === 'live') this.#heartbeat.probe(PROBE_MILLIS);
  }

  #isReady(): boolean {
    return this.#state.name === 'live' || this.#state.name === 'catching-up';
  }

  #apply(input: ConnectionInput): void {
    const before = this.#state;
    this.#state = transition(before, input);
    if (this.#state === before) return;
    this.#enter(this.#state);
    for (const listener of [...this.#listeners]) listener();
  }

  #enter(state: ConnectionState): void {
    switch (state.name) {
      case 'opening':
        this.#open();
        this.#expect(OPENING_MILLIS);
        break;
      case 'authenticating':
        this.#expect(OPENING_MILLIS);
        break;
      case 'catching-up':
      case 'live':
        clearTimeout(this.#timer);
        break;
      case 'waiting': {
        this.#release();
        const millis = backOffMillis(state.attempt, this.#random(), state.after === 'later');
        this.#after(millis, () => this.#apply({ type: 'back-off-passed' }));
        break;
      }
      case 'stopped':
        this.#release();
        clearTimeout(this.#timer);
        break;
    }
  }

  #open(): void {
    const socket = this.options.createSocket?.(this.options.url) ?? new WebSocket(this.options.url);
    this.#socket = socket;
    // What a socket says after it was given up is not about this connection any more.
    socket.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (this.#socket === socket) this.#receive(String(data));
    };
    socket.onclose = ({ code }) => {
      if (this.#socket === socket) this.#drop(comeBackAfter(code));
    };
  }

  #receive(text: string): void {
    let frame: ServerFrame | null;
    try {
      frame = parseServerFrame(text);
    } catch {
      return this.#drop('later');
    }
    if (frame !== null) this.#handle(frame);
  }

  #handle(frame: ServerFrame): void {
    switch (frame.op) {
      case 'hello':
        this.#heartbeatMillis = frame.heartbeatMillis;
        void this.#introduce();
        break;
      case 'reset':
        this.#session = null;
        this.#apply({ type: 'reset' });
        break;
      case 'ready':
        this.#ready(frame);
        break;
      case 'event':
        this.#deliver(frame);
        break;
      case 'caught_up':
        this.#advance(frame.positions);
        this.#watched?.acknowledged(frame.positions);
        this.options.onCaughtUp(frame.serverIds);
        this.#apply({ type: 'caught-up' });
        break;
      case 'heartbeat_ack':
        this.#heartbeat.answered();
        this.#advance(frame.positions);
        this.#watched?.acknowledged(frame.positions);
        break;
      case 'subscribed':
        this.options.onToken(frame.token);
        this.options.onSubscribed(frame.serverId);
        break;
      case 'unsubscribed':
        this.options.onUnsubscribed(frame.serverId);
        break;
      case 'watching':
        this.#watched?.watching(frame.channelIds);
        this.options.onToken(frame.token);
        this.options.onWatching?.(frame.channelIds);
        break;
      case 'activity': {
        const news = this.#watched?.news(frame);
        if (news) this.options.onActivity?.(news);
        break;
      }
      case 'authenticated':
        break;
      case 'presences':
      case 'presence_changed':
      case 'own_presence':
      case 'typing_started':
        this.options.onPassing(frame);
        break;
    }
  }

  async #introduce(): Promise<void> {
    const socket = this.#socket;
    let token: string | null;
    try {
      token = await this.options.token(this.#tokenRefused);
    } catch {
      if (this.#socket === socket) this.#drop('resume');
      return;
    }
    if (this.#socket !== socket) return;
    if (token === null) return this.stop();
    this.#tokenRefused = false;
    const from = this.resumePoint();
    this.#apply({ type: 'authenticating', by: from ? 'resume' : 'identify' });
    this.#send(from ? { op: 'resume', token, ...from } : { op: 'identify', token, ...this.#watched?.asked() });
  }

  #ready(frame: ReadyFrame): void {
    // Not by the state: a reset may also come after the first `ready`, when what was missed turns out to be too old.
    const anew = this.#session === null;
    this.#session = { epoch: frame.epoch, positions: advanced(this.#session?.positions ?? {}, frame.positions) };
    if (anew) this.#watched?.start(frame.positions);
    this.#apply({ type: 'ready' });
    this.#heartbeat.start(this.#heartbeatMillis);
    this.options.onToken(frame.token);
    if (anew) this.options.onStart();
    this.options.onReady();
  }

  #deliver(frame: EventFrame): void {
    if (this.#session === null || isKnown(this.#session.positions, frame.stream, frame.offset)) return;
    this.#session.positions = afterEvent(this.#session.positions, frame.stream, frame.offset);
    this.#watched?.had(frame);
    try {
      this.options.onEvent(frame);
    } catch (error) {
      // One event that cannot be applied must not take the connection with it.
      reportError(error);
    }
  }

  #advance(positions: Positions): void {
    if (this.#session !== null) this.#session.positions = advanced(this.#session.positions, positions);
  }

  #drop(comeBack: ComeBack): void {
    if (comeBack === 'with-new-token' || comeBack === 'if-signed-in') this.#tokenRefused = true;
    this.#apply({ type: 'lost', comeBack });
    if (comeBack === 'if-signed-in') void this.#stopIfSignedOut();
  }

  /** Asks before it comes back: who has been signed out is to see so at once, and the gateway is left alone. */
  async #stopIfSignedOut(): Promise<void> {
    const waiting = this.#state;
    // That it cannot be found out now is no answer; it is asked again when the next socket has opened.
    const token = await this.options.token(true).catch(() => undefined);
    if (token === null && this.#state === waiting) this.stop();
  }

  #release(): void {
    this.#heartbeat.stop();
    const socket = this.#socket;
    this.#socket = null;
    socket?.close(1000);
  }

  #send(frame: ClientFrame): boolean {
    if (this.#socket?.readyState !== SOCKET_OPEN) return false;
    this.#socket.send(JSON.stringify(frame));
    return true;
  }

  #expect(withinMillis: number): void {
    this.#after(withinMillis, () => this.#drop('resume'));
  }

  #after(millis: number, action: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(action, millis);
  }
}
