interface HeartbeatActions {
  beat(): void;
  /** The connection looks alive and delivers nothing. */
  dead(): void;
}

/** Beats at the interval that the server asked for, the first time after a random part of it, and expects every answer. */
export class Heartbeat {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #due = 0;
  #unanswered = false;
  #intervalMillis = 0;

  constructor(
    private readonly actions: HeartbeatActions,
    private readonly random: () => number,
  ) {}

  start(intervalMillis: number): void {
    this.stop();
    this.#intervalMillis = intervalMillis;
    this.#schedule(intervalMillis * this.random());
  }

  answered(): void {
    this.#unanswered = false;
  }

  /** Beats now, because there is reason for doubt, and gives the answer less time than usual: one that is due no more. */
  probe(withinMillis: number): void {
    if (this.#intervalMillis === 0) return;
    if (!this.#unanswered) this.#beat(Math.min(withinMillis, this.#intervalMillis));
    else if (performance.now() + withinMillis < this.#due) this.#schedule(withinMillis);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#unanswered = false;
    this.#intervalMillis = 0;
  }

  #schedule(millis: number): void {
    clearTimeout(this.#timer);
    this.#due = performance.now() + millis;
    this.#timer = setTimeout(() => {
      if (this.#unanswered) this.actions.dead();
      else this.#beat(this.#intervalMillis);
    }, millis);
  }

  #beat(nextInMillis: number): void {
    this.#unanswered = true;
    this.actions.beat();
    this.#schedule(nextInMillis);
  }
}
