/** What reports, once it is there. */
export interface Sink {
  report(error: unknown): void;
  /** From now on it hears itself of what nobody catches. */
  listen(): void;
}

/** More than can be of interest, of a page that breaks again and again before anything can be reported. */
const MOST_WAITING = 10;

/**
 * Reports errors where the operator wants them reported, and loads what does that only then. What breaks while it is
 * loaded waits for it; where it cannot be loaded, nothing is reported and nothing fails.
 */
export class Reporter {
  readonly #waiting: unknown[] = [];
  #sink: Sink | null = null;
  #isOn = false;

  /** @param load starts what reports to the DSN */
  constructor(private readonly load: (dsn: string) => Promise<Sink>) {}

  async start(dsn: string, page: EventTarget): Promise<void> {
    if (dsn === '' || this.#isOn) return;
    this.#isOn = true;
    const onError = (event: Event) => this.report((event as ErrorEvent).error);
    const onRejection = (event: Event) => this.report((event as PromiseRejectionEvent).reason);
    page.addEventListener('error', onError);
    page.addEventListener('unhandledrejection', onRejection);
    try {
      this.#sink = await this.load(dsn);
      this.#sink.listen();
    } catch {
      this.#isOn = false;
    }
    page.removeEventListener('error', onError);
    page.removeEventListener('unhandledrejection', onRejection);
    for (const error of this.#waiting.splice(0)) this.#sink?.report(error);
  }

  report(error: unknown): void {
    if (!this.#isOn || error === undefined || error === null) return;
    if (this.#sink) this.#sink.report(error);
    else if (this.#waiting.length < MOST_WAITING) this.#waiting.push(error);
  }
}
